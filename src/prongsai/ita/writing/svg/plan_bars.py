"""The measures of a fiscal year as bars over its twelve months, with a mark at each day by which something is due."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from lxml import etree

from prongsai.ita.thai import fiscal_year_span
from prongsai.ita.thai.months import SHORT
from prongsai.ita.writing.numerals import Digits
from prongsai.ita.writing.svg.canvas import GREY, INK, LINE, MARK, RULE, SIZE, SMALL, WIDTH, Canvas
from prongsai.ita.writing.svg.chart import framed
from prongsai.ita.writing.svg.lines import fitting_lines

_THICK = 11
_HALF = 5.5
"""Half the width of a mark, its line with it."""
_MONTH = WIDTH / 12
_OPENING = 10
"""October, with which the fiscal year begins."""


@dataclass(frozen=True, slots=True)
class PlanBar:
    """A measure: from its first to its last day, both included, and the days by which something is due.

    `told` stands behind the label, such as the state; a `hatched` bar is drawn in outline with lines.
    """

    label: str
    start: date
    end: date
    marks: tuple[date, ...] = ()
    told: str = ""
    hatched: bool = False


def plan_svg(
    bars: Sequence[PlanBar], *, year: int, title: str, summary: str, key: str = "plan", digits: Digits = "arabic"
) -> str:
    """Return the drawing of a fiscal year (BE) as SVG with live text. What lies outside the year is cut off."""
    canvas = Canvas(key, digits)
    for tag, told in (("title", title), ("desc", summary)):
        canvas.put(tag, id=f"{key}-{tag}").text = canvas.printed(told)
    top = _months(canvas)
    for bar in bars:
        top = _bar(canvas, bar, year, top)
    return cast("str", etree.tostring(framed(canvas), encoding="unicode"))


def _months(canvas: Canvas) -> float:
    for place in range(12):
        canvas.text((place + 0.5) * _MONTH, SMALL, SHORT[(_OPENING - 1 + place) % 12], size=SMALL, anchor="middle")
    canvas.line((0, LINE), (WIDTH, LINE), colour=GREY)
    return LINE + 4.0


def _bar(canvas: Canvas, bar: PlanBar, year: int, top: float) -> float:
    for line in fitting_lines(canvas.printed(f"{bar.label} {bar.told}".strip()), WIDTH - 6, SIZE):
        top += LINE
        canvas.text(2, top - 4, line)
    for place in range(13):
        canvas.line((place * _MONTH, top), (place * _MONTH, top + _THICK + 4), colour=RULE, width=0.6)
    left, right = _place(bar.start, year), _place(bar.end, year, after=True)
    fill = canvas.hatch() if bar.hatched else INK
    canvas.rectangle(left, top + 2, max(right - left, 2), _THICK, fill=fill, stroke=INK)
    for day in bar.marks:
        x = min(max(_place(day, year, after=True), _HALF), WIDTH - _HALF)
        points = ((x, top), (x + _HALF, top + 2 + _THICK / 2), (x, top + _THICK + 4), (x - _HALF, top + 2 + _THICK / 2))
        told = " ".join(f"{along:.2f},{down:.2f}" for along, down in points)
        canvas.put("polygon", points=told, fill="#ffffff", stroke=MARK, stroke_width=1.6)
    canvas.reach(top + _THICK + 6)
    return top + _THICK + 8


def _place(day: date, year: int, *, after: bool = False) -> float:
    """Give where a day begins, or ends, between the edges of the fiscal year."""
    span = fiscal_year_span(year)
    if day > span.end:
        return float(WIDTH)
    first = span.start or day
    if day < first:
        return 0.0
    months = (day.month - _OPENING) % 12
    share = (day.day - (0 if after else 1)) / 31
    return (months + share) * _MONTH
