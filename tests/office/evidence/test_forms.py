"""Days and counts as people type them: read, or refused beside the field; nothing is guessed."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils.datastructures import MultiValueDict

from prongsai.office.evidence.forms import ProofForm, StandingForm, TurnForm
from prongsai.office.evidence.forms.turns import MOST

TODAY = date(2025, 3, 17)


def turn(**sent) -> TurnForm:
    return TurnForm({"result": "ติดป้าย", **sent}, MultiValueDict(), day=TODAY)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("3 มีนาคม 2568", date(2025, 3, 3)),
        ("๓ มีนาคม ๒๕๖๘", date(2025, 3, 3)),
        ("03/03/2568", date(2025, 3, 3)),
        ("29 ก.พ. 2567", date(2024, 2, 29)),
        ("", TODAY),
    ],
)
def test_a_day_is_read_as_people_write_it(typed, day):
    form = turn(happened_day=typed)
    assert form.is_valid(), form.errors
    assert form.reported.happened == day


@pytest.mark.parametrize(
    "typed",
    ["31 กุมภาพันธ์ 2568", "29 ก.พ. 2566", "31 เม.ย. 2567", "18 มีนาคม 2568", "1 ม.ค. 9999", "1 ม.ค. 543", "เมื่อวาน"],
)
def test_a_day_that_is_none_or_has_not_come_is_refused(typed):
    assert "happened" in turn(happened_day=typed).errors


@pytest.mark.parametrize(("typed", "count"), [("45", 45), ("๔๕", 45), (" 1568 ", 1568), ("0", 0)])
def test_a_count_is_read(typed, count):
    form = turn(figure_1="คน", count_1=typed)
    assert form.is_valid(), form.errors
    assert form.reported.figures == {"คน": count}


@pytest.mark.parametrize(
    "typed", ["-1", "1.5", "1e2", "NaN", "½", "²", "٩١", "９", "1_0", "0x5F", "1,23,4", "1,568", "91,36", str(MOST + 1)]
)
def test_a_count_that_is_none_is_refused(typed):
    assert "count_1" in turn(figure_1="คน", count_1=typed).errors


def test_nothing_where_there_is_none_is_no_zero():
    form = turn(figure_1="", count_1="")
    assert form.is_valid()
    assert form.reported.figures == {}


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)", "file:///etc/passwd", "ไม่มี", "http://", "x" * 600,
        "http://127.0.0.1", "http://[::1]/", "http://2130706433/", "http://nas.local/",
    ],
)  # fmt: skip
def test_an_address_that_not_everybody_can_open_is_refused(link):
    assert "link" in turn(link=link).errors
    assert "link" in ProofForm({"words": "ก", "link": link}, MultiValueDict(), day=TODAY).errors


@pytest.mark.parametrize("words", ["ก" * 3001, "ป" + "่" * 500])
def test_words_that_are_too_much_are_refused(words):
    assert "result" in turn(result=words).errors


def test_invisible_characters_alone_are_nothing():
    assert "result" in turn(result="\u200b\ufeff").errors


def test_a_proof_ends_after_it_happened():
    sent = {"words": "ก", "happened_day": "3 มีนาคม 2568", "expires_day": "2 มีนาคม 2568"}
    assert "expires" in ProofForm(sent, MultiValueDict(), day=TODAY).errors
    assert ProofForm({**sent, "expires_day": "3 มีนาคม 2568"}, MultiValueDict(), day=TODAY).is_valid()


@pytest.mark.parametrize("stands", ["completed", "in-force", "stopped"])
def test_a_standing_has_a_day(stands):
    form = StandingForm({"stands": stands, "because": "ไม่มีงบประมาณ"}, today=TODAY)
    assert set(form.errors) == {"day"}
