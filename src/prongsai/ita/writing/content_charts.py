"""Turns a chart into plain data for the Typst template; sizes on paper are the template's business."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from prongsai.ita.papers.blocks import BarChart, ChangeChart, Chart, HeatMap, Radar
from prongsai.ita.thai import format_decimal
from prongsai.ita.writing.chart_scales import change_reach, radar_floor, radar_note, radar_rings, shade
from prongsai.ita.writing.figures import BELOW, heat_note, mark_text, score_text
from prongsai.ita.writing.numerals import Digits, as_printed

Text = Callable[[str], list[Any]]
Data = dict[str, Any]


def chart_data(chart: Chart, text: Text, digits: Digits) -> Data:
    """Return what the template draws. `text` cuts a text into pieces; `digits` are for the alternative text."""
    data: Data = {
        "caption": text(chart.caption),
        "alt": as_printed(chart.summary, digits) or as_printed(chart.caption, digits) or "แผนภูมิ",
    }
    match chart:
        case BarChart():
            return data | _bars(chart, text)
        case Radar():
            return data | _radar(chart, text)
        case ChangeChart():
            return data | _changes(chart, text)
        case HeatMap():
            return data | _heat_map(chart, text)


def _mark(mark: Decimal | None, text: Text) -> Data:
    return {
        "mark": None if mark is None else float(mark),
        "mark_text": None if mark is None else text(mark_text(mark)),
    }


def _bars(chart: BarChart, text: Text) -> Data:
    bars = [
        {
            "label": text(bar.label),
            "value": float(bar.value),
            "shown": text(format_decimal(bar.value)),
            "weak": bar.weak,
        }
        for bar in chart.bars
    ]
    return {"kind": "bars", "bars": bars} | _mark(chart.mark, text)


def _radar(chart: Radar, text: Text) -> Data:
    newest = chart.series[0]
    floor = radar_floor(chart)
    return {
        "kind": "radar",
        "axes": [
            {
                "label": text(axis),
                "shown": text(
                    score_text(value, weak=chart.mark is not None and value is not None and value < chart.mark)
                ),
            }
            for axis, value in zip(chart.axes, newest.values, strict=True)
        ],
        "series": [
            {
                "name": text(series.name),
                "values": [None if value is None else float(value) for value in series.values],
            }
            for series in chart.series
        ],
        "floor": floor,
        "rings": [{"value": ring, "shown": text(str(ring))} for ring in radar_rings(floor)],
        "note": text(radar_note(chart)),
    } | _mark(chart.mark, text)


def _changes(chart: ChangeChart, text: Text) -> Data:
    return {
        "kind": "changes",
        "reach": float(change_reach(chart)),
        "changes": [
            {
                "label": text(change.label),
                "value": float(change.value),
                "shown": text(format_decimal(change.value, sign=True)),
            }
            for change in chart.changes
        ],
    }


def _heat_map(chart: HeatMap, text: Text) -> Data:
    rows = [
        {
            "label": text(row.label),
            "cells": [
                {
                    "label": text(cell.label),
                    "shown": text(score_text(cell.value, weak=cell.weak)),
                    "fill": "#ffffff" if cell.value is None else shade(cell.value),
                    "weak": cell.weak,
                }
                for cell in row.cells
            ],
        }
        for row in chart.rows
    ]
    return {"kind": "heat", "rows": rows, "note": text(heat_note(chart)), "below": BELOW}
