"""Tasks that come again: the day never wanders, and no time is left out."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.platform.calendar.months import months_later
from prongsai.registers.tasks.repeating import next_due

DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("first", "every", "after", "expected"),
    [
        (date(2025, 1, 31), 1, date(2025, 1, 31), date(2025, 2, 28)),
        (date(2025, 1, 31), 1, date(2025, 2, 28), date(2025, 3, 31)),
        (date(2024, 2, 29), 12, date(2024, 2, 29), date(2025, 2, 28)),
        (date(2024, 10, 15), 3, date(2025, 1, 20), date(2025, 4, 15)),
        (date(2024, 11, 30), 6, date(2024, 11, 30), date(2025, 5, 30)),
    ],
)
def test_the_next_day_is_counted_from_the_first_one(first, every, after, expected):
    assert next_due(first, every, after) == expected


@given(first=DAYS, every=st.integers(1, 12), after=DAYS)
def test_the_next_day_lies_ahead_and_is_a_day_of_the_series(first, every, after):
    found = next_due(first, every, max(first, after))
    assert found > max(first, after)
    months = (found.year - first.year) * 12 + found.month - first.month
    assert months % every == 0
    assert found == months_later(first, months)
    assert months_later(first, months - every) <= max(first, after)


@given(first=DAYS, every=st.integers(1, 12), times=st.integers(1, 30))
def test_a_series_followed_step_by_step_leaves_nothing_out(first, every, times):
    day = first
    for _ in range(times):
        day = next_due(first, every, day)
    assert day == months_later(first, every * times)


def test_what_does_not_come_again_has_no_next_day():
    with pytest.raises(ValueError, match="one month"):
        next_due(date(2025, 1, 1), 0, date(2025, 1, 1))
