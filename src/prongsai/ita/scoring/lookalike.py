"""Which single digit, misread for one that looks alike or lost, would explain a total that does not match.

Offered to a person and never applied: more than one repair can close the same gap.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from prongsai.ita.catalogue.model import Framework
from prongsai.ita.scoring.climb import climb
from prongsai.ita.scoring.exact import as_decimal
from prongsai.ita.scoring.rules import Presumption
from prongsai.ita.scoring.scores import Scores

LOOK_ALIKES = ("48", "26", "59")
"""Thai digits that are taken for each other in print: ๔ and ๘, ๒ and ๖, ๕ and ๙."""


@dataclass(frozen=True, slots=True)
class Repair:
    """One figure that, read otherwise, closes the gap. `indicator` is None for the printed total."""

    kind: Literal["look-alike", "lost-digit"]
    indicator: int | None
    printed: Decimal
    proposed: Decimal
    overall: Decimal
    """The overall computed with the proposed figure (or as it stands, for a repair of the total)."""


def repairs(framework: Framework, scores: Scores, presumed: Presumption | None = None) -> tuple[Repair, ...]:
    """Give the repairs of one digit that bring the computed overall within the year's tolerance of the printed one.

    Empty where the total matches already, or where either total is missing. Look-alikes come first.
    """
    reached = climb(framework, scores, presumed).overall
    printed = scores.overall
    tolerance = Fraction(framework.scoring.tolerance)
    if reached is None or printed is None or abs(Fraction(printed) - reached.value) <= tolerance:
        return ()
    found: list[Repair] = []
    for kind, proposed in _otherwise(printed):
        if abs(Fraction(proposed) - reached.value) <= tolerance:
            found.append(Repair(kind, None, printed, proposed, as_decimal(reached.value)))
    for number, score in scores.indicators.items():
        for kind, proposed in _otherwise(score):
            changed = replace(scores, indicators={**scores.indicators, number: proposed})
            again = climb(framework, changed, presumed).overall
            if again is not None and abs(Fraction(printed) - again.value) <= tolerance:
                found.append(Repair(kind, number, score, proposed, as_decimal(again.value)))
    return tuple(sorted(found, key=lambda repair: (repair.kind != "look-alike", repair.indicator or 0)))


def _otherwise(score: Decimal) -> Iterator[tuple[Literal["look-alike", "lost-digit"], Decimal]]:
    """Give the other readings of a figure that are scores: one digit exchanged, or one put in; none of one under 0."""
    if score < 0:
        return
    text = f"{score:f}"
    seen = {score}
    for place, digit in enumerate(text):
        for pair in LOOK_ALIKES:
            if digit in pair:
                other = pair.replace(digit, "")
                yield from _new(seen, "look-alike", text[:place] + other + text[place + 1 :])
    for place in range(len(text) + 1):
        for digit in "0123456789":
            yield from _new(seen, "lost-digit", text[:place] + digit + text[place:])


def _new(
    seen: set[Decimal], kind: Literal["look-alike", "lost-digit"], text: str
) -> Iterator[tuple[Literal["look-alike", "lost-digit"], Decimal]]:
    value = Decimal(text)
    exponent = value.as_tuple().exponent
    tidy = text == f"{value:f}" and isinstance(exponent, int) and exponent >= -2
    if tidy and value <= 100 and value not in seen:
        seen.add(value)
        yield kind, value
