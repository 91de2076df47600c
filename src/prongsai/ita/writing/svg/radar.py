"""A radar: scores on axes around a centre. Series differ in line and in dots, not by colour alone."""

from __future__ import annotations

import math
from decimal import Decimal

from prongsai.ita.papers.blocks import Radar, Series
from prongsai.ita.writing.chart_scales import FULL, radar_floor, radar_note, radar_rings
from prongsai.ita.writing.figures import mark_text
from prongsai.ita.writing.svg.canvas import GREY, INK, MARK, RULE, SMALL, WIDTH, Canvas
from prongsai.ita.writing.svg.radar_labels import RADIUS, place_labels

Point = tuple[float, float]

_RING_LABEL = 11
_MARK_DASH = "5 3"
_BEFORE_DASH = "3 2"


def draw_radar(canvas: Canvas, chart: Radar) -> None:
    """Draw the web, the pass mark, the series with the newest on top, the labels, and what each line means."""
    labels = place_labels(canvas, chart)
    middle = (WIDTH / 2, labels.middle)
    floor = radar_floor(chart)
    _web(canvas, chart, middle, floor)
    if chart.mark is not None:
        canvas.polygon(
            _ring(middle, len(chart.axes), _share(chart.mark, floor)), colour=MARK, width=1.4, dash=_MARK_DASH
        )
    for n, series in reversed(list(enumerate(chart.series))):
        _series(canvas, series, middle, floor, newest=n == 0)
    for label in labels.labels:
        label.write(canvas)
    canvas.reach(labels.bottom)
    _legend(canvas, chart)


def _share(value: Decimal | int, floor: int) -> float:
    return max(0.0, float(value) - floor) / (FULL - floor)


def _at(middle: Point, n: float, count: int, share: float) -> Point:
    angle = 2 * math.pi * n / count
    return middle[0] + RADIUS * share * math.sin(angle), middle[1] - RADIUS * share * math.cos(angle)


def _ring(middle: Point, count: int, share: float) -> list[Point]:
    return [_at(middle, n, count, share) for n in range(count)]


def _web(canvas: Canvas, chart: Radar, middle: Point, floor: int) -> None:
    count = len(chart.axes)
    for ring in radar_rings(floor):
        canvas.polygon(_ring(middle, count, _share(ring, floor)), colour=RULE)
    for n in range(count):
        canvas.line(middle, _at(middle, n, count, 1), colour=RULE)
    rings = radar_rings(floor)
    apart = RADIUS / len(rings) * math.cos(math.pi / count)
    for ring in rings[:: -1 if apart > _RING_LABEL else -2]:
        x, y = _at(middle, 0.5, count, _share(ring, floor) * math.cos(math.pi / count))
        canvas.text(x, y + 3, canvas.printed(str(ring)), size=9, anchor="middle", fill=GREY)


def _series(canvas: Canvas, series: Series, middle: Point, floor: int, *, newest: bool) -> None:
    count = len(series.values)
    points = [
        None if value is None else _at(middle, n, count, _share(value, floor)) for n, value in enumerate(series.values)
    ]
    for n, start in enumerate(points):
        end = points[(n + 1) % count]
        if start and end:
            _stroke(canvas, start, end, newest=newest)
    for point in points:
        if point:
            _dot(canvas, point, newest=newest)


def _stroke(canvas: Canvas, start: Point, end: Point, *, newest: bool) -> None:
    canvas.line(
        start, end, colour=INK if newest else GREY, width=2 if newest else 1.4, dash="" if newest else _BEFORE_DASH
    )


def _dot(canvas: Canvas, point: Point, *, newest: bool) -> None:
    x, y = point
    if newest:
        canvas.put("circle", cx=x, cy=y, r=3, fill=INK)
    else:
        canvas.rectangle(x - 2.5, y - 2.5, 5, 5, fill="#ffffff", stroke=GREY, line=1.4)


def _legend(canvas: Canvas, chart: Radar) -> None:
    """One line for each series, one for the mark, one for where the axes begin."""
    start, end = 60.0, 92.0
    baseline = canvas.height + 4
    for n, series in enumerate(chart.series):
        baseline += SMALL + 7
        _stroke(canvas, (start, baseline - 4), (end, baseline - 4), newest=n == 0)
        _dot(canvas, ((start + end) / 2, baseline - 4), newest=n == 0)
        canvas.text(end + 8, baseline, canvas.printed(series.name), size=SMALL)
    if chart.mark is not None:
        baseline += SMALL + 7
        canvas.line((start, baseline - 4), (end, baseline - 4), colour=MARK, width=1.4, dash=_MARK_DASH)
        canvas.text(end + 8, baseline, canvas.printed(f"เกณฑ์ {mark_text(chart.mark)}"), size=SMALL)
    if radar_note(chart):
        baseline += SMALL + 7
        canvas.text(end + 8, baseline, canvas.printed(radar_note(chart)), size=SMALL)
