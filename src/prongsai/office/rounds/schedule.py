"""The days of one round: what the office typed, else the year's framework, else an estimate from an earlier year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from prongsai.ita.catalogue import Framework
from prongsai.ita.thai import fiscal_year_span
from prongsai.office.rounds.milestones import Milestone, Phase, milestone_called


@dataclass(frozen=True, slots=True)
class Dated:
    """A milestone of a year. `taken_from`: the year from which the days are estimated; None where they are told.

    `source` says where they were read, empty for days that the office typed without one; `confirmed` whether two
    sources or one reliable source tell them.
    """

    milestone: Milestone
    start: date | None
    end: date | None
    source: str = ""
    taken_from: int | None = None
    confirmed: bool = False
    typed: bool = False

    @property
    def days(self) -> tuple[date, ...]:
        """Its days that are known."""
        return tuple(day for day in (self.start, self.end) if day is not None)


@dataclass(frozen=True, slots=True)
class Ahead:
    """The next day that counts: a window opens or closes."""

    dated: Dated
    day: date
    closes: bool
    left: int


def schedule_of(
    framework: Framework, typed: Mapping[Milestone, Dated], earlier: Sequence[Framework]
) -> tuple[Dated, ...]:
    """Give the milestones of a year in their order; those of which no year tells a day are left out.

    `earlier` are frameworks of earlier years, from which a milestone without days is estimated, the newest first.
    """
    told = dict(_told(framework))
    found = []
    for milestone in Milestone:
        if milestone in typed:
            found.append(typed[milestone])
        elif milestone in told:
            found.append(told[milestone])
        elif guess := _estimate(framework.year, milestone, earlier):
            found.append(guess)
    return tuple(found)


def phase_on(schedule: Sequence[Dated], day: date, fiscal_year: int) -> Phase:
    """Say in which part of the year a day lies, by the days that are known or estimated."""
    results = [dated.start for dated in schedule if dated.milestone.phase is Phase.AFTER and dated.start]
    ends = fiscal_year_span(fiscal_year).end
    if any(start <= day for start in results) or (ends is not None and day > ends):
        return Phase.AFTER
    during = [first for dated in schedule if dated.milestone.phase is Phase.DURING for first in dated.days[:1]]
    return Phase.DURING if during and min(during) <= day else Phase.BEFORE


def next_day(schedule: Sequence[Dated], day: date) -> Ahead | None:
    """Give the next day, from `day` itself on, on which a window opens or closes; a close before an opening."""
    coming = [
        Ahead(dated, when, closes, (when - day).days)
        for dated in schedule
        if dated.milestone is not Milestone.ASSESSMENT
        for when, closes in ((dated.start, False), (dated.end, True))
        if when is not None and when >= day
    ]
    return min(coming, key=lambda ahead: (ahead.day, not ahead.closes), default=None)


def _told(framework: Framework) -> Iterator[tuple[Milestone, Dated]]:
    for event in framework.calendar:
        milestone = milestone_called().get(event.name)
        if milestone is not None and (event.start or event.end):
            source = " ".join(framework.sources[key].title for key in event.source if key in framework.sources)
            yield milestone, Dated(milestone, event.start, event.end, source, confirmed=event.confirmed)


def _estimate(year: int, milestone: Milestone, earlier: Sequence[Framework]) -> Dated | None:
    for framework in sorted(earlier, key=lambda one: -one.year):
        dated = dict(_told(framework)).get(milestone)
        if dated is not None and framework.year < year:
            ahead = year - framework.year
            return Dated(milestone, _moved(dated.start, ahead), _moved(dated.end, ahead), dated.source, framework.year)
    return None


def _moved(day: date | None, years: int) -> date | None:
    if day is None:
        return None
    last_of_february = day.month == 2 and day.day == 29
    return day.replace(year=day.year + years, day=28 if last_of_february else day.day)
