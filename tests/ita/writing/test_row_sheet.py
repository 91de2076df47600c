"""A list as a workbook: texts stay texts, days are written out, and the same program reads it back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO

from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from prongsai.ita.reading.row_lists import find_heading, read_rows, rows_below
from prongsai.ita.thai import parse_date
from prongsai.ita.writing.row_sheet import HELP, write_row_sheet

COLUMNS = (("รายการ", 40), ("วันที่", 20), ("จำนวน", 10))


def sheets(content: bytes) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_days_are_written_out_counts_are_numbers_and_digits_arabic():
    rows = [("ป้าย ๓ แผ่น", date(2025, 3, 17), 3), ("ไม่มีวัน", None, Decimal("2.50"))]
    found = sheets(write_row_sheet("ทะเบียน", COLUMNS, rows, words=["กรอกหนึ่งรายการต่อบรรทัด"]))
    assert found["ทะเบียน"][1:] == [["ป้าย 3 แผ่น", "17 มีนาคม 2568", 3.0], ["ไม่มีวัน", "", 2.5]]
    assert found[HELP] == [["กรอกหนึ่งรายการต่อบรรทัด"]]


def test_without_words_there_is_one_sheet():
    assert list(sheets(write_row_sheet("ทะเบียน: ก/ข", COLUMNS, []))) == ["ทะเบียน ก ข"]


@settings(max_examples=25, deadline=None)
@given(
    title=st.sampled_from(["=1+1", "@SUM(A1)", "+66", "-5", "https://x.example", "ป้าย", "{=A1}"]),
    day=st.dates(date(2010, 1, 1), date(2060, 1, 1)),
)
def test_what_is_written_is_read_back(title, day):
    content = write_row_sheet("รายการ", COLUMNS, [(title, day, 1)])
    (sheet,) = read_rows(content, "รายการ.xlsx").sheets
    heading = find_heading(sheet, {"title": ["รายการ"], "day": ["วันที่"]}, ["title", "day"])
    assert heading is not None
    (row,) = rows_below(sheet, heading)
    assert row.text(0) == title
    assert parse_date(row.text(1)).date == day
