"""Days some months later: the day of the month stays where the month has it."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from prongsai.platform.calendar.months import months_later

DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))


@given(day=DAYS, months=st.integers(-240, 240))
def test_it_lies_in_the_month_meant_and_on_the_same_day_or_the_last(day, months):
    found = months_later(day, months)
    assert (found.year - day.year) * 12 + found.month - day.month == months
    assert found.day == day.day or (
        found.day < day.day and months_later(found.replace(day=1), 1).toordinal() == found.toordinal() + 1
    )


@given(day=DAYS, months=st.integers(0, 240))
def test_days_up_to_the_28th_come_back(day, months):
    early = day.replace(day=min(day.day, 28))
    assert months_later(months_later(early, months), -months) == early
