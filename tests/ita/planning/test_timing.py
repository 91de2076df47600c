"""Months of a play become days of a fiscal year."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.catalogue.playbook import PlayPeriod
from prongsai.ita.planning import period_in_year
from prongsai.ita.thai import Period, Recurrence, fiscal_year_of, fiscal_year_span

MONTHS = list(range(10, 13)) + list(range(1, 10))


def months(first, last):
    return PlayPeriod.model_validate({"from": first, "to": last})


@pytest.mark.parametrize(
    ("first", "last", "start", "end"),
    [
        (10, 9, date(2023, 10, 1), date(2024, 9, 30)),
        (11, 1, date(2023, 11, 1), date(2024, 1, 31)),
        (1, 2, date(2024, 1, 1), date(2024, 2, 29)),
        (12, 12, date(2023, 12, 1), date(2023, 12, 31)),
    ],
)
def test_months_fall_on_their_days(first, last, start, end):
    assert period_in_year(months(first, last), 2567) == Period(start, end)


def test_a_recurrence_stays_one():
    assert period_in_year(PlayPeriod(every_months=6), 2567, decided=date(2024, 2, 8)) == Recurrence(6)


@given(year=st.integers(2500, 2600), places=st.tuples(st.integers(0, 11), st.integers(0, 11)))
def test_every_period_lies_in_its_fiscal_year(year, places):
    first, last = sorted(places)
    period = period_in_year(months(MONTHS[first], MONTHS[last]), year)
    assert isinstance(period, Period)
    assert period.start is not None
    assert fiscal_year_of(period.start) == fiscal_year_of(period.end) == year
    assert period.start <= period.end


@given(decided=st.dates(date(2022, 1, 1), date(2026, 1, 1)), places=st.tuples(st.integers(0, 11), st.integers(0, 11)))
def test_a_decision_inside_the_year_moves_the_start_and_never_the_year(decided, places):
    first, last = sorted(places)
    period = period_in_year(months(MONTHS[first], MONTHS[last]), 2567, decided=decided)
    span = fiscal_year_span(2567)
    assert isinstance(period, Period)
    assert period.start is not None
    assert span.start is not None
    assert span.start <= period.start <= period.end <= span.end
    assert period.start >= decided or decided > span.end


def test_work_whose_time_is_over_at_the_decision_runs_to_the_end_of_the_year():
    assert period_in_year(months(10, 12), 2567, decided=date(2024, 2, 8)) == Period(date(2024, 2, 8), date(2024, 9, 30))


def test_a_play_without_any_time_is_a_fault_of_the_program():
    with pytest.raises(ValueError, match="loader"):
        period_in_year(PlayPeriod(), 2567)
