"""Scales of charts, the same in every format: where a radar begins, how far changes reach, how dark a score is."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_CEILING, Decimal

from prongsai.ita.papers.blocks import ChangeChart, Radar

FULL = 100
_FLOOR_STEP = 20
_ROOM_BELOW = 5
_SHADES_FROM = (90, 80, 70, 60)

SHADES = ("#ffffff", "#e3edf7", "#c6dbef", "#a9c9e6", "#8cb7dd")
"""Backgrounds of a heat map from the best band of ten points to the worst; black text stands out on each of them."""


def radar_floor(radar: Radar) -> int:
    """Return the score at the centre of a radar: a multiple of 20, some points under the lowest score and the mark.

    From zero, the scores that agencies have would lie on each other at the rim.
    """
    told = [value for series in radar.series for value in series.values if value is not None]
    lowest = min([*told, *([radar.mark] if radar.mark is not None else [])], default=Decimal(0))
    return max(0, int((lowest - _ROOM_BELOW) // _FLOOR_STEP) * _FLOOR_STEP)


def radar_rings(floor: int) -> Sequence[int]:
    """Return the scores at which rings are drawn, the outermost 100."""
    step = 10 if FULL - floor <= 40 else 20
    return range(floor + step, FULL + 1, step)


def radar_note(radar: Radar) -> str:
    """Return the words that tell where the axes begin, or nothing where they begin at zero."""
    floor = radar_floor(radar)
    return f"ใจกลางคือ {floor}" if floor else ""


def change_reach(chart: ChangeChart) -> Decimal:
    """Return the change at the end of the axis, the same on both sides: a whole number above the largest change."""
    largest = max((abs(change.value) for change in chart.changes), default=Decimal(0))
    return max(Decimal(1), largest.to_integral_value(ROUND_CEILING))


def shade(value: Decimal) -> str:
    """Return the background of a score in a heat map."""
    return SHADES[sum(value < least for least in _SHADES_FROM)]
