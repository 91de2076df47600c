"""A staff list is read: names parted, faults and doubts with their place, nothing kept that was not asked for."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.reading.row_lists import ListRow, RowList
from prongsai.ita.thai import Refused
from prongsai.platform.staff.sheet.keeping import list_as_json, list_from_json
from prongsai.platform.staff.sheet.reading import StaffRow, parted_prefix, read_staff_list
from staff_lists import HEADS, ROWS, read


def one(row: list[str], heads: list[str] | None = None) -> StaffRow:
    (found,) = read([row], heads).rows
    return found


def rules(row: StaffRow) -> tuple[list[str], list[str]]:
    return [fault.rule for fault in row.faults], [doubt.rule for doubt in row.doubts]


def test_a_list_as_offices_keep_it_is_read():
    rows = read(ROWS).rows
    assert [(row.prefix, row.given_name, row.family_name) for row in rows] == [
        ("นาย", "ประสงค์", "ตัวอย่างชัย"),
        ("นางสาว", "พิมพ์ใจ", "ตัวอย่างดี"),
        ("นาง", "รัตนา", "ตัวอย่างทรัพย์"),
    ]
    assert [row.number for row in rows] == [2, 3, 4]
    assert all(rules(row) == ([], []) for row in rows)


@pytest.mark.parametrize(
    "heads",
    [
        ["คำนำหน้า", "ชื่อ", "นามสกุล", "สังกัด"],
        ["คำนำหน้าชื่อ", "ชื่อ", "สกุล", "กอง/สำนัก"],
    ],
)
def test_names_in_columns_of_their_own_are_read(heads):
    row = one(["นาย", "ประสงค์", "ตัวอย่างชัย", "สำนักปลัด"], heads)
    assert (row.prefix, row.given_name, row.family_name, row.unit) == ("นาย", "ประสงค์", "ตัวอย่างชัย", "สำนักปลัด")


def test_a_whole_name_below_the_head_for_given_names_is_parted():
    row = one(["นายประสงค์ ตัวอย่างชัย", "สำนักปลัด"], ["ชื่อ", "สังกัด"])
    assert (row.prefix, row.given_name, row.family_name) == ("นาย", "ประสงค์", "ตัวอย่างชัย")


@pytest.mark.parametrize(
    ("name", "prefix", "rest"),
    [
        ("นางสาวพิมพ์ใจ ตัวอย่างดี", "นางสาว", "พิมพ์ใจ ตัวอย่างดี"),
        ("นาง สาวพิมพ์ใจ ตัวอย่างดี", "นางสาว", "พิมพ์ใจ ตัวอย่างดี"),
        ("น.ส.พิมพ์ใจ ตัวอย่างดี", "นางสาว", "พิมพ์ใจ ตัวอย่างดี"),
        ("นาย  ประสงค์ ตัวอย่างชัย", "นาย", "ประสงค์ ตัวอย่างชัย"),
        ("ว่าที่ร้อยตรีหญิงสุดา ตัวอย่างพร", "ว่าที่ร้อยตรีหญิง", "สุดา ตัวอย่างพร"),
        ("จ่าสิบเอก วิทยา ตัวอย่างคง", "จ่าสิบเอก", "วิทยา ตัวอย่างคง"),
        ("พิมพ์ใจ ตัวอย่างดี", "", "พิมพ์ใจ ตัวอย่างดี"),
        ("นาย", "", "นาย"),
    ],
)
def test_the_title_before_a_name_is_parted_from_it(name, prefix, rest):
    assert parted_prefix(name) == (prefix, rest)


def test_a_family_name_of_several_words_stays_whole():
    assert one(["1", "นางสุดา ตัวอย่าง ณ หนองกระจ่าง", "", "สำนักปลัด"]).family_name == "ตัวอย่าง ณ หนองกระจ่าง"


@pytest.mark.parametrize(
    ("row", "faults"),
    [
        (["1", "ประสงค์", "", "สำนักปลัด"], ["SURNAME"]),
        (["1", "นายประสงค์ ตัวอย่างชัย", "", ""], ["REQUIRED"]),
        (["1", "", "นายก", "สำนักปลัด"], ["SURNAME"]),
        (["1", "=A1 B2", "", "สำนักปลัด"], ["FORMULA", "SURNAME"]),
        (["1", "นายประ\u202eสงค์ ตัวอย่างชัย", "", "สำนักปลัด"], ["NAME", "SURNAME"]),
        (["1", "นาย😀 ตัวอย่างชัย", "", "สำนักปลัด"], ["NAME", "SURNAME"]),
        (["1", "นาย" + "ก" * 300 + " ข", "", "สำนักปลัด"], ["LENGTH", "SURNAME"]),
        (["1", "นายก่่่่่ ตัวอย่าง", "", "สำนักปลัด"], ["MARKS", "SURNAME"]),
        (["1", "นายประสงค์ ตัวอย่างชัย", "=SUM(A1)", "สำนักปลัด"], ["FORMULA"]),
    ],
)
def test_a_row_that_cannot_be_taken_says_why_and_where(row, faults):
    found = one(row)
    assert rules(found)[0] == faults
    assert all(fault.column in HEADS for fault in found.faults)


def test_letters_of_another_script_are_a_doubt():
    assert rules(one(["1", "นายປະສົງ ตัวอย่างชัย", "", "สำนักปลัด"])) == ([], ["SCRIPTS"])


def test_who_acts_is_not_taken_from_a_list():
    row = one(["1", "นางสาวศิริพร ตัวอย่างปัญญา", "นักวิชาการศึกษา รักษาราชการแทนผู้อำนวยการกองการศึกษา", "กองการศึกษา"])
    assert (row.post, rules(row)) == ("นักวิชาการศึกษา", ([], ["ACTING"]))
    assert row.doubts[0].told == "รักษาราชการแทนผู้อำนวยการกองการศึกษา"


def test_days_are_read_and_wrong_ones_refused():
    heads = [*HEADS, "วันบรรจุ", "อีเมล"]
    row = one(["1", "นายประสงค์ ตัวอย่างชัย", "", "สำนักปลัด", "1 ต.ค. 2560", "a@b.example"], heads)
    assert (row.since, row.email) == (date(2017, 10, 1), "a@b.example")
    wrong = one(["1", "นายประสงค์ ตัวอย่างชัย", "", "สำนักปลัด", "31 ก.พ. 2560", "no address"], heads)
    assert sorted(rules(wrong)[0]) == ["DATE", "EMAIL"]


def test_columns_that_were_not_asked_for_are_named_and_not_kept():
    heads = [*HEADS, "เลขประจำตัวประชาชน", "เงินเดือน"]
    found = read([[*ROWS[0], "0100000000018", "30,000"]], heads)
    assert found.unread == ("ที่", "เลขประจำตัวประชาชน", "เงินเดือน")
    assert "0100000000018" not in str(list_as_json(found))


def test_bands_totals_and_repeated_headings_are_no_people():
    found = read([["สำนักปลัด"], ROWS[1], HEADS, ["รวม", "", "", ""], ROWS[2]])
    assert [row.given_name for row in found.rows] == ["พิมพ์ใจ", "รัตนา"]


def test_several_sheets_are_read_one_after_the_other():
    sheets = tuple(
        (ListRow(1, tuple(HEADS), name), ListRow(2, tuple(row), name)) for name, row in zip("กข", ROWS, strict=False)
    )
    found = read_staff_list(RowList((*sheets, (ListRow(1, ("คำอธิบาย",), "ค"),))))
    assert [(row.sheet, row.number) for row in found.rows] == [("ก", 2), ("ข", 2)]


@pytest.mark.parametrize(
    ("heads", "missing"),
    [
        (["ที่", "ตำแหน่ง"], "“ชื่อ-นามสกุล” และ “ส่วนราชการ”"),
        (["ชื่อ-สกุล", "ตำแหน่ง"], "“ส่วนราชการ”"),
        (["สังกัด", "ตำแหน่ง"], "“ชื่อ-นามสกุล”"),
    ],
)
def test_a_missing_column_is_named(heads, missing):
    with pytest.raises(Refused) as refused:
        read([["ก", "ข"]], heads)
    assert refused.value.rule == "COLUMNS"
    assert f"ไม่พบคอลัมน์ {missing} ใน" in refused.value.message


def test_a_list_without_people_is_refused():
    with pytest.raises(Refused) as refused:
        read([])
    assert refused.value.rule == "EMPTY"


def test_a_list_of_too_many_is_refused():
    with pytest.raises(Refused) as refused:
        read([ROWS[0]] * 5_001)
    assert refused.value.rule == "SIZE"


text = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@given(st.lists(st.tuples(text, text, text, text).map(list), min_size=1, max_size=6))
def test_whatever_stands_in_a_list_each_row_is_read_or_refused(rows):
    try:
        found = read(rows)
    except Refused as refused:
        assert refused.rule == "EMPTY"
        return
    assert list_from_json(list_as_json(found)) == found
    for row in found.rows:
        assert row.faults or (row.given_name and row.family_name and row.unit)
