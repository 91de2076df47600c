"""Excel files of an invented office: visible sheets, tables among titles and notes, what is hidden or in trouble."""

import io
import zipfile
from datetime import date, datetime

import pytest
import xlsxwriter

from ita.reading.office_files import zipped
from prongsai.ita.reading import Table, TextLine, read_blocks
from prongsai.ita.reading.xlsx_layout import xlsx_blocks
from prongsai.ita.reading.xlsx_sheet import cell_name, column_letters, column_number
from prongsai.ita.thai import Period, Refused

HEAD = ("มาตรการ", "ขั้นตอน/วิธีการปฏิบัติ", "ผู้รับผิดชอบ", "ระยะเวลาดำเนินการ")
ROW = ("จัดทำทะเบียนการยืม", "๑. ออกแบบใบยืม\n๒. แจ้งเวียน", "กองคลัง", "ม.ค. - มี.ค. 2567")


class Book:
    """A workbook under construction: `sheet` adds one, `made` closes it and gives the file."""

    def __init__(self):
        self._file = io.BytesIO()
        self.book = xlsxwriter.Workbook(self._file, {"in_memory": True})

    def sheet(self, rows=(), name=None):
        sheet = self.book.add_worksheet(name)
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                if isinstance(value, date):
                    sheet.write_datetime(at, column, value, self.book.add_format({"num_format": "d mmm yyyy"}))
                elif value is not None:
                    sheet.write(at, column, value)
        return sheet

    def made(self):
        self.book.close()
        return self._file.getvalue()


@pytest.fixture
def book():
    return Book()


def changed(data, old, new, part="xl/worksheets/sheet1.xml"):
    """Give a workbook with something in one of its parts replaced."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert old in parts[part]
    return zipped(parts | {part: parts[part].replace(old, new)})


def layout(rows):
    made = Book()
    made.sheet(rows)
    return xlsx_blocks(made.made())


def shapes(blocks):
    """Give lines as their text and tables as the texts of their cells."""
    return [
        block.text if isinstance(block, TextLine) else [[cell.text for cell in row.cells] for row in block.rows]
        for block in blocks
    ]


def test_titles_above_and_notes_below_a_table_are_lines():
    rows = [("มาตรการส่งเสริมความโปร่งใส",), ("ประจำปี 2567",), HEAD, ROW, ("หมายเหตุ ปรับได้",)]
    found = shapes(layout(rows).blocks)
    assert found[:2] == ["มาตรการส่งเสริมความโปร่งใส", "ประจำปี 2567"]
    assert found[2][0] == list(HEAD)
    assert found[3] == "หมายเหตุ ปรับได้"


def test_empty_rows_part_tables_and_leave_a_gap():
    blocks = layout([HEAD, ROW, (), HEAD, ROW, (), (), ("ข้อเสนอแนะ",), ("ควรมีคู่มือ",)]).blocks
    assert [type(block) for block in blocks] == [Table, Table, TextLine, TextLine]
    assert [block.gap for block in blocks[2:]] == [True, False]
    assert [blocks[2].number, blocks[3].number] == [8, 9]


def test_lines_within_a_cell_are_its_lines():
    table = layout([HEAD, ROW]).blocks[0]
    assert table.rows[1].cells[1].lines == ("๑. ออกแบบใบยืม", "๒. แจ้งเวียน")


def test_a_title_merged_over_the_table_is_one_line_even_over_two_rows(book):
    sheet = book.sheet()
    sheet.merge_range(0, 0, 1, 3, "มาตรการส่งเสริมความโปร่งใส")
    sheet.write_row(2, 0, HEAD)
    sheet.write_row(3, 0, ROW)
    found = shapes(xlsx_blocks(book.made()).blocks)
    assert found[0] == "มาตรการส่งเสริมความโปร่งใส"
    assert len(found) == 2


def test_merged_cells_hold_for_what_they_cover(book):
    sheet = book.sheet([HEAD, (), ROW, ()])
    sheet.merge_range(0, 1, 0, 2, "การดำเนินการ")
    sheet.merge_range(1, 0, 2, 0, "ยืมพัสดุ")
    sheet.write(1, 1, "ก")
    rows = xlsx_blocks(book.made()).blocks[0].rows
    assert [(cell.text, cell.held) for cell in rows[0].cells[1:3]] == [("การดำเนินการ", None), ("การดำเนินการ", "right")]
    assert [(row.cells[0].text, row.cells[0].held) for row in rows[1:3]] == [("ยืมพัสดุ", None), ("ยืมพัสดุ", "down")]


def test_a_table_may_stand_anywhere_on_the_sheet(book):
    sheet = book.sheet()
    sheet.write(3, 2, "มาตรการส่งเสริมความโปร่งใส")
    sheet.write_row(6, 2, HEAD)
    sheet.write_row(7, 2, ROW)
    title, table = xlsx_blocks(book.made()).blocks
    assert (title.number, table.rows[0].number) == (4, 7)
    assert [cell.text for cell in table.rows[0].cells] == list(HEAD)


def test_a_band_stays_in_its_table_and_a_heading_before_the_next_header_does_not():
    rows = [HEAD, ("ประเด็นที่ ๑",), ROW, ("ประเด็นที่ ๒",), ROW, ("ตารางที่ 2",), HEAD, ROW]
    found = shapes(layout(rows).blocks)
    assert [len(block) for block in found if isinstance(block, list)] == [5, 2]
    assert found[1] == "ตารางที่ 2"


def test_a_row_broken_by_a_page_stays_with_the_table():
    rest = (None, "๓. ติดตาม")
    (table,) = layout([HEAD, ROW, rest]).blocks
    assert table.rows[2].cells[1].text == "๓. ติดตาม"
    blocks = layout([HEAD, ROW, (), rest, ROW]).blocks
    assert [len(read.steps) for read in read_blocks(blocks).measures] == [3, 2]


def test_numbered_lines_over_two_cells_are_lines():
    rows = [("ข้อจำกัด",), ("1.", "บุคลากรมีน้อย"), ("2.", "พื้นที่กว้าง"), (), ("หน่วยงาน :", "เทศบาลตำบลท่าแจ่มจันทร์")]
    assert shapes(layout(rows).blocks) == [
        "ข้อจำกัด",
        "1. บุคลากรมีน้อย",
        "2. พื้นที่กว้าง",
        "หน่วยงาน : เทศบาลตำบลท่าแจ่มจันทร์",
    ]


def test_places_for_signatures_are_lines_and_never_rows_of_measures():
    blocks = layout([HEAD, ROW, (), (None, "ลงชื่อ ..........", "ลงชื่อ .........."), (None, "ผู้รายงาน", "ผู้รับรอง")]).blocks
    assert [type(block) for block in blocks] == [Table, TextLine, TextLine]
    assert len(read_blocks(blocks).measures) == 1


def test_numbers_and_days_are_written_as_they_are_shown(book):
    sheet = book.sheet(
        [("ปี", "คะแนน", "ร้อยละ", "วันที่", "รหัส"), ("2567", 85.85000000000001, None, datetime(2023, 10, 1), "0123")]
    )
    sheet.write_number(1, 2, 0.9136, book.book.add_format({"num_format": "0.00%"}))
    found = xlsx_blocks(book.made())
    assert shapes(found.blocks)[0][1] == ["2567", "85.85", "91.36", "1 ตุลาคม 2566", "0123"]
    assert [(notice.rule, notice.value) for notice in found.notices] == [("percent", "Sheet1!C2")]


def test_a_day_typed_in_the_buddhist_era_is_read_as_typed_and_asked_about():
    found = layout([HEAD, (*ROW[:3], datetime(2567, 3, 31))])
    assert [notice.rule for notice in found.notices] == ["date-doubtful"]
    assert read_blocks(found.blocks).measures[0].period == Period(date(2024, 3, 31), date(2024, 3, 31))


def test_hidden_rows_columns_and_sheets_are_named_and_not_read(book):
    sheet = book.sheet([("ก", "ข", "ค", "ง"), ("จ", "ฉ", "ช", "ซ"), ("ญ", "ด", "ต", "ถ"), ("ท", "น", "บ", "ป")], "ผล")
    sheet.set_row(1, None, None, {"hidden": True})
    sheet.set_row(2, None, None, {"hidden": True})
    sheet.set_column(1, 1, None, None, {"hidden": True})
    sheet.set_column(9, 12, None, None, {"hidden": True})
    book.sheet([("ลับ",)], "ร่าง").hide()
    book.sheet([("ลับมาก",)], "ร่าง2").very_hidden()
    found = xlsx_blocks(book.made())
    assert shapes(found.blocks) == [[["ก", "ค", "ง"], ["ท", "บ", "ป"]]]
    assert {notice.rule: notice.value for notice in found.notices} == {
        "hidden-rows": "ผล!2-3",
        "hidden-columns": "ผล!B",
        "hidden-sheets": "ร่าง, ร่าง2",
    }


def test_hidden_rows_without_anything_are_no_news(book):
    book.sheet([HEAD, ROW]).set_row(1_000, None, None, {"hidden": True})
    assert xlsx_blocks(book.made()).notices == ()


def test_a_merged_cell_whose_first_row_is_hidden_is_seen_in_the_next(book):
    sheet = book.sheet([("ก", "ข"), (None, "ค"), (None, "ง")])
    sheet.merge_range(0, 0, 2, 0, "รวม")
    sheet.set_row(0, None, None, {"hidden": True})
    rows = xlsx_blocks(book.made()).blocks[0].rows
    assert [(row.cells[0].text, row.cells[0].held) for row in rows] == [("รวม", None), ("รวม", "down")]


@pytest.mark.parametrize("fault", ["#REF!", "#DIV/0!", "#N/A", "#VALUE!", "#NAME?"])
def test_a_formula_in_trouble_leaves_its_cell_empty_and_is_named(book, fault):
    book.sheet([("ตัวชี้วัด", "คะแนน"), ("การใช้งบประมาณ", None), ("การใช้อำนาจ", 88.5)]).write_formula(
        1, 1, "=A1", None, fault
    )
    found = xlsx_blocks(book.made())
    assert shapes(found.blocks)[0][1] == ["การใช้งบประมาณ", ""]
    assert [(notice.rule, notice.value) for notice in found.notices] == [("cell-error", "Sheet1!B2")]


def test_a_formula_without_a_kept_result_is_named_and_one_with_is_read(book):
    sheet = book.sheet([("ก", "ข", "ค"), ("ง", None, None)])
    sheet.write_formula(1, 1, "=AVERAGE(1,2)", None, 86.46)
    sheet.write_formula(1, 2, "=A1", None, 1)
    data = changed(book.made(), b"<f>A1</f><v>1</v>", b"<f>A1</f>")
    found = xlsx_blocks(data)
    assert shapes(found.blocks)[0][1] == ["ง", "86.46", ""]
    assert [(notice.rule, notice.value) for notice in found.notices] == [("cell-error", "Sheet1!C2")]


def test_many_places_are_named_by_the_first_ten(book):
    sheet = book.sheet([("ก", "ข")] * 15)
    for row in range(15):
        sheet.write_formula(row, 1, "=A1", None, "#REF!")
    (notice,) = xlsx_blocks(book.made()).notices
    assert notice.value.endswith("Sheet1!B10 ...")


def test_sheets_come_one_after_the_other_with_rows_counted_on(book):
    book.sheet([HEAD, ROW])
    book.sheet([HEAD, ROW])
    first, second = xlsx_blocks(book.made()).blocks
    assert [row.number for table in (first, second) for row in table.rows] == [1, 2, 3, 4]


def test_a_sheet_named_after_a_year_says_so_where_nothing_else_does(book):
    scores = [("ตัวชี้วัด", "คะแนน"), ("การปฏิบัติหน้าที่", 90.1), ("การใช้งบประมาณ", 84.44)]
    for name in ("ปี 2566", "ปี 2567"):
        sheet = book.sheet(scores if name == "ปี 2567" else [("ผลการประเมิน ปี 2566",), *scores], name)
        sheet.activate()
    blocks = xlsx_blocks(book.made()).blocks
    assert [block.text for block in blocks if isinstance(block, TextLine)] == ["ผลการประเมิน ปี 2566", "ปี 2567"]


def test_chart_sheets_and_empty_sheets_give_nothing(book):
    book.sheet()
    book.sheet([("ก",)])
    chart = book.book.add_chart({"type": "bar"})
    chart.add_series({"values": "=Sheet2!$A$1"})
    book.book.add_chartsheet().set_chart(chart)
    assert shapes(xlsx_blocks(book.made()).blocks) == ["ก"]


def test_a_million_empty_rows_with_styles_do_not_matter(book):
    book.sheet([HEAD, ROW])
    rows = b"".join(b'<row r="%d" s="1"><c r="A%d" s="1"/></row>' % (n, n) for n in range(3, 100_003))
    data = changed(book.made(), b"</sheetData>", rows + b'<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>')
    (table,) = xlsx_blocks(data).blocks
    assert len(table.rows) == 2


def test_values_at_the_two_ends_of_the_sheet_are_refused_before_they_are_loaded(book):
    book.sheet([HEAD, ROW]).write(1_048_575, 16_383, "ไกล")
    with pytest.raises(Refused) as refused:
        xlsx_blocks(book.made())
    assert refused.value.rule == "SIZE"


def test_a_value_far_below_is_read_without_the_rows_between(book):
    book.sheet([HEAD, ROW]).write(1_000_000 // 4, 3, "ไกล")
    table, note = xlsx_blocks(book.made()).blocks
    assert (len(table.rows), note.text, note.gap) == (2, "ไกล", True)


def test_too_many_values_over_all_sheets_are_refused(book, monkeypatch):
    monkeypatch.setattr("prongsai.ita.reading.xlsx_layout.MOST_CELLS", 10)
    book.sheet([HEAD, ROW])
    book.sheet([HEAD])
    with pytest.raises(Refused) as refused:
        xlsx_blocks(book.made())
    assert refused.value.rule == "SIZE"


def test_too_many_sheets_are_refused(book):
    for _ in range(101):
        book.sheet([("ก",)])
    with pytest.raises(Refused) as refused:
        xlsx_blocks(book.made())
    assert refused.value.rule == "SIZE"


def test_huge_merged_ranges_do_not_fill_the_memory(book):
    sheet = book.sheet([HEAD, ROW])
    sheet.write(60_000, 20, "ท้าย")
    ranges = "".join(f'<mergeCell ref="A2:U{60_000 + n}"/>' for n in range(1_000)).encode()
    data = changed(book.made(), b"</sheetData>", b'</sheetData><mergeCells count="1000">' + ranges + b"</mergeCells>")
    assert shapes(xlsx_blocks(data).blocks)[0][0] == list(HEAD)


def test_cells_and_rows_without_their_place_are_counted(book):
    book.sheet([("ก", "ข"), ("ค", "ง")])
    data = book.made()
    for place in (b' r="A1"', b' r="B1"', b' r="A2"', b' r="B2"', b' r="1"', b' r="2"'):
        data = changed(data, place, b"")
    assert shapes(xlsx_blocks(data).blocks) == [[["ก", "ข"], ["ค", "ง"]]]


@pytest.mark.parametrize("data", [b"", b"PK no zip", zipped({"xl/workbook.xml": "<workbook/>"}), zipped({"a": "b"})])
def test_what_is_no_sound_workbook_is_refused(data):
    with pytest.raises(Refused) as refused:
        xlsx_blocks(data)
    assert refused.value.rule == "TRUNCATED"


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"</sheetData>", b"<row></sheetData>"), (b"<v>0</v>", b"<v>99</v>"), (b"<sheetData>", b"<sheetData><row r='x'")],
)
def test_a_spoilt_sheet_is_refused(book, old, new):
    book.sheet([HEAD, ROW])
    with pytest.raises(Refused) as refused:
        xlsx_blocks(changed(book.made(), old, new))
    assert refused.value.rule == "TRUNCATED"


def test_markup_in_cells_is_never_text():
    table = layout([HEAD, ("<b>ยืมพัสดุ</b>", "<p>สำรวจ</p><p>แจ้งเวียน</p>", "กองคลัง", "")]).blocks[0]
    assert [cell.lines for cell in table.rows[1].cells[:2]] == [("ยืมพัสดุ",), ("สำรวจ", "แจ้งเวียน")]


@pytest.mark.parametrize(("letters", "number"), [("A", 0), ("Z", 25), ("AA", 26), ("XFD", 16_383)])
def test_columns_have_letters(letters, number):
    assert column_number(letters) == number
    assert column_letters(number) == letters
    assert cell_name(2, number) == f"{letters}3"
