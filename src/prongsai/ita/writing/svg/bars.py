"""Charts of bars: scores from 0 to 100, and changes to both sides of zero. The label stands above its bar."""

from __future__ import annotations

from prongsai.ita.papers.blocks import Bar, BarChart, Change, ChangeChart
from prongsai.ita.thai import format_decimal
from prongsai.ita.writing.chart_scales import change_reach
from prongsai.ita.writing.figures import below_text, mark_text
from prongsai.ita.writing.svg.canvas import INK, LINE, MARK, SIZE, SMALL, TEXT, WIDTH, Canvas
from prongsai.ita.writing.svg.lines import fitting_lines

THICK = 13
_SCALE = 262  # 100 points; beside it stands the figure
_GAP = 6
_MIDDLE = WIDTH / 2
_SIDE = _MIDDLE - 58  # the longest bar to either side; beyond it stands its figure


def draw_bars(canvas: Canvas, chart: BarChart) -> None:
    """Draw scores with a line at the pass mark; a weak bar is hatched and says that it is below the mark."""
    top = 0.0
    for bar in chart.bars:
        top = _bar(canvas, chart, bar, top)
    if chart.mark is not None:
        x = float(chart.mark) / 100 * _SCALE
        told = canvas.printed(f"เกณฑ์ {mark_text(chart.mark)}")
        canvas.text(min(max(x, 35), WIDTH - 35), top + SMALL + 2, told, size=SMALL, anchor="middle", fill=MARK)


def _bar(canvas: Canvas, chart: BarChart, bar: Bar, top: float) -> float:
    top = _label(canvas, bar.label, top)
    fill = canvas.hatch() if bar.weak else INK
    canvas.rectangle(1, top, float(bar.value) / 100 * _SCALE, THICK, fill=fill, stroke=INK)
    canvas.line((1, top - 2), (1, top + THICK + 2), colour=TEXT)
    if chart.mark is not None:
        x = float(chart.mark) / 100 * _SCALE
        canvas.line((x, top - 4), (x, top + THICK + 4), colour=MARK, width=1.6, dash="4 2")
    shown = canvas.printed(format_decimal(bar.value))
    canvas.text(_SCALE + 10, top + THICK - 1, shown, bold=bar.weak)
    if bar.weak:
        told = canvas.printed(below_text(chart.mark))
        canvas.text(WIDTH - 4, top - 5, told, size=SMALL, anchor="end")
    return top + THICK + _GAP


def _label(canvas: Canvas, label: str, top: float) -> float:
    """Write a label above its bar and return where the bar begins."""
    for line in fitting_lines(canvas.printed(label), _SCALE + 10, SIZE):
        top += LINE
        canvas.text(4, top - 4, line)
    return top + 1


def draw_changes(canvas: Canvas, chart: ChangeChart) -> None:
    """Draw gains to the right of zero, losses to the left and hatched, each with its signed figure."""
    reach = float(change_reach(chart))
    canvas.text(_MIDDLE - 8, SMALL, "← ลดลง", size=SMALL, anchor="end")
    canvas.text(_MIDDLE + 8, SMALL, "เพิ่มขึ้น →", size=SMALL)
    top = SMALL + 6.0
    for change in chart.changes:
        top = _change(canvas, change, reach, top)


def _change(canvas: Canvas, change: Change, reach: float, top: float) -> float:
    top = _label(canvas, change.label, top)
    length = abs(float(change.value)) / reach * _SIDE
    loss = change.value < 0
    start = _MIDDLE - length if loss else _MIDDLE
    canvas.rectangle(start, top, length, THICK, fill=canvas.hatch() if loss else INK, stroke=INK)
    canvas.line((_MIDDLE, top - 3), (_MIDDLE, top + THICK + 3), colour=TEXT, width=1.4)
    shown = canvas.printed(format_decimal(change.value, sign=True))
    beside = start - 6 if loss else start + length + 6
    canvas.text(beside, top + THICK - 1, shown, anchor="end" if loss else "start")
    return top + THICK + _GAP
