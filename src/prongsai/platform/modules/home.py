"""What the home page of staff tells: each part of it is filled by the rooms that have something to say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol


class HomePart(StrEnum):
    """The parts of the home page, in their order. A part in which no room says anything is not shown."""

    WHERE = "where"
    AWAITED = "awaited"
    LACKING = "lacking"
    SIGNATURES = "signatures"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class HomeLine:
    """One line: a short sentence in the language of the page, and where it leads.

    `order` puts the lines of a part in order, small ones first; `unit` is the id of the unit it is about.
    """

    words: str
    url_name: str = ""
    arguments: Mapping[str, object] = field(default_factory=dict)
    unit: int | None = None
    order: int = 100


class HomeSource(Protocol):
    """A room that fills a part. `key` names it once in the whole installation."""

    key: str
    part: HomePart

    def lines(self, today: date, *, units: frozenset[int] | None = None) -> Iterable[HomeLine]:
        """Give the lines for these units, for the whole agency that speaks where None is given."""
        ...
