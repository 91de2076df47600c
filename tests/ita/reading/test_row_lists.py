"""Lists of an office: rows with their places, hidden things named and not read."""

from __future__ import annotations

import io

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bad_inputs.makers import long_word
from prongsai.ita.reading import find_heading, read_rows_limited
from prongsai.ita.reading.row_lists import (
    ListRow,
    RowList,
    list_as_json,
    list_from_json,
    may_be_formula,
    read_rows,
    rows_below,
)
from prongsai.ita.thai import Notice, Refused

WORDS = {"name": ("ชื่อ", "ชื่อ-สกุล"), "unit": ("สังกัด", "ส่วนราชการ"), "post": ("ตำแหน่ง",)}


def workbook(*sheets: list[list[object]], shape=None) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for n, rows in enumerate(sheets, 1):
        sheet = book.create_sheet(f"แผ่น {n}")
        for row in rows:
            sheet.append(row)
    if shape:
        shape(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


LIST = [["บัญชีรายชื่อ อบต.หนองกระจ่าง"], [], ["ที่", "ชื่อ-สกุล", "ตำแหน่ง"], [1, "นายประสงค์", "นายก"], [2, "นางอารีย์"]]


def texts(found: RowList, sheet: int = 0) -> list[tuple[int, tuple[str, ...]]]:
    return [(row.number, row.texts) for row in found.sheets[sheet] if not row.is_empty]


def refusal(data: bytes, name: str) -> Refused:
    with pytest.raises(Refused) as caught:
        read_rows(data, name)
    return caught.value


def test_rows_keep_the_numbers_a_person_sees():
    found = read_rows(workbook(LIST), "staff.xlsx")
    assert texts(found)[-2:] == [(4, ("1", "นายประสงค์", "นายก")), (5, ("2", "นางอารีย์", ""))]
    assert str(found.sheets[0][-1].place("ตำแหน่ง")) == "แผ่นงาน แผ่น 1 บรรทัด 5 ช่อง ตำแหน่ง"


def test_numbers_begin_anew_on_each_sheet():
    found = read_rows(workbook([["ก"]], [["ข"]]), "staff.xlsx")
    assert [(sheet[0].sheet, sheet[0].number) for sheet in found.sheets] == [("แผ่น 1", 1), ("แผ่น 2", 1)]


def test_text_files_of_every_delimiter_are_read():
    for sign in ",;\t":
        data = "\n".join(sign.join(row) for row in (["ชื่อ", "สังกัด"], ["ประสงค์", "สำนักปลัด"])).encode()
        assert texts(read_rows(data, "a.csv")) == [(1, ("ชื่อ", "สังกัด")), (2, ("ประสงค์", "สำนักปลัด"))]


def test_thai_of_old_programs_is_read():
    data = "ชื่อ,สังกัด\nประสงค์,สำนักปลัด\n".encode("cp874")
    assert texts(read_rows(data, "a.csv"))[1] == (2, ("ประสงค์", "สำนักปลัด"))


def test_hidden_sheets_rows_and_columns_are_named_and_not_read():
    def hide(book):
        book["แผ่น 2"].sheet_state = "hidden"
        book["แผ่น 1"].row_dimensions[4].hidden = True
        book["แผ่น 1"].column_dimensions["C"].hidden = True

    found = read_rows(workbook(LIST, LIST, shape=hide), "staff.xlsx")
    assert len(found.sheets) == 1
    assert [number for number, _ in texts(found)] == [1, 3, 5]
    assert {notice.rule for notice in found.notices} == {"hidden-sheets", "hidden-rows", "hidden-columns"}


def test_a_formula_without_a_result_is_left_empty_and_named():
    found = read_rows(workbook([["ชื่อ", "อีเมล"], ["ประสงค์", "=A1&B1"]]), "staff.xlsx")
    assert texts(found)[-1] == (2, ("ประสงค์", "")) or texts(found)[-1] == (2, ("ประสงค์",))
    assert [notice.rule for notice in found.notices] == ["cell-error"]


@pytest.mark.parametrize(
    ("data", "name", "rule"),
    [
        (b"", "a.xlsx", "EMPTY"),
        (b",,,\n,,\n", "a.csv", "EMPTY"),
        ("ชื่อ".encode(), "a.txt", "KIND"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "a.xls", "KIND"),
        (workbook(LIST)[:900], "a.xlsx", "TRUNCATED"),
        ('ชื่อ,สังกัด\n"ประสงค์,สำนัก\n'.encode(), "a.csv", "QUOTES"),
        (("ก," * 210 + "\n").encode() * 1000, "a.csv", "SIZE"),
    ],
)
def test_what_is_no_list_is_refused_with_the_name_of_the_file(data, name, rule):
    refused = refusal(data, name)
    assert (refused.rule, refused.place.file) == (rule, name)


def test_the_limited_process_reads_the_same():
    data = workbook(LIST)
    assert read_rows_limited(data, "staff.xlsx") == read_rows(data, "staff.xlsx")


def test_the_limited_process_gives_the_same_refusal():
    with pytest.raises(Refused) as caught:
        read_rows_limited(b"\xff\xd8\xff\xe0 picture", "a.xlsx")
    assert caught.value.rule == "KIND"


def test_a_very_long_word_is_read():
    assert len(texts(read_rows(f"ชื่อ\n{long_word(50_000)}\n".encode(), "a.csv"))[1][1][0]) == 50_000


def test_the_heading_is_found_below_titles():
    rows = read_rows(workbook(LIST), "staff.xlsx").sheets[0]
    heading = find_heading(rows, WORDS, ["name"])
    assert (heading.row.number, heading.columns, heading.unread) == (3, {"name": 1, "post": 2}, ("ที่",))
    assert heading.printed("name") == "ชื่อ-สกุล"
    assert [row.number for row in rows_below(rows, heading)] == [4, 5]


def test_headings_are_known_however_they_are_spaced_and_signed():
    row = ListRow(1, ("ชื่อ - สกุล", "(ตำแหน่ง)", "สังกัด :"))
    assert set(find_heading([row], WORDS, ["name", "unit"]).columns) == {"name", "post", "unit"}


def test_a_list_without_the_needed_columns_has_no_heading():
    assert find_heading([ListRow(1, ("ตำแหน่ง", "สังกัด"))], WORDS, ["name"]) is None


def test_a_heading_named_twice_is_told():
    heading = find_heading([ListRow(1, ("ชื่อ", "ตำแหน่ง", "ตำแหน่ง"))], WORDS, ["name"])
    assert (heading.columns, heading.repeated) == ({"name": 0, "post": 1}, ("ตำแหน่ง",))


def test_the_heading_repeated_on_a_new_page_is_no_row():
    rows = [ListRow(n, row) for n, row in enumerate((("ชื่อ", "สังกัด"), ("ก", "ข"), ("ชื่อ", "สังกัด"), ("ค", "ง")), 1)]
    assert [row.number for row in rows_below(rows, find_heading(rows, WORDS, ["name"]))] == [2, 4]


@pytest.mark.parametrize(("text", "formula"), [("=A1", True), (" ＝1+1", True), ("a=b", False), ("", False)])
def test_formulas_saved_as_text_are_known(text, formula):
    assert may_be_formula(text) is formula


@given(
    st.lists(st.lists(st.tuples(st.integers(1, 9), st.lists(st.text()).map(tuple)), min_size=1), max_size=3),
    st.lists(st.tuples(st.text(), st.text(), st.text()).map(lambda told: Notice(*told)), max_size=2),
)
def test_a_list_survives_the_way_out_of_the_process(sheets, notices):
    rows = tuple(tuple(ListRow(n, row, f"แผ่น {at}") for n, row in sheet) for at, sheet in enumerate(sheets))
    told = RowList(rows, tuple(notices))
    assert list_from_json(list_as_json(told)) == told
