"""When something may be sent: not at night, and as often as somebody wishes."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.utils import timezone

from prongsai.platform.calendar.working import WorkingCalendar
from prongsai.platform.notices.models.preferences import Quiet, Rhythm

MORNING, EVENING = time(7), time(20)
DIGEST = time(8)
MONDAY = 0
A_DAY = timedelta(days=1)


def first_time(now: datetime, rhythm: str, quiet: str, calendar: WorkingCalendar, *, urgent: bool) -> datetime:
    """Give the first moment at which something made now may be sent; what is urgent goes at once."""
    if urgent:
        return now
    return out_of_quiet(_next_digest(now, rhythm), quiet, calendar)


def out_of_quiet(moment: datetime, quiet: str, calendar: WorkingCalendar) -> datetime:
    """Give the moment, or the first one after it that is outside the quiet hours (Bangkok)."""
    local = timezone.localtime(moment)
    if local.time() >= EVENING:
        local = _at(local + A_DAY, MORNING)
    elif local.time() < MORNING:
        local = _at(local, MORNING)
    if quiet == Quiet.DAYS_OFF:
        open_day = calendar.on_or_after(local.date())
        if open_day != local.date():
            local = _at(local + (open_day - local.date()), MORNING)
    return max(local, moment)


def _next_digest(now: datetime, rhythm: str) -> datetime:
    if rhythm == Rhythm.AT_ONCE:
        return now
    local = timezone.localtime(now)
    digest = _at(local, DIGEST)
    if digest < local:
        digest += A_DAY
    if rhythm == Rhythm.WEEKLY:
        digest += A_DAY * ((MONDAY - digest.weekday()) % 7)
    return digest


def _at(moment: datetime, hour: time) -> datetime:
    return moment.replace(hour=hour.hour, minute=hour.minute, second=0, microsecond=0)
