"""What crosses to an adviser: a small record of counts and scores, and nothing else."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta
from decimal import Decimal

from django.utils.translation import gettext
from pydantic import BaseModel, ConfigDict

from prongsai.office.rounds.milestones import Phase
from prongsai.platform.ui.states import State

SOON = timedelta(days=30)
"""A survey that closes within this time below its least number is short of answers; before that nobody is behind."""


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class RolledScore(_Record):
    """The score of an indicator in the confirmed result; None where it has none."""

    number: int
    name: str
    instrument: str
    score: Decimal | None


class RolledSurvey(_Record):
    """How many answered a survey, of how many at least. Never who."""

    survey: str
    answers: int | None
    least: int | None
    closes: date | None

    def is_short(self, on: date) -> bool:
        """Whether it is about to close, or closed, under its least number."""
        if self.least is None or self.closes is None or self.closes - on > SOON:
            return False
        return (self.answers or 0) < self.least


class RolledWork(_Record):
    """Counts of one kind of work: done of all, late by the agency's own plan, by state where there are states."""

    key: str
    label: str
    done: int
    whole: int
    late: int
    states: tuple[tuple[str, int], ...] = ()


class RollUpContent(_Record):
    """A year of an agency as it submits it on a day. What is not known is None or empty, never 0.

    `codes_year` is another year than `fiscal_year` while the framework is awaited. `published` says whether the overall
    score is the published one or the agency's own reckoning. `sent_by` names a post, no person.
    """

    fiscal_year: int
    codes_year: int
    on: date
    phase: str
    overall: Decimal | None = None
    published: bool = False
    level: str | None = None
    scores: tuple[RolledScore, ...] = ()
    surveys: tuple[RolledSurvey, ...] = ()
    work: tuple[RolledWork, ...] = ()
    wishes: str = ""
    sent_by: str = ""

    @property
    def late(self) -> int:
        """How many things are late by the agency's own plan."""
        return sum(each.late for each in self.work)

    @property
    def short_surveys(self) -> tuple[RolledSurvey, ...]:
        """The surveys that were short of answers on the day."""
        return tuple(each for each in self.surveys if each.is_short(self.on))

    @property
    def phase_words(self) -> str:
        """The part of the year in words."""
        return str(Phase(self.phase).label)

    @property
    def work_words(self) -> list[tuple[str, RolledWork, list[tuple[str, int]]]]:
        """The counts of work with the words for their kind and states, in the language of the page."""
        known = {state.value: str(state.label) for state in State}
        return [
            (gettext(each.label), each, [(known.get(state, state), count) for state, count in each.states])
            for each in self.work
        ]

    @property
    def is_draft(self) -> bool:
        """Whether the year worked on the codes of another."""
        return self.codes_year != self.fiscal_year

    @property
    def mark(self) -> str:
        """Tell these figures from any others, whatever is wished for."""
        told = self.model_copy(update={"wishes": ""})
        return hashlib.sha256(told.model_dump_json().encode()).hexdigest()
