"""Charts in a Word file: tables with shaded cells, in which every figure stands and which an office can edit."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.table import CT_Row
from docx.table import Table as WordTable

from prongsai.ita.papers.blocks import Bar, BarChart, ChangeChart, Chart, HeatMap, PaperStyle, Radar
from prongsai.ita.thai import format_decimal, round_half_up
from prongsai.ita.writing.chart_scales import change_reach
from prongsai.ita.writing.docx_heat_map import write_heat_map
from prongsai.ita.writing.docx_running import Hand
from prongsai.ita.writing.docx_segments import STEPS, Fill, Segment, draw_segments
from prongsai.ita.writing.docx_sizes import PARAGRAPH_EM, lead, points
from prongsai.ita.writing.docx_tables import append_row, new_table
from prongsai.ita.writing.docx_xml import put
from prongsai.ita.writing.figures import below_text, mark_text, score_text
from prongsai.ita.writing.numerals import as_printed

LABEL_CM = 6.0
VALUE_CM = 4.8
CAPTION_EM = Decimal("0.6")
BAR_EM = Decimal("1.2")
"""The height of a bar, without the white lines above and below it."""
CHART_SHARE = Decimal("0.92")


def write_chart(document: Document, block: Chart, style: PaperStyle, width: float) -> None:
    """Write a chart with its caption below. A radar becomes bars, the newest year above the one before."""
    if isinstance(block, HeatMap):
        write_heat_map(document, block, style, width)
        return
    drawing = _Drawing(document, block, style, width)
    match block:
        case BarChart():
            for bar in block.bars:
                _draw_bar(drawing.row(bar.label, value_text(bar, block.mark)), bar, block.mark, drawing.step)
        case Radar():
            _draw_radar(drawing, block)
        case ChangeChart():
            _draw_changes(drawing, block)
    drawing.caption(block.caption, None if isinstance(block, ChangeChart) else block.mark)


class _Drawing:
    def __init__(self, document: Document, block: Chart, style: PaperStyle, width: float) -> None:
        self.step = (width - LABEL_CM - VALUE_CM) / STEPS
        self._document = document
        self._style = style
        self._hand = Hand(style, style.size_pdf * CHART_SHARE)
        widths = [LABEL_CM, *[self.step] * STEPS, VALUE_CM]
        self._table: WordTable = new_table(document, widths, as_printed(block.summary, style.digits), lined=False)

    def row(self, label: str, value: str) -> CT_Row:
        """Add a row with its label and its figure; the bar between them is still to be drawn."""
        row = append_row(self._table)
        put(row._tr.get_or_add_trPr(), "w:cantSplit")
        cells = row.cells
        self._hand.write(cells[0].paragraphs[0], (label,))
        cells[0].paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
        self._hand.write(cells[-1].paragraphs[0], (value,))
        for place in (cells[0], cells[-1]):
            layout = place.paragraphs[0].paragraph_format
            layout.keep_with_next = True
            lead(layout, self._hand.points, BAR_EM)
        return row._tr

    def caption(self, caption: str, mark: Decimal | None) -> None:
        """Write the caption, and what the broken line is."""
        paragraph = self._document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        told = f" (เส้นประ: เกณฑ์ {mark_text(mark)} คะแนน)" if mark is not None else ""
        Hand(self._style).write(paragraph, (caption + told,))
        paragraph.paragraph_format.space_before = points(self._style.size_pdf * CAPTION_EM)
        paragraph.paragraph_format.space_after = points(self._style.size_pdf * (CAPTION_EM + PARAGRAPH_EM))


def value_text(bar: Bar, mark: Decimal | None) -> str:
    """Return the score of a bar, and that it is below the mark where it is weak."""
    below = f" {below_text(mark)}" if bar.weak and mark is not None else ""
    return format_decimal(bar.value) + below


def _draw_bar(row: CT_Row, bar: Bar, mark: Decimal | None, step: float, fill: Fill = "full") -> None:
    end = _steps(bar.value)
    edges = sorted({0, end, STEPS} | ({_steps(mark)} if mark is not None else set()))
    segments = [
        Segment(
            stop - start,
            fill=("hatched" if bar.weak else fill) if start < end else None,
            left=start == 0,
            mark=mark is not None and stop == _steps(mark),
        )
        for start, stop in pairwise(edges)
    ]
    draw_segments(row, segments, step)


def _draw_radar(drawing: _Drawing, chart: Radar) -> None:
    for n, axis in enumerate(chart.axes):
        for m, series in enumerate(chart.series):
            value = series.values[n]
            weak = not m and chart.mark is not None and value is not None and value < chart.mark
            shown = score_text(value, weak=weak)
            row = drawing.row("" if m else axis, f"{shown} ({series.name})" if len(chart.series) > 1 else shown)
            fill: Fill = "pale" if m else "full"
            _draw_bar(row, Bar(axis, value or Decimal(0), weak=weak), chart.mark, drawing.step, fill)


def _draw_changes(drawing: _Drawing, chart: ChangeChart) -> None:
    half = STEPS // 2
    reach = change_reach(chart)
    for change in chart.changes:
        length = int(round_half_up(abs(change.value) / reach * half, 0))
        before, after = (length, 0) if change.value < 0 else (0, length)
        segments = [
            Segment(half - before),
            Segment(before, "hatched"),
            Segment(after, "full", left=True),
            Segment(half - after, left=not after),
        ]
        draw_segments(drawing.row(change.label, format_decimal(change.value, sign=True)), segments, drawing.step)


def _steps(value: Decimal) -> int:
    return int(round_half_up(value * STEPS / 100, 0))
