"""A heat map: cells of label and score under the name of their row, the lower the darker, weak ones hatched."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from prongsai.ita.papers.blocks import HeatCell, HeatMap
from prongsai.ita.writing.chart_scales import shade
from prongsai.ita.writing.figures import heat_note, score_text
from prongsai.ita.writing.svg.canvas import INK, LINE, RULE, SIZE, SMALL, WIDTH, Canvas
from prongsai.ita.writing.svg.lines import fitting_lines

ACROSS = 6
_CELL = WIDTH / ACROSS
_EDGE = 1.5
_HATCHED = 5


def draw_heat_map(canvas: Canvas, chart: HeatMap) -> None:
    """Draw row by row, six cells on a line."""
    top = 0.0
    for row in chart.rows:
        for line in fitting_lines(canvas.printed(row.label), WIDTH, SIZE):
            top += LINE
            canvas.text(2, top - 4, line)
        left = iter(row.cells)
        while some := list(islice(left, ACROSS)):
            top = _cells(canvas, some, top + 1)
        top += 5
    for line in fitting_lines(canvas.printed(heat_note(chart)), WIDTH, SMALL):
        top += LINE - 2
        canvas.text(2, top - 3, line, size=SMALL)


def _cells(canvas: Canvas, cells: Sequence[HeatCell], top: float) -> float:
    labels = [fitting_lines(canvas.printed(cell.label), _CELL - 6, SMALL) for cell in cells]
    height = max(map(len, labels), default=0) * (SMALL + 4) + SIZE + 13
    for n, (cell, lines) in enumerate(zip(cells, labels, strict=True)):
        _cell(canvas, cell, lines, (n * _CELL, top, height))
    return top + height


def _cell(canvas: Canvas, cell: HeatCell, lines: Sequence[str], place: tuple[float, float, float]) -> None:
    x, top, height = place
    fill = "#ffffff" if cell.value is None else shade(cell.value)
    inner = (x + _EDGE, top + _EDGE, _CELL - 2 * _EDGE, height - 2 * _EDGE)
    canvas.rectangle(*inner, fill=fill, stroke=INK if cell.weak else RULE, line=2 if cell.weak else 1)
    if cell.weak:
        canvas.rectangle(inner[0], top + height - _EDGE - _HATCHED, inner[2], _HATCHED, fill=canvas.hatch())
    baseline = top + 1
    for line in lines:
        baseline += SMALL + 4
        canvas.text(x + _CELL / 2, baseline - 1, line, size=SMALL, anchor="middle")
    shown = canvas.printed(score_text(cell.value, weak=cell.weak))
    canvas.text(x + _CELL / 2, baseline + SIZE + 2, shown, anchor="middle", bold=cell.weak)
