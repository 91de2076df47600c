"""How long a whole service takes: the times of its steps, summed without turning office hours into days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from prongsai.ita.papers.service import ServiceStep, TimeSpan, TimeUnit

UNIT_WORDS = {TimeUnit.MINUTES: "นาที", TimeUnit.HOURS: "ชั่วโมง", TimeUnit.WORKING_DAYS: "วันทำการ"}


@dataclass(frozen=True, slots=True)
class WholeTime:
    """Working days and minutes beside each other; `unknown` counts steps whose time is not said.

    A day of an office is not a number of hours here: offices open for different hours.
    """

    working_days: int = 0
    minutes: int = 0
    unknown: int = 0

    def __bool__(self) -> bool:
        return bool(self.working_days or self.minutes)

    @property
    def days_counted(self) -> int:
        """Working days by which it is done, minutes rounded up to one more day: what a clock counts with."""
        return self.working_days + (1 if self.minutes else 0)

    @property
    def text(self) -> str:
        """Words with Arabic digits: `3 วันทำการ 1 ชั่วโมง 20 นาที`; nothing where no time is known."""
        hours, minutes = divmod(self.minutes, 60)
        parts = ((self.working_days, "วันทำการ"), (hours, "ชั่วโมง"), (minutes, "นาที"))
        return " ".join(f"{value} {unit}" for value, unit in parts if value)


def whole_time(steps: Iterable[ServiceStep]) -> WholeTime:
    """Sum the times of steps."""
    days = minutes = unknown = 0
    for step in steps:
        if step.time is None:
            unknown += 1
        elif step.time.unit is TimeUnit.WORKING_DAYS:
            days += step.time.value
        else:
            minutes += step.time.value * (60 if step.time.unit is TimeUnit.HOURS else 1)
    return WholeTime(days, minutes, unknown)


def time_text(time: TimeSpan) -> str:
    """Write a time in Thai with Arabic digits: `10 นาที`."""
    return f"{time.value} {UNIT_WORDS[time.unit]}"
