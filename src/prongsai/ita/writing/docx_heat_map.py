"""A heat map in a Word file: a table whose cells are shaded, weak scores framed and marked."""

from __future__ import annotations

from decimal import Decimal

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm
from docx.table import _Cell

from prongsai.ita.papers.blocks import HeatCell, HeatMap, HeatRow, PaperStyle
from prongsai.ita.writing.chart_scales import shade
from prongsai.ita.writing.docx_running import Hand
from prongsai.ita.writing.docx_segments import INK
from prongsai.ita.writing.docx_sizes import PARAGRAPH_EM, points
from prongsai.ita.writing.docx_tables import append_row, fill_cell, new_table
from prongsai.ita.writing.docx_xml import element, put
from prongsai.ita.writing.figures import BELOW, heat_note, score_text
from prongsai.ita.writing.numerals import as_printed

ACROSS = 6
LABEL_CM = 4.2
SCORE_SHARE, CODE_SHARE = Decimal("0.9"), Decimal("0.72")


def write_heat_map(document: Document, block: HeatMap, style: PaperStyle, width: float) -> None:
    """Write the caption, a row of six scores or less at a time, and what shades and marks mean."""
    caption = document.add_paragraph()
    Hand(style).write(caption, (block.caption,), bold=True)
    caption.paragraph_format.keep_with_next = True
    across = max(1, min(ACROSS, max((len(row.cells) for row in block.rows), default=1)))
    widths = [LABEL_CM, *[(width - LABEL_CM) / across] * across]
    table = new_table(document, widths, as_printed(block.summary, style.digits), lined=False)
    hand = Hand(style, style.size_pdf * SCORE_SHARE)
    for row in block.rows:
        for start in range(0, max(1, len(row.cells)), across):
            written = append_row(table)
            put(written._tr.get_or_add_trPr(), "w:cantSplit")
            for cell, cell_width in zip(written.cells, widths, strict=True):
                cell.width = Cm(cell_width)
            _write_line(list(written.cells), row, start, hand)
    note = document.add_paragraph()
    hand.write(note, (heat_note(block),))
    note.paragraph_format.space_after = points(style.size_pdf * PARAGRAPH_EM)


def _write_line(places: list[_Cell], row: HeatRow, start: int, hand: Hand) -> None:
    if start == 0:
        hand.write(places[0].paragraphs[0], (row.label,))
    for place, cell in zip(places[1:], row.cells[start:], strict=False):
        _write_score(place, cell, hand)
    for place in places:
        for paragraph in place.paragraphs:
            paragraph.paragraph_format.keep_with_next = True


def _write_score(place: _Cell, cell: HeatCell, hand: Hand) -> None:
    if cell.value is not None:
        fill_cell(place, shade(cell.value).lstrip("#").upper())
    borders = put(place._tc.get_or_add_tcPr(), "w:tcBorders")
    for side in ("top", "left", "bottom", "right"):
        borders.append(
            element(f"w:{side}", val="single", sz=18 if cell.weak else 4, color=INK if cell.weak else "5F6A72")
        )
    label = f"{cell.label} {BELOW}" if cell.weak else cell.label
    shown = score_text(cell.value)
    code = Hand(hand.style, hand.style.size_pdf * CODE_SHARE)
    code.write(place.paragraphs[0], (label,))
    hand.write(place.add_paragraph(), (shown,), bold=cell.weak)
    for paragraph in place.paragraphs:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
