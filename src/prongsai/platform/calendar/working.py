"""Counting working days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from prongsai.platform.calendar.models import DayOff
from prongsai.platform.calendar.national import national_holidays

SATURDAY = 5
A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Says which days are worked: not at weekends, not on holidays, but for the agency's `own` days (True = closed)."""

    own: Mapping[date, bool] = field(default_factory=dict)

    def is_working(self, day: date) -> bool:
        """Say whether the office works on a day."""
        if day in self.own:
            return not self.own[day]
        return day.weekday() < SATURDAY and not any(holiday.day == day for holiday in national_holidays(day.year))

    def on_or_after(self, day: date) -> date:
        """Give the first working day from a day on."""
        while not self.is_working(day):
            day += A_DAY
        return day

    def after(self, day: date, working_days: int) -> date:
        """Give the day by which so many working days have passed; the day of receipt does not count."""
        if working_days < 0:
            raise ValueError("working_days must not be negative")
        for _ in range(working_days):
            day = self.on_or_after(day + A_DAY)
        return day

    def between(self, start: date, end: date) -> int:
        """Count the working days after `start` up to `end`, negative when `end` lies before."""
        if end < start:
            return -self.between(end, start)
        return sum(self.is_working(start + A_DAY * n) for n in range(1, (end - start).days + 1))


def calendar_of_speaker() -> WorkingCalendar:
    """Give the calendar of the agency that speaks."""
    return WorkingCalendar({off.day: off.closed for off in DayOff.objects.all()})
