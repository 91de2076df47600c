"""The places where a score can be raised, and what each goal still needs of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from prongsai.ita.catalogue.model import Indicator
from prongsai.ita.scoring.ascent import path_above
from prongsai.ita.scoring.exact import HUNDRED
from prongsai.ita.scoring.goals import threshold
from prongsai.ita.scoring.scores import INSTRUMENTS
from prongsai.ita.scoring.standing import Standing
from prongsai.ita.scoring.targets import Target


@dataclass(frozen=True, slots=True)
class Place:
    """A score that can be raised up to 100: a question or an indicator step by step, an item only at once.

    `brings` gives, for every score above it that the rules reach, what one point here brings there, nearest first.
    """

    target: Target
    score: Fraction
    all_or_nothing: bool
    brings: Mapping[Target, Fraction]

    @property
    def room(self) -> Fraction:
        """Points that are left to 100."""
        return HUNDRED - self.score

    @property
    def worth(self) -> Fraction:
        """What one point brings to the highest score that the rules reach: the measure of `Need.points`."""
        return list(self.brings.values())[-1] if self.brings else Fraction(1)


@dataclass(frozen=True, slots=True)
class Need:
    """Points that a goal lacks, measured as `Place.worth` measures, and the places (by number) that can bring them."""

    target: Target
    points: Fraction
    among: frozenset[int]


def places_of(standing: Standing) -> list[Place]:
    """Give the places below 100, each score once: at the finest level at which all of an indicator is known.

    Questions where all of an indicator are known, items where the result of all is known, else the indicator itself;
    an instrument itself only where none of its indicators is known.
    """
    places = [
        _place(standing, target, all_or_nothing=target.kind == "item")
        for indicator in standing.framework.indicators
        for target in _finest(standing, indicator)
    ]
    known = {target for place in places for target in place.brings}
    known |= {Target("instrument", indicator.instrument) for indicator in _known_indicators(standing)}
    for name in INSTRUMENTS:
        target = Target("instrument", name)
        if target in standing.values and target not in known:
            places.append(_place(standing, target))
    return [place for place in places if place.room > 0]


def _known_indicators(standing: Standing) -> list[Indicator]:
    indicators = standing.framework.indicators
    return [entry for entry in indicators if Target("indicator", str(entry.number)) in standing.values]


def _finest(standing: Standing, indicator: Indicator) -> list[Target]:
    framework = standing.framework
    node = standing.reached.indicators.get(indicator.number)
    if node is None:
        return []
    if node.parts and indicator.instrument != "OIT":
        return [Target("question", question.code) for question in framework.questions_of(indicator.number)]
    items = [Target("item", item.code) for item in framework.items_of(indicator.number)]
    if node.parts and all(standing.values.get(item) in (0, HUNDRED) for item in items):
        return items
    return [Target("indicator", str(indicator.number))]


def _place(standing: Standing, target: Target, *, all_or_nothing: bool = False) -> Place:
    brings: dict[Target, Fraction] = {}
    factor = Fraction(1)
    for link in path_above(standing.framework, target, standing.presumed):
        factor *= link.factor
        brings[link.above] = factor
    return Place(target, standing.values[target], all_or_nothing, brings)


def needs_of(standing: Standing, least: Mapping[Target, Decimal], places: Sequence[Place]) -> list[Need]:
    """Give what the unmet goals still need, those that lie inside others first; unknown scores are left out."""
    order = ["indicator", "instrument", "overall"]
    found = [need for target, goal in least.items() for need in _need(standing, target, goal, places)]
    return sorted(found, key=lambda need: order.index(need.target.kind))


def _need(standing: Standing, target: Target, goal: Decimal, places: Sequence[Place]) -> Iterator[Need]:
    if target not in standing.values or target.kind == "eit_part":
        return
    lacking = threshold(standing.framework, goal) - standing.values[target]
    if lacking <= 0:
        return
    among = frozenset(n for n, place in enumerate(places) if place.target == target or target in place.brings)
    measure = Fraction(1)
    if among:
        first = places[min(among)]
        measure = first.worth / first.brings.get(target, Fraction(1))
    yield Need(target, lacking * measure, among)
