"""Cells of a row: what is wrong or doubtful is gathered with its column, nothing is raised."""

from __future__ import annotations

from datetime import date

import pytest

from prongsai.ita.reading.row_cells import RowCells
from prongsai.ita.reading.row_lists import Heading, ListRow
from prongsai.ita.thai import Refused

HEADING = Heading(ListRow(1, ("เรื่อง", "วันที่")), {"what": 0, "day": 1})


def cells(*texts: str) -> RowCells:
    return RowCells(ListRow(2, texts), HEADING)


def rules(found) -> list[tuple[str, str]]:
    return [(rule, column) for rule, column, _sentence in found]


def test_text_is_one_line_and_what_is_not_there_is_empty():
    assert cells("  ซ่อม   ถนน ").text("what", limit=20) == "ซ่อม ถนน"
    assert cells().text("what", limit=20) == ""
    assert cells("ก").text("nothing", limit=20) == ""


@pytest.mark.parametrize(("text", "rule"), [("=1+1", "FORMULA"), ("ก" * 30, "LENGTH"), ("ก่่่่่่่", "MARKS")])
def test_a_text_that_cannot_be_kept_is_a_fault_of_its_column(text, rule):
    read = cells(text)
    assert read.text("what", limit=20) == ""
    assert rules(read.faults) == [(rule, "เรื่อง")]


@pytest.mark.parametrize("text", ["31 มีนาคม 2568", "๓๑/๓/๒๕๖๘", "31 มี.ค. 2568"])
def test_a_day_is_read_without_a_doubt(text):
    read = cells("ก", text)
    assert read.day("day") == date(2025, 3, 31)
    assert (read.faults, read.doubts) == ([], [])


@pytest.mark.parametrize("text", ["31 มี.ค. 68", "31/3/๖๘"])
def test_a_year_of_two_digits_is_of_the_buddhist_era_and_a_doubt(text):
    read = cells("ก", text)
    assert read.day("day") == date(2025, 3, 31)
    assert rules(read.doubts) == [("YEAR", "วันที่")]


@pytest.mark.parametrize("text", ["สิ้นเดือน", "31 กุมภาพันธ์ 2568", "32 ม.ค. 68"])
def test_what_is_no_day_is_a_fault(text):
    read = cells("ก", text)
    assert read.day("day") is None
    assert [column for _rule, column in rules(read.faults)] == ["วันที่"]


def test_what_is_required_is_asked_for_once():
    read = cells("", "=A1")
    read.require("what", read.text("what", limit=20), "ขาดเรื่อง")
    read.require("day", read.day("day"), "ขาดวันที่")
    assert rules(read.faults) == [("REQUIRED", "เรื่อง"), ("FORMULA", "วันที่")]


def test_a_function_of_ones_own_may_refuse():
    def never(_text: str) -> int:
        raise Refused("NUMBER", "อ่านไม่ได้")

    read = cells("ก")
    assert read.read("what", never) is None
    assert read.faults == [("NUMBER", "เรื่อง", "อ่านไม่ได้")]


def test_a_cell_of_several_lines_gives_them_one_by_one_and_as_one_text():
    read = cells("จัดหาบัตรคิว\n ซักซ้อม  ผู้ปฏิบัติ")
    assert read.lines("what", limit=40, most=5) == ("จัดหาบัตรคิว", "ซักซ้อม ผู้ปฏิบัติ")
    assert " ".join(read.text("what", limit=60).split()) == "จัดหาบัตรคิว ซักซ้อม ผู้ปฏิบัติ"
    assert cells().lines("what", limit=40, most=5) == ()


@pytest.mark.parametrize(("text", "rule"), [("ก\nข\nค", "SIZE"), ("ก\n" + "ข" * 30, "LENGTH"), ("=1+1", "FORMULA")])
def test_lines_that_cannot_be_kept_are_a_fault(text, rule):
    read = cells(text)
    assert read.lines("what", limit=20, most=2) == ()
    assert rules(read.faults) == [(rule, "เรื่อง")]
