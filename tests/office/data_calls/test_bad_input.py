"""What no form of this room takes: fields sent twice or by thousands, foreign content, other people's numbers."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from prongsai.office.data_calls.models import CalledItem, DataCall, HandIn, ItemOwner, Reminder
from prongsai.platform.accounts.models import Role

DAYS = {f"{name}_{part}": value for name in ("due", "sent") for part, value in
        (("day", "31"), ("month", "3"), ("year", "2568"))}  # fmt: skip
FORMS = ("data-call-new", "data-call-change", "called-item-add", "item-owners", "called-item", "called-item-record",
         "called-item-return", "called-item-call-off", "called-item-move", "data-call-remind")  # fmt: skip


@pytest.fixture
def address(here, year, called):
    """The address of a form by the name of its URL."""
    with here.speaks():
        item = CalledItem.objects.get(code="O1")
        arguments = {
            "data-call-new": year.pk, "item-owners": year.pk, "data-call-change": called.pk,
            "called-item-add": called.pk, "data-call-remind": item.addressee_id,
        }  # fmt: skip
    return lambda name: reverse(name, args=[arguments.get(name, item.pk)])


def untouched(here) -> bool:
    """Whether nothing but the call of the fixture is there."""
    with here.speaks():
        counts = (DataCall.objects.count(), CalledItem.objects.count(), ItemOwner.objects.count())
        states = set(CalledItem.objects.values_list("state", flat=True))
        return (counts, states) == ((1, 2, 2), {"asked"}) and not HandIn.objects.exists() | Reminder.objects.exists()


@pytest.mark.parametrize("name", FORMS)
def test_a_scalar_sent_twice_is_refused(here, asks, address, name):
    field = {"item-owners": "O1", "called-item-move": "owner", "data-call-remind": "channel", "called-item": "words",
             "called-item-record": "received_by", "called-item-return": "because",
             "called-item-call-off": "because"}.get(name, "title")  # fmt: skip
    assert asks().post(address(name), {field: ["a", "b"]}).status_code == 400
    assert untouched(here)


@pytest.mark.parametrize("name", FORMS)
def test_thousands_of_fields_are_refused(here, asks, address, name):
    assert asks().post(address(name), {f"f{number}": "1" for number in range(3_000)}).status_code == 400
    assert untouched(here)


@pytest.mark.parametrize("name", FORMS)
def test_a_foreign_type_of_content_is_refused(here, asks, address, name):
    answer = asks().post(address(name), b'{"title": "x"}', content_type="application/json")
    assert answer.status_code == 415
    assert untouched(here)


@pytest.mark.parametrize("name", FORMS)
def test_a_form_without_its_token_is_refused(here, address, name):
    client = Client(enforce_csrf_checks=True)
    here.enters(client, Role.COORDINATOR)
    assert client.post(address(name), {"title": "x"}).status_code == 403
    assert untouched(here)


@pytest.mark.parametrize("name", FORMS)
def test_an_empty_form_changes_nothing(here, asks, address, name):
    assert asks().post(address(name), {}).status_code in (400, 404, 409)
    assert untouched(here)


@pytest.mark.parametrize("bad", ["unit-", "person-0", "unit-9e99", "unit-1;2", "<script>", "unit-1 OR 1=1"])
@pytest.mark.parametrize("name", ["called-item-add", "called-item-move"])
def test_an_owner_that_is_none_is_refused(here, asks, address, name, bad):
    sent = {"title": "ใบตรวจนับ", "owner": bad, "seen": "x", **DAYS}
    assert asks().post(address(name), sent).status_code == 400
    assert untouched(here)


def test_the_unit_and_people_of_another_agency_cannot_be_asked(here, there, asks, address):
    for owner in (f"unit-{there.units['กองคลัง'].pk}", f"person-{there.people[Role.OFFICER].pk}"):
        sent = {"title": "ใบตรวจนับ", "owner": owner, **DAYS}
        assert asks().post(address("called-item-add"), sent).status_code == 400
    told = {"recorded_for": there.people[Role.OFFICER].pk, "received_by": "line", "words": "ส่ง",
            "received_day": "14", "received_month": "3", "received_year": "2568"}  # fmt: skip
    assert asks().post(address("called-item-record"), told).status_code == 400
    assert untouched(here)


@pytest.mark.parametrize("codes", [["O99"], ["O1; DROP"], ["O13", "O99"], ["\x00"]])
def test_a_code_that_is_not_offered_is_not_asked_for(here, asks, address, codes):
    sent = {"title": "ขอข้อมูล", "codes": codes, **DAYS, "sent_day": "17"}
    assert asks().post(address("data-call-new"), sent).status_code in (400, 422)
    assert untouched(here)


@pytest.mark.parametrize("title", ["", "   ", "ก" * 301, "\u200b"])
def test_a_title_that_says_nothing_or_too_much_is_refused(here, asks, address, title):
    sent = {"title": title, "owner": f"unit-{here.units['กองคลัง'].pk}", **DAYS}
    assert asks().post(address("called-item-add"), sent).status_code in (400, 422)
    assert untouched(here)


def test_a_form_without_the_mark_of_what_it_saw_is_refused(here, asks, address):
    move = {"owner": f"unit-{here.units['กองคลัง'].pk}", **DAYS}
    assert asks().post(address("called-item-move"), move).status_code == 400
    assert asks().post(address("data-call-change"), {"title": "ใหม่", **DAYS, "sent_day": "17"}).status_code == 400
    assert untouched(here)


@pytest.mark.parametrize("words", ["=HYPERLINK(1)", "'; DROP TABLE x; --", "{% include 'x' %}", "<img onerror=x>"])
def test_words_stay_words(here, asks, address, words):
    sent = {"title": words, "owner": f"unit-{here.units['กองคลัง'].pk}", **DAYS}
    assert asks().post(address("called-item-add"), sent).status_code == 302
    with here.speaks():
        item = CalledItem.objects.get(title=words)
        assert item.due == date(2025, 3, 31)
    assert "<img onerror" not in asks().get(item.get_absolute_url()).content.decode()
