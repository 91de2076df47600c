from decimal import Decimal

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.ita.papers.blocks import (
    Cell,
    Column,
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
from prongsai.ita.writing import write_docx


def texts(document):
    return [paragraph.text for paragraph in document.paragraphs if paragraph.text]


def children(element, tag):
    return list(element.iter(qn(tag)))


def test_thai_font_size_and_language_stand_in_the_defaults(paper_of, day, opened):
    root = opened(write_docx(paper_of(Paragraph(("ก",))), day)).styles.element
    defaults = root.find(qn("w:docDefaults"))
    fonts = children(defaults, "w:rFonts")[0]
    assert {fonts.get(qn(f"w:{slot}")) for slot in ("ascii", "hAnsi", "cs", "eastAsia")} == {"TH SarabunPSK"}
    assert children(defaults, "w:lang")[0].get(qn("w:bidi")) == "th-TH"
    assert children(defaults, "w:szCs")[0].get(qn("w:val")) == "32"


def test_every_style_has_the_font_without_theme_and_thai_twins_of_size_and_weight(paper_of, day, opened):
    root = opened(write_docx(paper_of(), day)).styles.element
    assert [name for fonts in children(root, "w:rFonts") for name in fonts if "heme" in name] == []
    for latin, thai in (("w:sz", "w:szCs"), ("w:b", "w:bCs")):
        assert [p for p in children(root, "w:rPr") if p.find(qn(latin)) is not None and p.find(qn(thai)) is None] == []


def test_headings_are_black(paper_of, day, opened):
    assert children(opened(write_docx(paper_of(Heading("ก")), day)).styles.element, "w:color") == []


def test_running_text_is_distributed_the_thai_way_with_an_indent(paper_of, day, opened):
    document = opened(write_docx(paper_of(Paragraph(("เนื้อความ",)), title=()), day))
    properties = document.paragraphs[0]._p.pPr
    assert properties.find(qn("w:jc")).get(qn("w:val")) == "thaiDistribute"
    assert document.paragraphs[0].paragraph_format.first_line_indent.cm == pytest.approx(2.5, abs=0.01)


def test_the_text_is_the_content_in_the_numerals_of_the_paper(paper_of, day, opened):
    blocks = (Heading("ส่วนที่ 1"), Paragraph(("ข้อ I14 ปี 2567",)), Notice("ยังไม่ยืนยัน"), Items((("หนึ่ง",), ("สอง",))))
    assert texts(opened(write_docx(paper_of(*blocks), day))) == [
        "เอกสารทดสอบ",
        "ส่วนที่ ๑",
        "ข้อ i๑๔ ปี ๒๕๖๗",
        "ยังไม่ยืนยัน",
        "๑.\tหนึ่ง",
        "๒.\tสอง",
    ]


def test_a_gap_asks_and_is_never_filled(paper_of, day, opened):
    document = opened(write_docx(paper_of(Paragraph(("คำสั่งที่ ", Gap("เลขที่คำสั่ง")))), day))
    assert texts(document)[-1] == f"คำสั่งที่ {'.' * 30} «โปรดระบุ: เลขที่คำสั่ง»"


def test_header_rows_repeat_and_rows_stay_whole_unless_very_tall(paper_of, day, opened):
    steps = Items(tuple((f"ขั้นที่ {n} ให้เจ้าหน้าที่บันทึกผลลงในแบบฟอร์มทุกครั้ง",) for n in range(60)))
    rows = (Row((Cell((Paragraph(("สั้น",)),)),)), Row((Cell((steps,)),)), Row(band="แถบ"))
    table = opened(write_docx(paper_of(Table((Column("หัว", 1),), rows, "สรุปตาราง")), day)).tables[0]
    written = [row._tr.trPr for row in table.rows]
    assert [row is not None and row.find(qn("w:tblHeader")) is not None for row in written] == [
        True,
        False,
        False,
        False,
    ]
    assert [row is not None and row.find(qn("w:cantSplit")) is not None for row in written] == [True, True, False, True]
    assert table._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val")) == "สรุปตาราง"


def test_a_band_spans_the_table_and_stays_with_the_row_below(paper_of, day, opened, table_of):
    table = opened(write_docx(paper_of(table_of("ประเด็นที่ 1", ("ก", "ข", "ค"))), day)).tables[0]
    band = table.rows[1]._tr.tc_lst
    assert [cell.grid_span for cell in band] == [3]
    assert table.rows[1].cells[0].text == "ประเด็นที่ ๑"
    assert table.rows[1].cells[0].paragraphs[0].paragraph_format.keep_with_next


def test_column_widths_stand_in_the_grid_and_in_the_cells(paper_of, day, opened, table_of):
    table = opened(write_docx(paper_of(table_of(("ก", "ข"), shares=[1, 3])), day)).tables[0]
    assert [column.width.cm for column in table.columns] == pytest.approx([4.0, 12.0], abs=0.01)
    assert [cell.width.cm for cell in table.rows[1].cells] == pytest.approx([4.0, 12.0], abs=0.01)


def test_figures_stand_to_the_right(paper_of, day, opened):
    row = Row((Cell((Paragraph(("9.99",)),), numeric=True),))
    table = opened(write_docx(paper_of(Table((Column("คะแนน", 1),), (row,), "ก")), day)).tables[0]
    assert table.rows[1].cells[0].paragraphs[0].alignment == 2


def test_landscape_sections_lie_and_keep_the_margins(paper_of, day, opened):
    blocks = (Paragraph(("ก",)), PageBreak(landscape=True), Paragraph(("ข",)), PageBreak(), Paragraph(("ค",)))
    sections = opened(write_docx(paper_of(*blocks), day)).sections
    assert [section.orientation for section in sections] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.PORTRAIT,
    ]
    assert [round(section.page_width.cm, 1) for section in sections] == [21.0, 29.7, 21.0]
    assert {round(section.left_margin.cm, 1) for section in sections} == {3.0}


@pytest.mark.parametrize(("digits", "code"), [("thai", r" PAGE \* THAIARABIC "), ("arabic", " PAGE ")])
def test_pages_are_numbered_by_a_field_from_the_second_page(paper_of, day, opened, digits, code):
    section = opened(write_docx(paper_of(), day, PaperStyle(digits=digits))).sections[0]
    assert [entry.text for entry in children(section.header._element, "w:instrText")] == [code]
    assert section.different_first_page_header_footer
    assert children(section.first_page_header._element, "w:instrText") == []


def test_a_draft_is_marked_on_the_first_and_on_all_other_pages(paper_of, day, opened):
    blocks = (Paragraph(("ก",)), PageBreak(landscape=True), Paragraph(("ข",)))
    drafted, final = (opened(write_docx(paper_of(*blocks, draft=draft), day)) for draft in (True, False))
    heads = [[s.header.paragraphs[0].text for s in document.sections] for document in (drafted, final)]
    assert ["ร่าง" in text for text in heads[0]] == [True, True]
    assert ["ร่าง" in text for text in heads[1]] == [False, False]
    assert "ร่าง" in drafted.sections[0].first_page_header.paragraphs[0].text


def test_the_footer_stands_on_every_page(paper_of, day, opened):
    sections = opened(write_docx(paper_of(Paragraph(("ก",)), PageBreak(), Paragraph(("ข",))), day)).sections
    found = [sections[0].first_page_footer, *(section.footer for section in sections)]
    assert {footer.paragraphs[0].text for footer in found} == {"ข้อมูลสมมุติเพื่อการสาธิต"}


def test_the_properties_name_the_paper_and_the_agency_and_no_clock(paper_of, day, opened):
    properties = opened(write_docx(paper_of(), day)).core_properties
    assert (properties.title, properties.author) == ("เอกสารทดสอบ", "องค์การบริหารส่วนตำบลหนองกระจ่าง")
    assert properties.language == "th-TH"
    assert properties.created.date() == properties.modified.date() == day


def test_the_same_content_and_date_give_the_same_bytes(paper_of, day, table_of):
    paper = paper_of(Heading("ส่วนที่ 1"), table_of(("ก", "ข")))
    assert write_docx(paper, day) == write_docx(paper, day)


def test_signatures_stand_two_by_two_and_an_odd_one_to_the_right(paper_of, day, opened):
    signers = [SignatureBlock(role, "ตำแหน่ง", "นางสาวพิมพ์ใจ ตัวอย่างดี") for role in ("ผู้จัดทำ", "ผู้เห็นชอบ", "ผู้อนุมัติ")]
    table = opened(write_docx(paper_of(Paragraph(("จึงขอเสนอ",)), *signers), day)).tables[0]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert [["ผู้จัดทำ" in rows[0][0], "ผู้เห็นชอบ" in rows[0][1]], [rows[1][0], "ผู้อนุมัติ" in rows[1][1]]] == [
        [True, True],
        ["", True],
    ]
    assert "(นางสาวพิมพ์ใจ ตัวอย่างดี)" in rows[0][0]


def test_what_only_the_pdf_cannot_show_stays_in_word(paper_of, day, opened):
    assert "ดี😀" in texts(opened(write_docx(paper_of(Paragraph(("ดี😀",))), day)))


def test_font_and_size_follow_the_style(paper_of, day, opened):
    style = PaperStyle(font_docx="TH Sarabun IT๙", size_docx=Decimal(15))
    styles = opened(write_docx(paper_of(), day, style)).styles
    assert {fonts.get(qn("w:cs")) for fonts in children(styles.element, "w:rFonts")} == {"TH Sarabun IT๙"}
    assert styles["Normal"].element.rPr.find(qn("w:szCs")).get(qn("w:val")) == "30"


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(max_size=30), min_size=1, max_size=3))
def test_no_text_whatever_breaks_the_file(paper_of, day, table_of, opened, given_texts):
    blocks = [Paragraph(tuple(given_texts)), Heading(given_texts[0]), table_of(*[(text, text) for text in given_texts])]
    assert opened(write_docx(paper_of(*blocks, agency=given_texts[0], footer=given_texts[-1]), day)).tables
