"""The head of the home page: what the month is about, and lines counted from what is written down of the year.

The lines are about the work of who looks after the whole year, so a head of a unit gets none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from django.utils.translation import gettext as _

from prongsai.ita.thai import fiscal_year_of, fiscal_year_span
from prongsai.office.rounds.home_sources import words_of
from prongsai.office.rounds.milestones import Milestone
from prongsai.office.rounds.models import Round
from prongsai.office.rounds.month_words import (
    days_lacking,
    framework_words,
    group_words,
    new_year_words,
    survey_words,
)
from prongsai.office.rounds.months import month_told
from prongsai.office.rounds.schedule import Ahead, Dated, next_day
from prongsai.office.rounds.services.looking_up import running_round, schedule_for
from prongsai.platform.modules import EVERY_MONTH, Headline, HomeLine

OF_NO_ROUND = frozenset({"frameworks"})
"""Pages to which a month leads that belong to no year."""


class WhatTheMonthIsAbout:
    """The title of the month from `data/months`, and what keeps an office busy then."""

    key = "rounds.headline"

    def headline(self, today: date) -> Headline:
        """Give what the month of a day is about; it leads to a page of the running year where one is open."""
        told = month_told(today.month)
        busy = tuple((each.words, each.source) for each in told.busy)
        if told.leads_to in OF_NO_ROUND:
            return Headline(told.title.words, told.leads_to, busy=busy)
        found = running_round(today)
        if found is None:
            return Headline(told.title.words, "rounds", busy=busy)
        return Headline(told.title.words, told.leads_to, {"round_id": found.pk}, busy)


@dataclass(frozen=True)
class ThisMonth:
    """A day, the round that runs on it, and its days, fetched when a line asks for them."""

    today: date
    found: Round

    @cached_property
    def schedule(self) -> tuple[Dated, ...]:
        """The days of the round."""
        return schedule_for(self.found)

    def line(self, words: str, url_name: str = "round") -> HomeLine:
        """Give a line that leads to a page of the round."""
        return HomeLine(words, url_name, {"round_id": self.found.pk}, order=50)


class CountedThisMonth:
    """What is written down of the running year, as far as the month asks for it."""

    key = "rounds.month"
    months = EVERY_MONTH

    def lines(self, today: date, *, units: frozenset[int] | None = None) -> Iterable[HomeLine]:
        """Give the lines of the month; none for single units. Where no year is open, that it is to be opened."""
        if units is not None:
            return
        found = running_round(today)
        year = fiscal_year_of(today)
        if found is None or found.fiscal_year != year:
            yield HomeLine(_("The year %(year)s has not been opened") % {"year": year}, "round-open", order=10)
        if found is not None:
            this = ThisMonth(today, found)
            for part in LINES[today.month]:
                yield from part(this)


def _group(this: ThisMonth) -> Iterator[HomeLine]:
    yield this.line(group_words(this.found), "round" if this.found.has_group else "round-group")


def _estimates(this: ThisMonth) -> Iterator[HomeLine]:
    if words := days_lacking(this.schedule):
        yield this.line(words)


def _framework(this: ThisMonth) -> Iterator[HomeLine]:
    words, url_name = framework_words(this.found)
    yield HomeLine(words, url_name, {} if url_name in OF_NO_ROUND else {"round_id": this.found.pk}, order=20)


def _surveys(this: ThisMonth) -> Iterator[HomeLine]:
    for words in survey_words(this.found, this.today):
        yield this.line(words, "round-surveys")


def _briefing(this: ThisMonth) -> Iterator[HomeLine]:
    yield this.line(_("Briefing of the staff: the pack is ready to be printed"), "round-papers")


def _quarter(this: ThisMonth) -> Iterator[HomeLine]:
    year = this.found.fiscal_year
    told = {"quarter": QUARTERS[this.today.month], "year": year}
    yield this.line(_("Pages of quarter %(quarter)s of %(year)s are due") % told)


def _until(milestone: Milestone) -> Callable[[ThisMonth], Iterator[HomeLine]]:
    def lines(this: ThisMonth) -> Iterator[HomeLine]:
        for dated in this.schedule:
            ahead = _ahead(dated, this.today) if dated.milestone is milestone else None
            if ahead and ahead != next_day(this.schedule, this.today):  # the next day is told where the year stands
                yield HomeLine(words_of(ahead), "round", {"round_id": this.found.pk}, order=10)

    return lines


def _ahead(dated: Dated, today: date) -> Ahead | None:
    """Give the end of a window that is open, else its beginning; None when it is over."""
    if dated.start and today < dated.start:
        return Ahead(dated, dated.start, False, (dated.start - today).days)
    if dated.end and today <= dated.end:
        return Ahead(dated, dated.end, True, (dated.end - today).days)
    return None


def _end_of_year(this: ThisMonth) -> Iterator[HomeLine]:
    end = fiscal_year_span(this.found.fiscal_year).end
    assert end is not None
    told = {"year": this.found.fiscal_year, "left": (end - this.today).days}
    yield HomeLine(_("Fiscal year %(year)s ends in %(left)s days") % told, order=10)


def _next_year(this: ThisMonth) -> Iterator[HomeLine]:
    end = fiscal_year_span(this.found.fiscal_year).end
    assert end is not None
    words, opened = new_year_words(fiscal_year_of(end + timedelta(days=1)))
    yield HomeLine(words, "round" if opened else "round-open", {"round_id": opened.pk} if opened else {}, order=60)


QUARTERS: Mapping[int, int] = {1: 1, 5: 2, 7: 3}
"""In which month the pages of which quarter are asked for."""

LINES: Mapping[int, tuple[Callable[[ThisMonth], Iterator[HomeLine]], ...]] = {
    10: (_group,),
    11: (_group, _estimates),
    12: (_framework, _group),
    1: (_until(Milestone.REGISTRATION), _surveys, _briefing, _quarter),
    2: (_surveys, _until(Milestone.REGISTRATION)),
    3: (_until(Milestone.DISCLOSURE), _surveys),
    4: (_until(Milestone.DISCLOSURE),),
    5: (_until(Milestone.SCORING), _surveys, _quarter),
    6: (_until(Milestone.CLARIFICATION), _surveys),
    7: (_until(Milestone.RESULTS), _quarter),
    8: (_until(Milestone.RESULTS),),
    9: (_end_of_year, _next_year),
}
"""Which lines a month has. Later rooms add their own through `modules.MonthSource`."""
