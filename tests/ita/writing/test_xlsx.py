import io
import re
import zipfile
from datetime import datetime
from decimal import Decimal

import openpyxl
import pytest
import python_calamine
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.ita.papers.blocks import (
    Cell,
    Column,
    Field,
    FormLine,
    Gap,
    Heading,
    Items,
    Notice,
    PageBreak,
    PaperStyle,
    Paragraph,
    Row,
    SignatureBlock,
    Table,
)
from prongsai.ita.writing import write_xlsx
from prongsai.ita.writing.xlsx_cells import Figure, figure, may_become_a_formula
from prongsai.ita.writing.xlsx_names import sheet_names
from prongsai.ita.writing.xlsx_pages import in_margin
from prongsai.ita.writing.xlsx_portions import HIGHEST_ROW, line_height, lines_needed, portions

DANGEROUS = ["=1+1", "+66 2 000", "-5 คน", "@นายก", "=cmd|' /C calc'!A0", "＝1", "＋1", "−4", '=HYPERLINK("x")']


def numbers(*texts):
    return Row(tuple(Cell((Paragraph((text,)),), numeric=True) for text in texts))


@pytest.fixture(scope="module")
def book(paper_of, day):
    """A function: blocks in, the sheets of the workbook out as rows of values by name."""

    def write(*blocks, style=None, **changes):
        written = write_xlsx(paper_of(*blocks, **changes), day, style)
        opened = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(written))
        return {name: opened.get_sheet_by_name(name).to_python() for name in opened.sheet_names}

    return write


@pytest.fixture(scope="module")
def looked_at(paper_of, day):
    """A function: blocks in, the workbook out as openpyxl sees it, formats and all."""

    def write(*blocks, style=None, **changes):
        return openpyxl.load_workbook(io.BytesIO(write_xlsx(paper_of(*blocks, **changes), day, style)))

    return write


def test_texts_stand_in_order_on_the_first_sheet_and_each_table_on_its_own(book, table_of):
    first, second = (table_of((text, "ข"), caption=f"ตารางที่ {n} {text}") for n, text in ((1, "ก"), (2, "ค")))
    sheets = book(Heading("ส่วนที่ 1"), first, Paragraph(("ต่อไป",)), second, Notice("ระวัง"))
    assert list(sheets) == ["เนื้อความ", "ตารางที่ 1 ก", "ตารางที่ 2 ค"]
    assert [row[0] for row in sheets["เนื้อความ"]] == [
        "เอกสารทดสอบ",
        "ร่าง",
        "ส่วนที่ 1",
        "ตารางที่ 1 ก (ดูแผ่นงาน “ตารางที่ 1 ก”)",
        "ต่อไป",
        "ตารางที่ 2 ค (ดูแผ่นงาน “ตารางที่ 2 ค”)",
        "ระวัง",
    ]
    assert sheets["ตารางที่ 1 ก"] == [["ตารางที่ 1 ก", ""], ["หัวก", "หัวข"], ["ก", "ข"]]


def test_digits_are_arabic_whatever_the_paper_has(book):
    assert book(Paragraph(("ข้อ I๑๔ ปี ๒๕๖๗",)), title=(), draft=False) == {"เนื้อความ": [["ข้อ i14 ปี 2567"]]}


def test_figures_are_numbers_that_look_as_printed(looked_at):
    table = Table(
        tuple(Column(str(n), 1) for n in range(6)), (numbers("78.16", "+1.50", "-4.89", "1,234.50", "12", "–"),), "ก"
    )
    row = next(looked_at(table).worksheets[1].iter_rows(min_row=2))
    assert [cell.value for cell in row] == [78.16, 1.5, -4.89, 1234.5, 12, "–"]
    assert [cell.number_format for cell in row[:5]] == [
        "0.00",
        "+0.00;-0.00;0.00",
        "+0.00;-0.00;0.00",
        "#,##0.00",
        "0",
    ]


def test_figures_in_cells_of_text_stay_text(book):
    table = Table((Column("ก", 1),), (Row((Cell((Paragraph(("2567",)),)),)),), "ก", "ต")
    assert book(table)["ต"][2] == ["2567"]


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_text_becomes_a_formula_and_each_is_kept_as_typed(looked_at, paper_of, day, text):
    table = Table((Column(text, 1),), (Row((Cell((Paragraph((text,)),)),)), Row(band=text)), "ก", text)
    opened = looked_at(Paragraph((text,)), table)
    cells = [cell for sheet in opened for row in sheet.iter_rows() for cell in row if cell.value is not None]
    found = [cell for cell in cells if cell.value == text]
    assert len(found) >= 4
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.quotePrefix for cell in found)
    with zipfile.ZipFile(io.BytesIO(write_xlsx(paper_of(Paragraph((text,)), table), day))) as parts:
        sheets = [parts.read(name).decode() for name in parts.namelist() if "worksheets/sheet" in name]
    assert not any(re.search(r"<f[ >]", sheet) for sheet in sheets)


def test_signs_that_begin_a_formula_are_known():
    assert all(map(may_become_a_formula, DANGEROUS))
    assert not any(map(may_become_a_formula, ["", "ก=1", "1+1", "–"]))


@pytest.mark.parametrize("text", ["", "ไม่มี", "1 คะแนน", "1.2.3", "--1", "๑๒"])
def test_what_is_no_plain_figure_stays_text(text):
    assert figure(text) is None


def test_a_figure_keeps_its_decimals_and_separators():
    assert figure("2,214") == Figure(Decimal(2214), "#,##0")


def test_cells_hold_paragraphs_and_numbered_steps_on_lines(book):
    steps = Cell((Paragraph(("ก่อน ", Gap("วันที่"))), Items((("หนึ่ง",), ("สอง",))), Items((("ก",),), numbered=False)))
    sheet = book(Table((Column("ขั้นตอน", 1),), (Row((steps,)),), "ก", "ต"))["ต"]
    assert sheet[2] == ["ก่อน ................ «โปรดระบุ: วันที่»\n1. หนึ่ง\n2. สอง\n- ก"]


def test_a_band_spans_the_table(looked_at, table_of):
    sheet = looked_at(table_of("ประเด็นที่ 1", ("ก", "ข", "ค"), caption="ต"))["ต"]
    assert [str(merged) for merged in sheet.merged_cells.ranges] == ["A3:C3"]
    assert sheet["A3"].value == "ประเด็นที่ 1"


def test_the_header_stays_in_sight_and_repeats_on_lying_a4(looked_at, table_of):
    opened = looked_at(table_of(("ก", "ข"), caption="ต"))
    sheet = opened["ต"]
    assert sheet.freeze_panes == "A3"
    assert sheet.print_title_rows == "$2:$2"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert opened.worksheets[0].page_setup.orientation == "portrait"
    assert sheet.page_margins.left == pytest.approx(3 / 2.54)


def test_every_cell_has_the_thai_font_and_texts_wrap(looked_at, table_of):
    opened = looked_at(Paragraph(("ก",)), table_of(("ก", "ข")), style=PaperStyle(font_xlsx="TH Sarabun New"))
    cells = [cell for sheet in opened for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.font.name for cell in cells} == {"TH Sarabun New"}
    assert {cell.font.size for cell in cells} == {16, 20}
    assert all(cell.alignment.wrap_text for cell in cells)


def test_a_draft_says_so_on_the_sheet_and_on_every_printed_page(looked_at, table_of):
    drafted, final = (looked_at(table_of(("ก", "ข")), draft=draft) for draft in (True, False))
    assert [sheet.oddHeader.right.text for sheet in drafted] == ["&Bร่าง", "&Bร่าง"]
    assert [sheet.oddHeader.right.text for sheet in final] == [None, None]
    assert "ร่าง" not in [row[0].value for row in final.worksheets[0].iter_rows()]


def test_the_footer_stands_on_every_page_and_no_sign_in_it_is_a_command(looked_at):
    sheet = looked_at(footer="ก & ข &P", style=PaperStyle(footer="อบต.")).worksheets[0]
    assert sheet.oddFooter.center.text.replace("&&", "&") == "ก & ข &P · อบต."


@pytest.mark.parametrize(("text", "shown"), [("ก&ข", "ก&&ข"), ("&[Picture]", "&& [Picture]"), ("ก" * 300, "ก" * 240)])
def test_a_footer_is_cut_and_guarded(text, shown):
    assert in_margin(text) == shown
    assert in_margin("ก" + "&" * 300).count("&") % 2 == 0


def test_the_properties_name_the_paper_and_the_agency_and_no_clock(looked_at):
    properties = looked_at().properties
    assert (properties.title, properties.creator) == ("เอกสารทดสอบ", "องค์การบริหารส่วนตำบลหนองกระจ่าง")
    assert properties.created == properties.modified == datetime(2025, 3, 17)


def test_the_same_content_and_date_give_the_same_bytes(paper_of, day, table_of, charts):
    paper = paper_of(Heading("ส่วนที่ 1"), table_of(("ก", "ข")), *charts)
    assert write_xlsx(paper, day) == write_xlsx(paper, day)


def test_charts_give_their_figures_as_numbers_unless_the_paper_has_them(book, charts):
    sheets = book(*charts)
    assert list(sheets)[1:] == ["แผนภูมิที่ 1 คะแนนสองปี", "แผนภูมิที่ 2 การเปลี่ยนแปลง", "แผนภูมิที่ 3 คะแนนรายข้อ"]
    assert sheets["แผนภูมิที่ 1 คะแนนสองปี"][5] == ["4 การใช้ทรัพย์สินของราชการ", 78.16, 83.05]
    assert sheets["แผนภูมิที่ 2 การเปลี่ยนแปลง"][5] == ["4 การใช้ทรัพย์สินของราชการ", -4.89]
    assert sheets["แผนภูมิที่ 3 คะแนนรายข้อ"][3] == ["i1", 74, "ต่ำกว่า 85"]
    assert sheets["เนื้อความ"][-1] == ["แผนภูมิที่ 4 คะแนน (ดูตัวเลขในตาราง)"]


def test_forms_and_signatures_are_lines_of_text(book):
    line = FormLine((Field("ที่", ("ตย 71001/1",)), Field("วันที่", (Gap("วันที่"),))))
    signer = SignatureBlock("ผู้จัดทำ", "ตำแหน่งหนึ่ง", Gap("ชื่อ"))
    rows = [row[0] for row in book(line, PageBreak(), signer, form="memo")["เนื้อความ"]]
    assert "ที่ ตย 71001/1  วันที่ ................ «โปรดระบุ: วันที่»" in rows
    assert rows[0] == "................ «โปรดระบุ: ตราครุฑ»"
    assert rows[-3:] == [
        f"ลงชื่อ {'.' * 24} ผู้จัดทำ",
        "(................ «โปรดระบุ: ชื่อ»)",
        "ตำแหน่งหนึ่ง",
    ]


def test_an_emblem_is_a_picture_of_the_wished_height(looked_at, picture):
    sheet = looked_at(style=PaperStyle(emblem=picture, emblem_height=Decimal("1.5"))).worksheets[0]
    [image] = sheet._images
    extent = image.anchor.to if hasattr(image.anchor, "to") else image.anchor.ext
    assert sheet["A2"].value == "เอกสารทดสอบ"
    assert sheet.row_dimensions[1].height == pytest.approx(1.5 / 2.54 * 72 + 4, abs=0.5)
    assert extent is not None


@given(st.lists(st.text(max_size=60), max_size=6))
def test_names_of_sheets_are_what_excel_allows_and_differ(wishes):
    names = sheet_names(wishes, other="ตาราง")
    assert len({name.lower() for name in names}) == len(wishes)
    for name in names:
        assert 0 < len(name.encode("utf-16-le", "surrogatepass")) // 2 <= 31
        assert not re.search(r"[\[\]:*?/\\]", name)
        assert name[0] != "'"
        assert name[-1] != "'"
        assert name.lower() != "history"


def test_names_of_sheets_are_cut_between_words():
    assert sheet_names(["ตารางมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"] * 2, other="ตาราง") == [
        "ตารางมาตรการส่งเสริมคุณธรรมและ",
        "ตารางมาตรการส่งเสริมคุณธรรม (2)",
    ]
    assert sheet_names(["", "[]", "History"], other="ตาราง") == ["ตาราง 1", "ตาราง 2", "History (2)"]


@settings(max_examples=60)
@given(st.text(alphabet="กขค้ำ \nabc1", max_size=3000), st.integers(11, 80))
def test_portions_of_a_long_text_lose_nothing_and_each_can_be_shown(text, width):
    found = portions(text, width, 16)
    assert re.sub(r"\s", "", "".join(found)) == re.sub(r"\s", "", text)
    assert all(lines_needed(part, width) * line_height(16) <= HIGHEST_ROW for part in found)


def test_sixty_steps_run_on_in_the_same_column_of_the_next_rows(looked_at):
    steps = Items(tuple((f"ขั้นย่อย {n} ให้บันทึกผลลงในแบบฟอร์ม",) for n in range(1, 61)))
    row = Row((Cell((Paragraph(("ก่อน",)),)), Cell((steps,))))
    sheet = looked_at(Table((Column("ก", 1), Column("ข", 2)), (row,), "ต", "ต"))["ต"]
    told = "\n".join(sheet.cell(n, 2).value or "" for n in range(3, sheet.max_row + 1))
    assert [n for n in range(1, 61) if f"ขั้นย่อย {n} ให้" not in told] == []
    assert sheet.cell(3, 1).value == "ก่อน"
    assert all((sheet.row_dimensions[n].height or 0) <= 409 for n in range(1, sheet.max_row + 1))
    assert sheet.max_row > 4


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=40), min_size=1, max_size=3))
def test_no_text_whatever_breaks_the_workbook(book, table_of, texts):
    blocks = [Paragraph(tuple(texts)), Heading(texts[0]), Notice(texts[0]), table_of(*[(text, text) for text in texts])]
    assert len(book(*blocks, agency=texts[0], footer=texts[-1] * 20, subject=texts[0] * 20, title=tuple(texts))) == 2


def test_the_sheet_of_texts_prints_two_columns_so_that_libreoffice_shrinks_it_to_the_page(paper_of, day):
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(paper_of(Paragraph(("ก",)), Paragraph(("ข",))), day)))
    sheet = book.worksheets[0]
    assert sheet.print_area.replace("$", "").endswith(f"!A1:B{sheet.max_row}")
    assert sheet.column_dimensions["B"].width < 2
