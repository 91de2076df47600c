"""Facts of all rooms. One broken room silences nobody else, and is named."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from prongsai.ita.evidence import EvidenceSource, Fact, TopicId
from prongsai.ita.papers.blocks import Block
from prongsai.platform.modules.registry import Registry

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Gathered:
    """The facts found, by day, the key of the source of each, and those of the sources that could not tell theirs."""

    facts: tuple[Fact, ...]
    sources: tuple[str, ...]
    silent: tuple[str, ...]


def gather_facts(
    registry: Registry, agency: str, since: date, until: date, *, topics: Iterable[TopicId] | None = None
) -> Gathered:
    """Ask every room for its facts between two days, both included; only on these topics where some are given."""
    wanted = None if topics is None else frozenset(topics)
    found: list[tuple[str, Fact]] = []
    silent: list[str] = []
    for source in (source for module in registry for source in module.evidence):
        if wanted is not None and not (source.topics & wanted):
            continue
        told = _told(source, agency, since, until)
        if told is None:
            silent.append(source.key)
        else:
            found += [(source.key, fact) for fact in told if wanted is None or fact.topic in wanted]
    found.sort(key=lambda one: (one[1].happened, one[1].topic))
    return Gathered(tuple(fact for _, fact in found), tuple(key for key, _ in found), tuple(silent))


def _told(source: EvidenceSource, agency: str, since: date, until: date) -> list[Fact] | None:
    """Give a room's facts, None if it broke: whatever it raises, the others are still heard."""
    try:
        facts = list(source.facts(agency, since, until))
    except Exception:
        log.exception("evidence source %s failed", source.key)
        return None
    return [fact for fact in facts if fact.topic in source.topics and since <= fact.happened <= until]


def gather_content(
    registry: Registry, source: str, topic: TopicId, agency: str, *, since: date, until: date
) -> tuple[Block, ...]:
    """Ask one source for its blocks on a topic; nothing where no room speaks under that key, or it broke."""
    for speaker in (speaker for module in registry for speaker in module.evidence):
        if speaker.key == source and topic in speaker.topics:
            try:
                return tuple(speaker.content(topic, agency, since, until))
            except Exception:
                log.exception("evidence source %s failed", source)
    return ()
