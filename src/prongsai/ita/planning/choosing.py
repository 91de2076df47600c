"""Which plays answer which weak points: first by topic, then by indicator, and where nothing fits, an open place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from prongsai.ita.analysis.weak_points import WeakPoint
from prongsai.ita.catalogue.model import Framework, Instrument
from prongsai.ita.catalogue.playbook import Play, Playbook

ITEM_TOPIC = "complete-reports"
"""A lost OIT item is answered by publishing every element; what it is about is the item's own affair."""

_INSTRUMENT_OF_COMPONENT: dict[str, Instrument] = {
    "IIT": "IIT",
    "EIT": "EIT",
    "EIT1": "EIT",
    "EIT2": "EIT",
    "OIT": "OIT",
}


@dataclass(slots=True)
class Bundle:
    """Weak points that one row of the plan answers. Without a play the row is an open place."""

    play: Play | None
    weak_points: list[WeakPoint] = field(default_factory=list)

    @property
    def dearest(self) -> WeakPoint:
        """The weak point that costs most; the first of equals."""
        return max(self.weak_points, key=lambda weak: weak.price or Decimal(0))


def bundle(framework: Framework, weak_points: Iterable[WeakPoint], playbook: Playbook) -> list[Bundle]:
    """Put every weak point into at least one bundle, dearest first.

    Points of one topic share a bundle, and so do the questions of one indicator whose topics are not known. An
    indicator whose questions or items are weak points themselves joins their bundles; one that stands alone gets every
    play that serves it. A component (such as EIT part 2) joins a bundle of its instrument.
    """
    ordered = sorted(weak_points, key=lambda weak: -(weak.price or Decimal(0)))
    bundles: list[Bundle] = []
    for weak in (weak for weak in ordered if weak.kind in ("question", "item")):
        _add(bundles, framework, playbook.play(ITEM_TOPIC if weak.kind == "item" else weak.topic), weak)
    for weak in (weak for weak in ordered if weak.kind == "indicator"):
        _add_indicator(bundles, framework, weak, playbook)
    for weak in (weak for weak in ordered if weak.kind == "component"):
        _add_component(bundles, framework, weak)
    return bundles


def indicator_of(framework: Framework, weak: WeakPoint) -> int | None:
    """Give the indicator under which a weak point stands, or None for a component or an unknown code."""
    if weak.kind == "indicator":
        return int(weak.code)
    entry = framework.question(weak.code) or framework.item(weak.code)
    return entry.indicator if entry else None


def _add(bundles: list[Bundle], framework: Framework, play: Play | None, weak: WeakPoint) -> None:
    subject = _subject(framework, weak)
    found = next(
        (entry for entry in bundles if entry.play is play and (play or _subject(framework, entry.dearest) == subject)),
        None,
    )
    if found is None:
        found = Bundle(play)
        bundles.append(found)
    found.weak_points.append(weak)


def _add_indicator(bundles: list[Bundle], framework: Framework, weak: WeakPoint, playbook: Playbook) -> None:
    number = int(weak.code)
    inside = [
        entry for entry in bundles if any(indicator_of(framework, other) == number for other in entry.weak_points)
    ]
    if inside:
        inside[0].weak_points.append(weak)
        return
    indicator = framework.indicator(number)
    plays = playbook.for_indicator(indicator.name, *indicator.aliases) if indicator else ()
    for play in plays or (None,):
        _add(bundles, framework, play, weak)


def _add_component(bundles: list[Bundle], framework: Framework, weak: WeakPoint) -> None:
    instrument = _INSTRUMENT_OF_COMPONENT.get(weak.code)
    for entry in bundles:
        numbers = {indicator_of(framework, other) for other in entry.weak_points}
        indicators = [framework.indicator(number) for number in numbers if number is not None]
        if any(found is not None and found.instrument == instrument for found in indicators):
            entry.weak_points.append(weak)
            return
    _add(bundles, framework, None, weak)


def _subject(framework: Framework, weak: WeakPoint) -> object:
    """Tell what an open place is about: the topic, else the indicator or component that holds the weak point."""
    return weak.topic or indicator_of(framework, weak) or (weak.kind, weak.code)
