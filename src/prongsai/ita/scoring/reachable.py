"""The scores that an OIT indicator can reach at all: items are 0 or 100, so there are few. A check of what is typed."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from prongsai.ita.catalogue.model import Framework
from prongsai.ita.scoring.exact import HUNDRED, rounded
from prongsai.ita.scoring.rules import applied_rule
from prongsai.ita.scoring.structure import items_per_sub_indicator, split_confirmed


@dataclass(frozen=True, slots=True)
class ReachableSet:
    """All values of an indicator, rounded as the year prints them, rising.

    `confirmed` is False where the split of the items over the sub-indicators is itself not established.
    """

    indicator: int
    values: tuple[Decimal, ...]
    confirmed: bool

    def __contains__(self, score: Decimal) -> bool:
        return score in self.nearest(score)

    def nearest(self, score: Decimal) -> tuple[Decimal, ...]:
        """Give the reachable values next to a score: itself, or the one below and the one above."""
        place = bisect_left(self.values, score)
        if place < len(self.values) and self.values[place] == score:
            return (self.values[place],)
        return self.values[max(place - 1, 0) : place + 1]


def reachable_values(framework: Framework, indicator: int) -> ReachableSet | None:
    """Give the values that an OIT indicator can reach, or None where the year's structure or rules are not known.

    An indicator is the mean of its sub-indicators, each the mean of its items.
    """
    counts = items_per_sub_indicator(framework, indicator)
    rules = [applied_rule(framework, step, None) for step in ("sub_indicator", "oit_indicator")]
    if not counts or not all(counts) or not all(rules):
        return None
    sums = {Fraction(0)}
    for count in counts:
        steps = [HUNDRED * passed / count for passed in range(count + 1)]
        sums = {total + step for total in sums for step in steps}
    places = framework.scoring.decimals
    values = sorted({rounded(total / len(counts), places) for total in sums})
    sure = all(rule.confirmed for rule in rules if rule)
    return ReachableSet(indicator, tuple(values), sure and split_confirmed(framework, indicator))
