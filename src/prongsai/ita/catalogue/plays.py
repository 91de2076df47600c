"""Plays: what an office may do about a weak subject. Written for this project; nothing in them is an official text."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from prongsai.ita.catalogue.model import Confidence, ItemCode, Record, TopicId
from prongsai.ita.catalogue.scalars import Text, Whole

Month: TypeAlias = Annotated[Whole, Field(ge=1, le=12)]
Role: TypeAlias = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]


class PlayPeriod(Record):
    """When a measure is done: from a month to a month of one fiscal year, or every so many months.

    Months are numbers of the calendar (10 is October, with which the fiscal year begins). Either both months or only
    the recurrence is given (rule PERIOD).
    """

    from_: Month | None = Field(default=None, alias="from")
    to: Month | None = None
    every_months: Month | None = None


class Feed(Record):
    """OIT items of a year that a measure gives content to, and how sure that is."""

    year: Annotated[Whole, Field(ge=2540, le=2640)]
    items: Annotated[tuple[ItemCode, ...], Field(min_length=1)]
    confidence: Confidence


class PlayMeasure(Record):
    """One measure: a verb phrase, its steps, who does it and when, how it is followed up, and what would prove it.

    `lead` and `supporting` are roles (`unit-roles.yaml`) that an agency maps to units of its own.
    """

    id: Role
    title: Text
    steps: tuple[Text, ...]
    lead: Role
    supporting: tuple[Role, ...] = ()
    period: PlayPeriod
    follow_up: Text
    proof: Annotated[tuple[Text, ...], Field(min_length=1)]
    cost: Text | None = None
    feeds: tuple[Feed, ...] = ()

    def feed_of(self, year: int) -> Feed | None:
        """Give the items of a year that the measure feeds, or None where none is known."""
        return next((feed for feed in self.feeds if feed.year == year), None)


class Example(Record):
    """How an invented office went about it. It tells the way, never results."""

    office: Text
    situation: Text
    approach: Text


class Play(Record):
    """A topic's page of the playbook: what a low score usually means, a soft finding, two to four measures.

    The first measure is the one proposed; the others are offered. `indicators` are names of indicators that the topic
    belongs to; `general_for` names those of them for which the play is proposed when only the indicator's score is
    known, as in a year whose questions are not established.
    """

    schema_: Literal["prongsai.play/1"] = Field(alias="schema")
    topic: TopicId
    indicators: Annotated[tuple[Text, ...], Field(min_length=1)]
    general_for: tuple[Text, ...] = ()
    meaning: Text
    finding: Text
    measures: tuple[PlayMeasure, ...]
    example: Example


class UnitRole(Record):
    """A kind of work with the unit that usually does it in a small office."""

    name: Text
    duty: Text


class UnitRoles(Record):
    """The file of roles."""

    schema_: Literal["prongsai.unit-roles/1"] = Field(alias="schema")
    roles: dict[Role, UnitRole]
