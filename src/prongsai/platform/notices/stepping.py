"""Which step of a follow-up is due: always the next one, never two at once, never sooner than its distance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

import yaml

from prongsai.platform.calendar.working import WorkingCalendar
from prongsai.platform.notices.models.follow_ups import FollowUpDays, Step

Days = Mapping[Step, int | None]
ORDER = tuple(Step)


@dataclass(frozen=True, slots=True)
class Taken:
    """A step that was taken on a day."""

    step: Step
    day: date


def due_step(taken: list[Taken], due: date, today: date, days: Days, calendar: WorkingCalendar) -> Step | None:
    """Give the step that is due today, None when there is none.

    After a pause of the machine the missed steps follow one another at their usual distance, so that nobody hears of a
    delay before who owes it, and nobody gets two on one day.
    """
    used = [step for step in ORDER if days.get(step) is not None]
    done = {one.step for one in taken}
    following = next((step for step in used if step not in done), None)
    if following is None or not calendar.is_working(today) or not _has_come(following, due, today, days, calendar):
        return None
    if not taken:
        return following
    last = taken[-1]
    return following if calendar.between(last.day, today) >= _distance(last.step, following, days) else None


def _has_come(step: Step, due: date, today: date, days: Days, calendar: WorkingCalendar) -> bool:
    count = days[step] or 0
    if step is Step.FIRST:
        return calendar.between(today, due) <= count
    return today > due and calendar.between(due, today) >= count


def _distance(before: Step, after: Step, days: Days) -> int:
    """Give the least number of working days between two steps; the first one stands before the due day."""
    since = 0 if before is Step.FIRST else days.get(before) or 0
    return max(1, (days[after] or 0) - since)


def days_of_agency() -> Days:
    """Give the days of the agency that speaks, else those of the project."""
    own = FollowUpDays.objects.first()
    return {step: getattr(own, step.value) for step in ORDER} if own else usual_days()


@cache
def usual_days() -> Days:
    """Give the days of the project's data."""
    text = files("prongsai.platform.notices").joinpath("data/follow_up.yaml").read_text(encoding="utf-8")
    told = yaml.safe_load(text)["days"]
    return {step: told[step.value] for step in ORDER}
