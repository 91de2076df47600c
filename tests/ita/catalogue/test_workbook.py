"""The workbook: what an official sees and types, what is refused and where, and what a hostile file meets."""

import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import python_calamine
import xlsxwriter

from ita.catalogue.strategies import small
from prongsai.ita.catalogue import CatalogueError, Framework, load_framework, load_topics
from prongsai.ita.catalogue.workbook import export_workbook, import_workbook, read_workbook, workbook_bytes
from prongsai.ita.catalogue.workbook.limits import CELL_COUNT_LIMIT
from prongsai.ita.thai import Refused

Rows = dict[str, list[list[Any]]]


def rows_of(data: bytes) -> Rows:
    book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(data))
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


def workbook_of(rows: Rows) -> bytes:
    """Type a workbook as a person would: dates as dates, numbers as numbers, all else as text."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False}) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for name, lines in rows.items():
            sheet = book.add_worksheet(name)
            for r, line in enumerate(lines):
                for c, cell in enumerate(line):
                    if isinstance(cell, date):
                        sheet.write_datetime(r, c, cell, day)
                    elif cell is not None:
                        sheet.write(r, c, cell)
    return buffer.getvalue()


SMALL = Framework.model_validate(small())
ROWS = rows_of(workbook_bytes(SMALL))


def typed(change: Callable[[Rows], Any]) -> bytes:
    rows = {name: [list(line) for line in lines] for name, lines in ROWS.items()}
    change(rows)
    return workbook_of(rows)


def cell(sheet: str, row: int, heading: str, value: Any) -> Callable[[Rows], None]:
    """Type a value into a cell found by its heading; rows count as a person counts them."""

    def change(rows: Rows) -> None:
        rows[sheet][row - 1][rows[sheet][0].index(heading)] = value

    return change


def year_value(field: str, value: Any) -> Callable[[Rows], None]:
    def change(rows: Rows) -> None:
        next(line for line in rows["ข้อมูลปี"] if line[2] == field)[1] = value

    return change


def test_the_typed_copy_is_read_like_the_original() -> None:
    assert read_workbook(workbook_of(ROWS), "งาน.xlsx") == SMALL


def test_sheets_and_headings_are_thai() -> None:
    assert list(ROWS) == [
        "คำแนะนำ",
        "ข้อมูลปี",
        "ตัวชี้วัด",
        "ตัวชี้วัดย่อย",
        "ข้อคำถาม",
        "ข้อ OIT",
        "มาตราคำตอบ",
        "ระดับผล",
        "ประเด็น",
        "ปฏิทิน",
        "แหล่งที่มา",
        "สิ่งที่ยังไม่ทราบ",
        "เรื่อง",
    ]
    assert ROWS["ข้อ OIT"][0][:4] == ["รหัส", "ตัวชี้วัด", "ตัวชี้วัดย่อย", "ชื่อ"]
    assert ROWS["ปฏิทิน"][1][:3] == ["ประกาศผล", "1 สิงหาคม 2599", "2 สิงหาคม 2599"]
    assert len(ROWS["เรื่อง"]) == len(load_topics()) + 1


def test_the_workbook_has_choices_frozen_heads_and_the_official_font() -> None:
    with zipfile.ZipFile(BytesIO(workbook_bytes(SMALL))) as archive:
        questions = archive.read("xl/worksheets/sheet5.xml").decode()
        assert "สูง,ปานกลาง,ต่ำ" in questions
        assert "$A$2:$A$" in questions
        assert 'state="frozen"' in questions
        assert "TH SarabunPSK" in archive.read("xl/styles.xml").decode()


@pytest.mark.parametrize("text", ["=1+1", "+66", "-ก", "@SUM(A1)", '=HYPERLINK("http://x")', "＝1", "http://x.example"])
def test_no_text_becomes_a_formula_or_a_link(text: str, tmp_path: Path) -> None:
    framework = SMALL.model_copy(update={"title": text, "open_points": (text,)})
    path = tmp_path / "งาน.xlsx"
    export_workbook(framework, path)
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/"):
                assert b"<f>" not in archive.read(name)
                assert b"<hyperlink" not in archive.read(name)
    assert import_workbook(path) == framework


@pytest.mark.parametrize(
    ("change", "read"),
    [
        (year_value("weights.values.IIT", "๓๐"), lambda f: f.weights.values["IIT"] == 30),
        (year_value("weights.values.IIT", "30.00 %"), lambda f: f.weights.values["IIT"] == 30),
        (year_value("pass_mark.overall", 85.5), lambda f: str(f.pass_mark.overall) == "85.5"),
        (year_value("pass_mark.overall", "-"), lambda f: f.pass_mark.overall is None),
        (year_value("weights.confidence", "high"), lambda f: f.weights.confidence == "high"),
        (year_value("weights.confidence", "สูง"), lambda f: f.weights.confidence == "high"),
        (year_value("sampling.iit.everyone_below_minimum", "ใช่"), lambda f: f.sampling.iit.everyone_below_minimum),
        (year_value("sampling.iit.everyone_below_minimum", False), lambda f: not f.sampling.iit.everyone_below_minimum),
        (year_value("sampling.eit_routes", "ก\n\n ข \n"), lambda f: f.sampling.eit_routes == ("ก", "ข")),
        (cell("ข้อ OIT", 2, "ตัวชี้วัดย่อย", 9.1), lambda f: f.items[0].sub_indicator == "9.1"),
        (cell("ข้อ OIT", 2, "ชื่อ", "เเผน\u200b  งาน"), lambda f: f.items[0].title == "แผน งาน"),
        (cell("ข้อ OIT", 2, "ชื่อ", 2567), lambda f: f.items[0].title == "2567"),
        (cell("ตัวชี้วัด", 2, "เลขที่", "๑"), lambda f: f.indicators[0].number == 1),
        (cell("ปฏิทิน", 2, "วันเริ่ม", date(2056, 7, 30)), lambda f: f.calendar[0].start == date(2056, 7, 30)),
        (cell("ปฏิทิน", 2, "วันเริ่ม", "๓๐ ก.ค. 2599"), lambda f: f.calendar[0].start == date(2056, 7, 30)),
        (cell("มาตราคำตอบ", 2, "คะแนนของคำตอบ", "๐\n๑๐๐"), lambda f: f.scales["yesno"].points == (0, 100)),
        (lambda rows: rows["ข้อคำถาม"].insert(1, [""] * 12), lambda f: f.questions == SMALL.questions),
        (lambda rows: rows["ข้อมูลปี"].reverse() or rows["ข้อมูลปี"].insert(0, rows["ข้อมูลปี"].pop()), lambda f: f == SMALL),
    ],
)
def test_what_a_person_types_is_understood(change: Callable[[Rows], Any], read: Callable[[Framework], bool]) -> None:
    assert read(read_workbook(typed(change), "งาน.xlsx"))


@pytest.mark.parametrize(
    ("rule", "sheet", "row", "column", "change"),
    [
        ("NUMBER", "ข้อมูลปี", 8, "B", year_value("weights.values.IIT", "สามสิบ")),
        ("NUMBER", "ข้อมูลปี", 8, "B", year_value("weights.values.IIT", "1e2")),
        ("COMMA", "ข้อมูลปี", 8, "B", year_value("weights.values.IIT", "30,5")),
        ("DIGITS", "ข้อมูลปี", 8, "B", year_value("weights.values.IIT", "３０")),
        ("NUMBER", "ข้อมูลปี", 8, "B", year_value("weights.values.IIT", True)),
        ("WEIGHTS", "ข้อมูลปี", 8, "B", year_value("weights.values.IIT", 31)),
        ("NUMBER", "ตัวชี้วัด", 2, "A", cell("ตัวชี้วัด", 2, "เลขที่", 1.5)),
        ("CHOICE", "ตัวชี้วัด", 3, "B", cell("ตัวชี้วัด", 3, "แบบวัด", "XIT")),
        ("MISSING", "ตัวชี้วัด", 3, None, cell("ตัวชี้วัด", 3, "ชื่อ", "")),
        ("CODE", "ข้อ OIT", 3, "A", cell("ข้อ OIT", 3, "รหัส", "o2")),
        ("TEXT", "ข้อ OIT", 3, "D", cell("ข้อ OIT", 3, "ชื่อ", date(2024, 1, 1))),
        ("TWICE", "ข้อ OIT", 3, "A", cell("ข้อ OIT", 3, "รหัส", "O1")),
        ("SCALE", "ข้อคำถาม", 2, "G", cell("ข้อคำถาม", 2, "รหัสมาตราคำตอบ", "level9")),
        ("CONFIDENCE", "ข้อคำถาม", 2, "J", cell("ข้อคำถาม", 2, "รหัสแหล่งที่มา", "")),
        ("LEVELS", "ระดับผล", 4, "D", cell("ระดับผล", 4, "คะแนนภาพรวมสูงสุด", 80)),
        ("DATE", "ปฏิทิน", 2, "C", cell("ปฏิทิน", 2, "วันสิ้นสุด", "30 กุมภาพันธ์ 2599")),
        ("DATE", "ปฏิทิน", 2, "C", cell("ปฏิทิน", 2, "วันสิ้นสุด", 45000)),
        ("ERA", "ปฏิทิน", 2, "C", cell("ปฏิทิน", 2, "วันสิ้นสุด", date(2599, 8, 2))),
        ("MISSING", "แหล่งที่มา", 2, "A", cell("แหล่งที่มา", 2, "รหัส", "")),
        ("CHOICE", "ข้อมูลปี", 101, "B", year_value("sampling.iit.everyone_below_minimum", "บางที")),
        ("FIELD", "ข้อมูลปี", 131, "B", lambda rows: rows["ข้อมูลปี"].append(["x", "y", "no.such.field"])),
        ("ROW", "ข้อมูลปี", None, None, lambda rows: rows["ข้อมูลปี"].pop()),
        ("COLUMN", "ปฏิทิน", 1, None, lambda rows: rows["ปฏิทิน"][0].__setitem__(0, "เหตุการณ์")),
        ("COLUMN", "ปฏิทิน", 1, None, lambda rows: rows["ปฏิทิน"][0].append("หัวใหม่")),
        ("COLUMN", "ปฏิทิน", None, None, lambda rows: rows["ปฏิทิน"].clear()),
        ("SHEET", "ข้อ OIT", None, None, lambda rows: rows.pop("ข้อ OIT")),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(
    rule: str, sheet: str, row: int | None, column: str | None, change: Callable[[Rows], Any]
) -> None:
    with pytest.raises(CatalogueError) as caught:
        read_workbook(typed(change), "งาน.xlsx")
    problem = next(problem for problem in caught.value.problems if problem.rule == rule)
    assert (problem.place.file, problem.place.sheet) == ("งาน.xlsx", sheet)
    if row is not None:
        assert problem.place.row == row
    if column is not None:
        assert problem.place.column == column


def test_all_cells_that_cannot_be_read_are_told_together() -> None:
    def change(rows: Rows) -> None:
        cell("ปฏิทิน", 2, "วันเริ่ม", "เมื่อวาน")(rows)
        year_value("weights.values.EIT", "ครึ่ง")(rows)

    with pytest.raises(CatalogueError) as caught:
        read_workbook(typed(change), "งาน.xlsx")
    assert [problem.rule for problem in caught.value.problems] == ["NUMBER", "DATE"]


def test_a_key_given_twice_does_not_overwrite() -> None:
    with pytest.raises(CatalogueError, match="TWICE"):
        read_workbook(typed(lambda rows: rows["แหล่งที่มา"].append(["A", "อื่น", "x", ""])), "งาน.xlsx")


@pytest.mark.parametrize(("formula", "shown"), [("=1/0", "#DIV/0!"), ("=A9", 5), ('="x"', "x"), ("=NA()", "#N/A")])
def test_a_formula_is_refused_with_its_place_as_its_value_cannot_be_trusted(formula: str, shown: Any) -> None:
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        for name, lines in ROWS.items():
            sheet = book.add_worksheet(name)
            for r, line in enumerate(lines):
                sheet.write_row(r, 0, line)
            if name == "ข้อ OIT":
                sheet.write_formula(2, 3, formula, None, shown)
    with pytest.raises(CatalogueError) as caught:
        read_workbook(buffer.getvalue(), "งาน.xlsx")
    (problem,) = caught.value.problems
    place = problem.place
    assert (problem.rule, place.sheet, place.row, place.column) == ("FORMULA", "ข้อ OIT", 3, "D")


def test_a_list_too_long_for_a_cell_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    framework = SMALL.model_copy(
        update={"sampling": SMALL.sampling.model_copy(update={"eit_routes": ("ก" * 900,) * 40})}
    )
    path = tmp_path / "งาน.xlsx"
    with pytest.raises(Refused, match="LENGTH"):
        export_workbook(framework, path)
    assert not path.exists()


def archive_of(**members: bytes) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/"), data)
    return buffer.getvalue()


FAR_CELL = b'<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
HOSTILE = {
    "no archive": ("WORKBOOK", b"PK but not really"),
    "empty": ("WORKBOOK", b""),
    "unpacks to 30 MB": ("SIZE", archive_of(xl__worksheets__sheet1=b" " * 30_000_000)),
    "too many parts": ("SIZE", archive_of(**{f"p{n}": b"" for n in range(2001)})),
    "a cell at the far corner": ("SIZE", archive_of(xl__worksheets__sheet1=FAR_CELL)),
    "a far cell in single quotes": ("SIZE", archive_of(xl__worksheets__sheet1=b"<sheetData><c r = 'ZZZ1'>")),
    "too many cells": (
        "SIZE",
        archive_of(xl__worksheets__sheet1=b"<sheetData>" + b'<c t="n"/>' * (CELL_COUNT_LIMIT + 1)),
    ),
    "sheets in UTF-16": ("WORKBOOK", archive_of(xl__worksheets__sheet1="<c r='A1'/>".encode("utf-16"))),
    "a sheet under another name": ("SIZE", archive_of(XL__Sheets__one=FAR_CELL)),
    "an archive without a book": ("WORKBOOK", archive_of(readme=b"x")),
    "larger than 20 MB": ("SIZE", b"PK" + b"\x00" * (20 * 1024 * 1024)),
}


@pytest.mark.parametrize(("rule", "data"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_refused_before_it_is_opened(rule: str, data: bytes) -> None:
    with pytest.raises(CatalogueError) as caught:
        read_workbook(data, "งาน.xlsx")
    assert caught.value.rule == rule
    assert caught.value.place.file == "งาน.xlsx"


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="FILE"):
        import_workbook(tmp_path / "ไม่มี.xlsx")


def test_the_largest_year_stays_far_below_the_limits() -> None:
    assert len(workbook_bytes(load_framework(2566))) < 100_000
