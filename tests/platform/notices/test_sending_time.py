"""When something may be sent: never at night, in the rhythm somebody wished, and never lost."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from prongsai.platform.calendar.working import WorkingCalendar
from prongsai.platform.notices.models import Quiet, Rhythm
from prongsai.platform.notices.sending_time import first_time, out_of_quiet

CALENDAR = WorkingCalendar({date(2025, 3, 19): True})
moments = st.datetimes(datetime(2025, 1, 1), datetime(2025, 12, 31)).map(timezone.make_aware)
rhythms, quiets = st.sampled_from(Rhythm), st.sampled_from(Quiet)


def bangkok(day: int, hour: int, minute: int = 0) -> datetime:
    return timezone.make_aware(datetime(2025, 3, day, hour, minute))


def when(now: datetime, rhythm: str = Rhythm.AT_ONCE, quiet: str = Quiet.NIGHT, urgent: bool = False) -> datetime:
    return first_time(now, rhythm, quiet, CALENDAR, urgent=urgent)


@given(moments, rhythms, quiets)
def test_nothing_that_can_wait_goes_out_at_night_or_before_it_was_made(now, rhythm, quiet):
    moment = when(now, rhythm, quiet)
    assert moment >= now
    assert time(7) <= timezone.localtime(moment).time() < time(20)


@given(moments, rhythms)
def test_who_wishes_quiet_days_off_hears_on_working_days_only(now, rhythm):
    assert CALENDAR.is_working(timezone.localtime(when(now, rhythm, Quiet.DAYS_OFF)).date())


@given(moments, rhythms, quiets)
def test_what_is_urgent_goes_at_once(now, rhythm, quiet):
    assert when(now, rhythm, quiet, urgent=True) == now


@given(moments, quiets)
def test_out_of_the_quiet_hours_is_out_of_them(now, quiet):
    once = out_of_quiet(now, quiet, CALENDAR)
    assert out_of_quiet(once, quiet, CALENDAR) == once


@given(moments)
def test_a_digest_comes_within_a_day_or_a_week(now):
    assert when(now, Rhythm.DAILY) - now <= timedelta(days=1)
    assert when(now, Rhythm.WEEKLY) - now <= timedelta(days=7)


@pytest.mark.parametrize(
    ("now", "rhythm", "quiet", "moment"),
    [
        (bangkok(17, 10), Rhythm.AT_ONCE, Quiet.NIGHT, bangkok(17, 10)),
        (bangkok(17, 20), Rhythm.AT_ONCE, Quiet.NIGHT, bangkok(18, 7)),
        (bangkok(17, 6, 59), Rhythm.AT_ONCE, Quiet.NIGHT, bangkok(17, 7)),
        (bangkok(17, 0), Rhythm.AT_ONCE, Quiet.NIGHT, bangkok(17, 7)),
        (bangkok(17, 7, 59), Rhythm.DAILY, Quiet.NIGHT, bangkok(17, 8)),
        (bangkok(17, 10), Rhythm.DAILY, Quiet.NIGHT, bangkok(18, 8)),
        (bangkok(17, 10), Rhythm.WEEKLY, Quiet.NIGHT, bangkok(24, 8)),
        (bangkok(17, 7), Rhythm.WEEKLY, Quiet.NIGHT, bangkok(17, 8)),
        (bangkok(21, 21), Rhythm.AT_ONCE, Quiet.NIGHT, bangkok(22, 7)),
        (bangkok(21, 21), Rhythm.AT_ONCE, Quiet.DAYS_OFF, bangkok(24, 7)),
        (bangkok(18, 10), Rhythm.DAILY, Quiet.DAYS_OFF, bangkok(20, 7)),
    ],
)
def test_some_times_of_one_week(now, rhythm, quiet, moment):
    assert when(now, rhythm, quiet) == moment
