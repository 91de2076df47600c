"""The clock of an office counts working days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.platform.calendar.national import national_holidays
from prongsai.platform.calendar.rounds import half_year_round, running_round
from prongsai.platform.calendar.working import WorkingCalendar

NATION = WorkingCalendar()
days = st.dates(date(2020, 1, 1), date(2029, 12, 31))


@given(days, st.integers(0, 60))
def test_so_many_working_days_later_so_many_lie_between(start, count):
    assert NATION.between(start, NATION.after(start, count)) == count


@given(days, st.integers(1, 60))
def test_a_term_ends_on_a_working_day(start, count):
    assert NATION.is_working(NATION.after(start, count))


@given(days, days)
def test_counting_backwards_only_changes_the_sign(start, end):
    assert NATION.between(start, end) == -NATION.between(end, start)


@given(days, days, days)
def test_days_between_add_up(start, middle, end):
    start, middle, end = sorted((start, middle, end))
    assert NATION.between(start, middle) + NATION.between(middle, end) == NATION.between(start, end)


@given(days)
def test_a_receipt_on_any_day_is_due_no_earlier_than_the_next(start):
    assert NATION.after(start, 1) > start
    assert NATION.after(start, 0) == start


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        (date(2025, 3, 17), True),
        (date(2025, 3, 15), False),  # Saturday
        (date(2025, 4, 14), False),  # Songkran
        (date(2025, 4, 16), False),  # in place of a Songkran day on Sunday
        (date(2025, 5, 1), True),  # Labour Day: offices work
        (date(2025, 10, 23), False),
        (date(2024, 12, 31), False),
    ],
)
def test_offices_are_closed_at_weekends_and_on_their_holidays(day, worked):
    assert NATION.is_working(day) is worked


def test_songkran_stretches_a_term():
    assert NATION.after(date(2025, 4, 11), 1) == date(2025, 4, 17)


def test_an_agency_may_close_on_a_day_of_its_own_and_work_on_a_holiday():
    own = WorkingCalendar({date(2025, 3, 17): True, date(2025, 4, 14): False})
    assert not own.is_working(date(2025, 3, 17))
    assert own.is_working(date(2025, 4, 14))
    assert own.on_or_after(date(2025, 3, 15)) == date(2025, 3, 18)


def test_a_negative_term_is_refused():
    with pytest.raises(ValueError, match="negative"):
        NATION.after(date(2025, 3, 17), -1)


def test_each_holiday_has_a_name_and_a_source():
    for year in (2024, 2025, 2026):
        assert all(holiday.name and holiday.source for holiday in national_holidays(year))
        assert len(national_holidays(year)) >= 16


def test_a_holiday_of_a_year_that_has_not_begun_is_an_estimate():
    holiday = national_holidays(2026)[0]
    assert holiday.is_estimate(date(2025, 12, 31))
    assert not holiday.is_estimate(date(2026, 1, 1))


def test_the_half_year_ends_with_march_and_the_year_with_september():
    half, whole = half_year_round(2568, 6), half_year_round(2568, 12)
    assert (half.start, half.end) == (date(2024, 10, 1), date(2025, 3, 31))
    assert (whole.start, whole.end) == (date(2024, 10, 1), date(2025, 9, 30))
    with pytest.raises(ValueError, match="6 or 12"):
        half_year_round(2568, 9)


@given(days)
def test_the_running_round_holds_its_day(day):
    found = running_round(day)
    assert found.start <= day <= found.end
    assert found.end - day <= timedelta(days=183)
