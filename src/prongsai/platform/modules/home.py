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

    `order` puts the lines of a part in order, small ones first; `unit` is the id of the unit it is about: what
    else is awaited from that unit is said behind the words.
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


EVERY_MONTH = frozenset(range(1, 13))


class MonthSource(Protocol):
    """A room that adds lines to the head of the home page in some months of the year.

    `months` are numbers of the calendar, January is 1; in others the room is not asked. `key` names it once.
    """

    key: str
    months: frozenset[int]

    def lines(self, today: date, *, units: frozenset[int] | None = None) -> Iterable[HomeLine]:
        """Give the lines for these units, for the whole agency that speaks where None is given."""
        ...


@dataclass(frozen=True, slots=True)
class Headline:
    """What a month is about: its title, where it leads, and what keeps an office busy then.

    `busy` pairs a sentence with where it is known from; an empty source means custom that nobody has confirmed.
    """

    title: str
    url_name: str = ""
    arguments: Mapping[str, object] = field(default_factory=dict)
    busy: tuple[tuple[str, str], ...] = ()


class HeadlineSource(Protocol):
    """The room that says what each month is about."""

    key: str

    def headline(self, today: date) -> Headline | None:
        """Give the headline of the month of a day, None where there is nothing to say."""
        ...
