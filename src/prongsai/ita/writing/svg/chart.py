"""A chart as SVG: an image with a name and a description, readable at the width of a telephone and in print."""

from __future__ import annotations

from typing import cast

from lxml import etree

from prongsai.ita.papers.blocks import BarChart, ChangeChart, Chart, HeatMap, Radar
from prongsai.ita.writing.numerals import Digits
from prongsai.ita.writing.svg.bars import draw_bars, draw_changes
from prongsai.ita.writing.svg.canvas import SVG, WIDTH, Canvas, number
from prongsai.ita.writing.svg.heat_map import draw_heat_map
from prongsai.ita.writing.svg.radar import draw_radar

ABOVE = 7  # room for the marks of a first line
FONTS = "Sarabun, 'TH Sarabun New', 'Noto Sans Thai', 'Leelawadee UI', Thonburi, Tahoma, sans-serif"


def chart_svg(chart: Chart, *, key: str = "chart", digits: Digits = "arabic") -> str:
    """Return a chart as a file of SVG with live text. `key` must differ between the charts of one page."""
    return cast("str", etree.tostring(chart_element(chart, key=key, digits=digits), encoding="unicode"))


def chart_element(chart: Chart, *, key: str = "chart", digits: Digits = "arabic") -> etree._Element:
    """Return a chart as an element for a web page: role img, named by its caption, described by its summary."""
    canvas = Canvas(key, digits)
    for tag, told in (("title", chart.caption), ("desc", chart.summary)):
        canvas.put(tag, id=f"{key}-{tag}").text = canvas.printed(told)
    match chart:
        case BarChart():
            draw_bars(canvas, chart)
        case Radar():
            draw_radar(canvas, chart)
        case ChangeChart():
            draw_changes(canvas, chart)
        case HeatMap():
            draw_heat_map(canvas, chart)
    return framed(canvas)


def framed(canvas: Canvas) -> etree._Element:
    """Return what was drawn, named and described by its elements `title` and `desc`."""
    root, key = canvas.root, canvas.key
    for name, value in {
        "viewBox": f"0 {-ABOVE} {WIDTH} {number(canvas.height + ABOVE + 2)}",
        "role": "img",
        "aria-labelledby": f"{key}-title {key}-desc",
        "lang": "th",
        "font-family": FONTS,
    }.items():
        root.set(name, value)
    assert root.tag == f"{{{SVG}}}svg"
    return root
