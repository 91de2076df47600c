"""The clock of a case: working days from the day after it was received, standing while the applicant is waited for."""

from __future__ import annotations

from datetime import date

from prongsai.platform.calendar.working import WorkingCalendar
from prongsai.registers.cases.models import Case
from prongsai.registers.cases.states import CaseState


def due_day(received: date, limit_days: int | None, waited_days: int, calendar: WorkingCalendar) -> date | None:
    """Give the day by which a case is to end; None where it has no clock.

    What comes in on a day off counts as received on the next working day.
    """
    if limit_days is None:
        return None
    return calendar.after(calendar.on_or_after(received), limit_days + waited_days)


def set_clock(case: Case, calendar: WorkingCalendar) -> None:
    """Set the due day of a case anew."""
    case.due = due_day(case.received_on, case.limit_days, case.waited_days, calendar)


def turn_clock(case: Case, state: CaseState, day: date, calendar: WorkingCalendar) -> None:
    """Stop or start the clock as a case takes a new state on a day."""
    stops = case.told_kind is None or case.told_kind.stops_while_waiting
    if case.is_waiting and case.waiting_since:
        if stops:
            case.waited_days += max(calendar.between(case.waiting_since, day), 0)
            set_clock(case, calendar)
        case.waiting_since = None
    case.state = state
    if case.is_waiting:
        case.waiting_since = day
