"""Facts with which desks support measures and OIT items. Desks speak topics; catalogues speak item numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Protocol, TypeAlias

from prongsai.ita.papers.blocks import Block

TopicId: TypeAlias = str
"""Stable English name of a subject (`asset-loan-register`) on which questions, items, measures and proof meet."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that happened or stands, as a desk recorded it.

    `figures` are counts or amounts by English name; `happened` is the day of the deed, not of its entry.
    """

    topic: TopicId
    sentence: str
    happened: date
    figures: Mapping[str, Decimal] = field(default_factory=dict)
    link: str | None = None
    public: bool = False


class EvidenceSource(Protocol):
    """What a room offers that can prove something. `key` names it once in the whole installation."""

    key: str
    topics: frozenset[TopicId]

    def facts(self, agency: str, since: date, until: date) -> Iterable[Fact]:
        """Give the facts of an agency between two days, both included."""
        ...

    def content(self, topic: TopicId, agency: str, since: date, until: date) -> Iterable[Block]:
        """Give the document blocks with which the room fills an OIT item on a topic."""
        ...
