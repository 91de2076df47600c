"""When a measure of the playbook falls in a given fiscal year."""

from __future__ import annotations

from datetime import date

from prongsai.ita.catalogue.plays import PlayPeriod
from prongsai.ita.thai.dates import buddhist_year, month_end
from prongsai.ita.thai.periods import Period, Recurrence, fiscal_year_span


def period_in_year(planned: PlayPeriod, year: int, *, decided: date | None = None) -> Period | Recurrence:
    """Give the days of a play's months inside a fiscal year (BE), or its recurrence.

    `decided` is the day on which the plan is decided, where it is known: nothing begins before it, and what would be
    over by then runs from that day to the end of the year.
    """
    if planned.every_months is not None:
        return Recurrence(planned.every_months)
    if planned.from_ is None or planned.to is None:
        raise ValueError("a play's period has two months or a recurrence; the loader sees to it")
    first, last = _first_day(planned.from_, year), _first_day(planned.to, year)
    return _not_before(Period(first, month_end(buddhist_year(last), last.month)), decided, year)


def _first_day(month: int, year: int) -> date:
    """Give the first day of a calendar month that lies in a fiscal year (BE)."""
    span = fiscal_year_span(year)
    opening = span.start or span.end
    return date(opening.year if month >= opening.month else span.end.year, month, 1)


def _not_before(period: Period, decided: date | None, year: int) -> Period:
    span = fiscal_year_span(year)
    if decided is None or period.start is None or decided <= period.start or decided > span.end:
        return period
    return Period(decided, period.end if decided <= period.end else span.end)
