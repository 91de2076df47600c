"""A Word file is set like the PDF: letters by the ratio of the two sizes, lines, cells and pages alike."""

from decimal import Decimal

import pytest
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Pt
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.papers.blocks import Gap, Heading, Items, PageBreak, PaperStyle, Paragraph, SignatureBlock
from prongsai.ita.writing import write_docx
from prongsai.ita.writing.docx_sizes import word_size

SARABUN = PaperStyle(font_docx="Sarabun", size_docx=Decimal(11))
SIZES = st.decimals(8, 30, places=1)


def sizes_of(runs):
    return {run.font.size.pt for run in runs if run.font.size}


@given(size=SIZES, pdf=SIZES, word=SIZES)
def test_letters_grow_by_the_ratio_of_the_two_sizes_to_half_a_point(size, pdf, word):
    made = word_size(PaperStyle(size_pdf=pdf, size_docx=word), size)
    assert made % Decimal("0.5") == 0
    assert abs(made - size * word / pdf) <= Decimal("0.25")


def test_the_size_of_the_paper_is_kept_exactly():
    assert word_size(PaperStyle(), Decimal(11)) == 16
    assert word_size(SARABUN, Decimal(11)) == 11


@pytest.mark.parametrize("style", [PaperStyle(), SARABUN])
def test_lines_stand_at_least_as_far_apart_as_in_the_pdf(paper_of, day, opened, style):
    layout = opened(write_docx(paper_of(), day, style)).styles["Normal"].paragraph_format
    assert (layout.line_spacing, layout.line_spacing_rule) == (Pt(17.6), WD_LINE_SPACING.AT_LEAST)


@pytest.mark.parametrize(("style", "small"), [(PaperStyle(), 13.0), (SARABUN, 9.0)])
def test_a_table_of_many_columns_has_the_letters_and_lines_of_its_pdf(paper_of, day, opened, table_of, style, small):
    document = opened(write_docx(paper_of(table_of(tuple("กขคงจฉ"))), day, style))
    [cell] = document.tables[0].rows[1].cells[0].paragraphs
    assert sizes_of(cell.runs) == {small}
    assert cell.paragraph_format.line_spacing == Pt(14.4)


def test_what_a_gap_asks_for_is_smaller_than_the_text(paper_of, day, opened):
    paragraph = opened(write_docx(paper_of(Paragraph(("ก ", Gap("ข")))), day)).paragraphs[-1]
    assert paragraph.runs[-1].text == "«โปรดระบุ: ข»"
    assert paragraph.runs[-1].font.size == Pt(13)


def test_a_short_table_is_kept_on_one_page_and_a_long_one_is_not(paper_of, day, opened, table_of):
    short, long = (opened(write_docx(paper_of(table_of(*[("ก", "ข")] * n)), day)).tables[0] for n in (3, 60))
    kept = [
        [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in table.rows[1:]]
        for table in (short, long)
    ]
    assert kept[0] == [True, True, None]
    assert set(kept[1]) == {None}


def test_numbers_of_two_figures_have_room_before_their_entries(paper_of, day, opened):
    few, many = (
        opened(write_docx(paper_of(Items(tuple((f"ข้อ {n}",) for n in range(count))), title=()), day)).paragraphs[0]
        for count in (9, 10)
    )
    assert many.paragraph_format.first_line_indent < few.paragraph_format.first_line_indent < 0


def test_a_heading_stays_with_its_text_and_has_more_room_above_than_below(paper_of, day, opened):
    layout = opened(write_docx(paper_of(Heading("ก")), day)).styles["Heading 1"].paragraph_format
    assert layout.keep_with_next
    assert layout.space_before > layout.space_after > 0


@pytest.mark.parametrize(("landscape", "across"), [(False, 2), (True, 3)])
def test_signatures_stand_two_across_a_standing_page_and_three_across_a_lying_one(
    paper_of, day, opened, landscape, across
):
    signers = [SignatureBlock(role, "ตำแหน่ง", "ชื่อ") for role in ("ผู้จัดทำ", "ผู้เห็นชอบ", "ผู้อนุมัติ")]
    paper = paper_of(PageBreak(landscape=landscape), Paragraph(("จึงขอเสนอ",)), *signers)
    table = opened(write_docx(paper, day)).tables[-1]
    assert len(table.columns) == across
    assert "ผู้อนุมัติ" in table.rows[-1].cells[-1].text
    assert [child.tag for child in table._tbl.iter(qn("w:cantSplit"))] == [qn("w:cantSplit")] * len(table.rows)


@pytest.mark.parametrize(("entries", "kept"), [(3, 4), (9, 2)])
def test_the_closing_words_and_a_short_list_above_them_are_kept_with_the_signatures(
    paper_of, day, opened, entries, kept
):
    limits = Items(tuple((f"ข้อจำกัด {n}",) for n in range(entries)))
    signer = SignatureBlock("ผู้จัดทำ", "ตำแหน่ง", "ชื่อ")
    written = opened(write_docx(paper_of(Paragraph(("ก",)), limits, Paragraph(("จึงขอเสนอ",)), signer), day))
    assert len([p for p in written.paragraphs if p.paragraph_format.keep_with_next]) == kept
