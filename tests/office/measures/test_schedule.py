"""The days by which a step is to be done, and by which units."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.thai import fiscal_year_span
from prongsai.office.measures.schedule import MOST_TURNS, due_days, due_turns


def measure(since=None, until=None, *, year=2568, lead=1, supporting=()):
    units = [SimpleNamespace(unit_id=unit) for unit in supporting]
    return SimpleNamespace(
        since=since,
        until=until,
        lead_unit_id=lead,
        plan=SimpleNamespace(round=SimpleNamespace(fiscal_year=year)),
        supporting=SimpleNamespace(all=lambda: units),
    )


def step(due=None, every=0, *, each=False, unit=None):
    return SimpleNamespace(due=due, every_months=every, each_unit=each, unit_id=unit)


@pytest.mark.parametrize(
    ("step", "measure", "days"),
    [
        (step(date(2025, 1, 31)), measure(), [date(2025, 1, 31)]),
        (step(), measure(until=date(2025, 6, 30)), [date(2025, 6, 30)]),
        (step(), measure(), [date(2025, 9, 30)]),
        (
            step(date(2024, 12, 31), 3),
            measure(),
            [date(2024, 12, 31), date(2025, 3, 31), date(2025, 6, 30), date(2025, 9, 30)],
        ),
        (step(every=6), measure(), [date(2025, 3, 31), date(2025, 9, 30)]),
        (step(every=1), measure(date(2025, 7, 15), date(2025, 9, 10)), [date(2025, 7, 31), date(2025, 8, 31)]),
        (
            step(date(2025, 1, 30), 1),
            measure(until=date(2025, 3, 31)),
            [date(2025, 1, 30), date(2025, 2, 28), date(2025, 3, 30)],
        ),
        (step(date(2025, 10, 15), 1), measure(until=date(2025, 9, 30)), [date(2025, 10, 15)]),
    ],
)  # fmt: skip
def test_a_step_is_due_on_these_days(step, measure, days):
    assert list(due_days(step, measure)) == days


def test_a_step_that_every_unit_does_has_a_turn_for_each():
    turns = due_turns(step(date(2025, 3, 31), each=True), measure(lead=1, supporting=(2, 3, 1)))
    assert [(turn.day, turn.unit_id) for turn in turns] == [(date(2025, 3, 31), unit) for unit in (1, 2, 3)]


def test_a_step_without_a_unit_is_the_lead_units_and_without_one_nobodys():
    assert due_turns(step(unit=7), measure(lead=1))[0].unit_id == 7
    assert due_turns(step(), measure(lead=1))[0].unit_id == 1
    assert due_turns(step(each=True), measure(lead=None))[0].unit_id is None


YEARS = st.integers(2560, 2600)


@given(year=YEARS, every=st.sampled_from([1, 2, 3, 4, 6, 12]), data=st.data())
def test_turns_come_in_order_once_a_month_at_most_and_end_with_the_measure(year, every, data):
    span = fiscal_year_span(year)
    due = data.draw(st.dates(span.start, span.end))
    days = due_days(step(due, every), measure(year=year))
    assert days[0] == due
    assert list(days) == sorted(set(days))
    assert len({(day.year, day.month) for day in days}) == len(days) <= MOST_TURNS
    assert all(day <= span.end for day in days)
    assert all((b.year - a.year) * 12 + b.month - a.month == every for a, b in pairwise(days))
