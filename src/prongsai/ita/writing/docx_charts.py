"""A bar chart in a Word file: each bar is a row of shaded cells, so it needs no picture and can be edited."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.table import CT_Row
from docx.shared import Pt

from prongsai.ita.papers.blocks import Bar, BarChart, PaperStyle
from prongsai.ita.thai import format_decimal, round_half_up
from prongsai.ita.writing.docx_running import Hand
from prongsai.ita.writing.docx_tables import append_row, new_table
from prongsai.ita.writing.docx_xml import element, put, twips
from prongsai.ita.writing.numerals import as_printed

LABEL_CM = 6.0
VALUE_CM = 4.2
STEPS = 50  # Word takes at most 63 columns; each step is two points of a score
INK = "1F4E79"


def write_chart(document: Document, block: BarChart, style: PaperStyle, width: float) -> None:
    """Write the chart: label, bar, score; a weak bar is hatched and says that it is below the mark."""
    step = (width - LABEL_CM - VALUE_CM) / STEPS
    widths = [LABEL_CM, *[step] * STEPS, VALUE_CM]
    table = new_table(document, widths, as_printed(block.summary, style.digits), lined=False)
    hand = Hand(style, style.size_docx - 2)
    for bar in block.bars:
        row = append_row(table)
        put(row._tr.get_or_add_trPr(), "w:cantSplit")
        cells = row.cells
        hand.write(cells[0].paragraphs[0], (bar.label,))
        cells[0].paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
        hand.write(cells[-1].paragraphs[0], (value_text(bar, block.mark),))
        for place in (cells[0], cells[-1]):
            place.paragraphs[0].paragraph_format.keep_with_next = True
        _draw_bar(row._tr, bar, block.mark, step)
    caption = document.add_paragraph()
    caption.alignment = WD_ALIGN_PARAGRAPH.CENTER
    mark = f" (เส้นประ: เกณฑ์ {format_decimal(block.mark, places=0)} คะแนน)" if block.mark is not None else ""
    Hand(style).write(caption, (block.caption + mark,))
    caption.paragraph_format.space_after = Pt(8)


def value_text(bar: Bar, mark: Decimal | None) -> str:
    """Return the score of a bar, and that it is below the mark where it is weak."""
    below = f" ต่ำกว่า {format_decimal(mark, places=0)}" if bar.weak and mark is not None else ""
    return format_decimal(bar.value) + below


def _draw_bar(row: CT_Row, bar: Bar, mark: Decimal | None, step: float) -> None:
    """Replace the empty cells between label and value by the bar and what is left of 100."""
    for cell in row.tc_lst[1:-1]:
        row.remove(cell)
    end = _steps(bar.value)
    edges = sorted({0, end, STEPS} | ({_steps(mark)} if mark is not None else set()))
    value_cell = row.tc_lst[-1]
    for start, stop in pairwise(edges):
        cell = element("w:tc")
        properties = element("w:tcPr")
        cell.append(properties)
        put(properties, "w:tcW", w=twips(step * (stop - start)), type="dxa")
        put(properties, "w:gridSpan", val=stop - start)
        borders = put(properties, "w:tcBorders")
        if start < end:
            borders.append(element("w:top", val="single", sz=24, color="FFFFFF"))
        if start == 0:
            borders.append(element("w:left", val="single", sz=6, color="000000"))
        if start < end:
            borders.append(element("w:bottom", val="single", sz=24, color="FFFFFF"))
        if mark is not None and stop == _steps(mark):
            borders.append(element("w:right", val="dashed", sz=12, color="9C2F00"))
        if start < end:
            pattern = "diagStripe" if bar.weak else "clear"
            put(properties, "w:shd", val=pattern, color=INK, fill="FFFFFF" if bar.weak else INK)
        cell.append(element("w:p"))
        value_cell.addprevious(cell)


def _steps(value: Decimal) -> int:
    return int(round_half_up(value * STEPS / 100, 0))
