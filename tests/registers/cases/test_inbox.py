"""The inbox, the search, the register as a file."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from prongsai.platform.accounts.models import Role
from prongsai.registers.cases import services
from prongsai.registers.cases.services import Asker
from prongsai.registers.cases.states import CaseState, Channel

URL = "cases"


@pytest.fixture
def five(here, acting, received):
    """Cases due in a week, due today, late, waiting, ended."""
    with here.speaks():
        told = {
            "fresh": received(here, subject="ขอน้ำอุปโภค").case,
            "today": received(here, subject="ตัดต้นไม้", received_on=date(2025, 3, 10), channel=Channel.LINE).case,
            "late": received(here, subject="ซ่อมถนน", received_on=date(2025, 3, 3), kind="question").case,
            "waiting": received(here, subject="ยืมเต็นท์", lacking="หนังสือขอยืม").case,
            "ended": received(here, subject="แจ้งไฟดับ", officer=here.people[Role.OFFICER]).case,
            "mine": received(here, subject="ขอข้อมูล", officer=here.people[Role.OFFICER]).case,
        }
        services.move(acting=acting(), case=told["ended"], to=CaseState.FINISHED, words="เปลี่ยนหลอดแล้ว")
    return told


def subjects(client, **sent) -> set[str]:
    return {row[0].subject for row in client.get(reverse(URL), sent).context["listed"]}


@pytest.mark.parametrize(
    ("view", "found"),
    [
        ("open", {"ขอน้ำอุปโภค", "ตัดต้นไม้", "ซ่อมถนน", "ยืมเต็นท์", "ขอข้อมูล"}),
        ("nonsense", {"ขอน้ำอุปโภค", "ตัดต้นไม้", "ซ่อมถนน", "ยืมเต็นท์", "ขอข้อมูล"}),
        ("today", {"ตัดต้นไม้"}),
        ("late", {"ซ่อมถนน"}),
        ("waiting", {"ยืมเต็นท์"}),
        ("mine", {"ขอข้อมูล"}),
        ("unowned", {"ขอน้ำอุปโภค", "ตัดต้นไม้", "ซ่อมถนน", "ยืมเต็นท์"}),
        ("closed", {"แจ้งไฟดับ"}),
    ],
)
def test_each_view_shows_its_cases(asks, five, view, found):
    assert subjects(asks(), view=view) == found


def test_the_views_tell_how_many_there_are(asks, five):
    views = {key: count for key, _words, count in asks().get(reverse(URL)).context["views"]}
    assert views == {"open": 5, "mine": 1, "today": 1, "late": 1, "waiting": 1, "unowned": 4, "closed": None}


def test_what_is_due_first_stands_first(asks, five):
    listed = [row[0].subject for row in asks().get(reverse(URL)).context["listed"]]
    assert listed[:2] == ["ซ่อมถนน", "ตัดต้นไม้"]


@pytest.mark.parametrize(
    "words", ["น้ํา", "ขอน้ำ", "อุปโภค", "นางแก้ว อุปโภค", "1/2568 ขอน้ำ", "๑/๒๕๖๘ ขอน้ำ", "คำร้องทั่วไป ขอน้ำ"]
)
def test_a_search_finds_number_subject_and_applicant_however_typed(asks, five, words):
    assert subjects(asks(), q=words) == {"ขอน้ำอุปโภค"}


@pytest.mark.parametrize("words", ["%", "_", "'; DROP TABLE cases_case; --", "\\", "(a+)+$", "ไม่มีคำนี้"])
def test_signs_in_a_search_are_only_signs(asks, five, words):
    assert subjects(asks(), q=words) == set()


def test_a_search_looks_through_what_is_at_an_end_too(asks, five):
    assert subjects(asks(), q="ไฟดับ") == {"แจ้งไฟดับ"}


def test_filters_narrow_by_kind_channel_and_state(asks, five):
    client = asks()
    assert subjects(client, kind="question") == {"ซ่อมถนน"}
    assert subjects(client, channel="line") == {"ตัดต้นไม้"}
    assert subjects(client, state="finished") == {"แจ้งไฟดับ"}
    assert len(subjects(client, kind="nonsense")) == 5


def test_fifty_stand_on_a_page(here, asks, received):
    with here.speaks():
        for _ in range(51):
            received(here)
    client = asks()
    assert len(client.get(reverse(URL)).context["listed"]) == 50
    assert len(client.get(reverse(URL), {"page": "2"}).context["listed"]) == 1
    assert client.get(reverse(URL), {"page": "9e99"}).status_code == 200


def test_the_register_is_taken_out_without_formulas_and_without_citizen_numbers(here, asks, received):
    with here.speaks():
        asker = Asker("=HYPERLINK(1)", "0812345678", "", "0100000000018")
        received(here, subject="+cmd|' /C calc'!A0", asker=asker, kind="service")
    answer = asks().post(reverse("cases-export"))
    sheet = load_workbook(BytesIO(answer.content)).worksheets[0]
    cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert "=HYPERLINK(1)" in [cell.value for cell in cells]
    assert b"0100000000018" not in answer.content
    assert "0100000000018" not in str([cell.value for cell in cells])


def test_the_export_holds_what_was_found(asks, five):
    answer = asks().post(reverse("cases-export") + "?view=late")
    sheet = load_workbook(BytesIO(answer.content)).worksheets[0]
    assert [row[4].value for row in sheet.iter_rows(min_row=2)] == ["ซ่อมถนน"]
