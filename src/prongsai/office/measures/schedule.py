"""The days by which a step is to be done, from what the plan says. Pure: nothing is fetched but what was prefetched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from prongsai.ita.thai import buddhist_year, fiscal_year_span
from prongsai.ita.thai.dates import month_end

if TYPE_CHECKING:
    from prongsai.office.measures.models import Measure, Step

MOST_TURNS = 60
"""Of one step and unit: monthly over five years. More is a slip of the pen."""


@dataclass(frozen=True, slots=True)
class DueTurn:
    """One time that a step is to be done: by which day and by which unit (None where nobody is named)."""

    day: date
    unit_id: int | None


def due_turns(step: Step, measure: Measure) -> tuple[DueTurn, ...]:
    """Give the turns of a step, the earliest first.

    Without a day of its own a step is due at the end of its measure; one that comes again, at the end of each span. A
    measure without an end ends with the fiscal year of its plan. A step that every unit does has a turn for the lead
    and each supporting unit.
    """
    units = _units(step, measure)
    return tuple(DueTurn(day, unit) for day in due_days(step, measure) for unit in units)


def due_days(step: Step, measure: Measure) -> tuple[date, ...]:
    """Give the days of a step; a day of its own after the end of the measure stays."""
    span = fiscal_year_span(measure.plan.round.fiscal_year)
    end = measure.until or span.end
    if not step.every_months:
        return (step.due or end,)
    begin = measure.since or span.start or end
    first = step.due or _month_after(begin, step.every_months - 1)
    days = []
    for number in range(MOST_TURNS):
        day = _again(first, step.every_months * number)
        if day > end:
            break
        days.append(day)
    return tuple(days) or (step.due or end,)


def _units(step: Step, measure: Measure) -> tuple[int | None, ...]:
    if not step.each_unit:
        return (step.unit_id or measure.lead_unit_id,)
    named = [measure.lead_unit_id, *(entry.unit_id for entry in measure.supporting.all())]
    found = tuple(dict.fromkeys(unit for unit in named if unit is not None))
    return found or (None,)


def _month_after(day: date, months: int) -> date:
    """Give the last day of the month that lies so many months after that of a day."""
    years, month = divmod(day.month - 1 + months, 12)
    return month_end(buddhist_year(day) + years, month + 1)


def _again(first: date, months: int) -> date:
    """Give the same day so many months later; the last day of a month stays a last day."""
    last = _month_after(first, months)
    if first == _month_after(first, 0):
        return last
    return last.replace(day=min(first.day, last.day))
