"""Which roles of units usually have what an OIT item asks for: a proposal from the playbook, decided by the office."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.ita.catalogue.model import Framework
from prongsai.ita.catalogue.playbook import Playbook, UnitRole
from prongsai.ita.catalogue.plays import PlayMeasure


def roles_for_item(framework: Framework, code: str, playbook: Playbook) -> tuple[UnitRole, ...]:
    """Give the roles that may hold the content of an item, the likeliest first; none for an item the year has not.

    First who leads a measure that feeds the item, the play of its own topic before others, then who supports it, then
    who leads the other measures of its topic. What nobody wrote down is left to a person. No rule names these roles.
    """
    item = framework.item(code)
    if item is None:
        return ()
    own = playbook.play(item.topic)
    about = own.measures if own else ()
    others = tuple(measure for play in playbook.plays.values() if play is not own for measure in play.measures)
    feeding = [measure for measure in (*about, *others) if _feeds(measure, framework, code)]
    named = (
        *(measure.lead for measure in feeding),
        *(role for measure in feeding for role in measure.supporting),
        *_of_topic(about),
    )
    return tuple(playbook.roles[role] for role in dict.fromkeys(named))


def _of_topic(measures: tuple[PlayMeasure, ...]) -> Iterator[str]:
    for measure in measures:
        yield measure.lead
    for measure in measures:
        yield from measure.supporting


def _feeds(measure: PlayMeasure, framework: Framework, code: str) -> bool:
    """Say whether a measure feeds an item in the year of the framework, or in that which its draft was copied from."""
    feed = measure.feed_of(framework.drafted_from or framework.year)
    return feed is not None and code in feed.items
