"""The middle of a group's scores, told only where the group is large enough to hide each of its members."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from statistics import median

from prongsai.ita.thai import round_half_up

SMALLEST_GROUP = 5
"""Groups under this size have no published figure (the floor that closed questions keep)."""


def group_median(scores: Iterable[Decimal], least: int = SMALLEST_GROUP) -> Decimal | None:
    """Give the median of scores, rounded half up to two decimals; None where there are fewer than `least` of them."""
    told = list(scores)
    if len(told) < least:
        return None
    return round_half_up(median(told), 2)
