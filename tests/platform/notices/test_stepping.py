"""Which step of a follow-up is due: the next one, one a day, at its distance, whatever the machine missed."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.platform.calendar.working import WorkingCalendar
from prongsai.platform.notices.models import Step
from prongsai.platform.notices.stepping import ORDER, Taken, due_step, usual_days

CALENDAR = WorkingCalendar()
DAYS = usual_days()
DUE = date(2025, 3, 17)
gaps = st.lists(st.integers(1, 20), min_size=1, max_size=60)


def days_at_work(since: date, gaps_between: list[int]) -> list[date]:
    """Give the days on which the machine was on."""
    days = [since]
    for gap in gaps_between:
        days.append(days[-1] + timedelta(days=gap))
    return days


def run(days_on: list[date], days=DAYS, due: date = DUE) -> list[Taken]:
    taken: list[Taken] = []
    for day in days_on:
        if step := due_step(taken, due, day, days, CALENDAR):
            taken.append(Taken(step, day))
    return taken


def test_with_the_machine_on_each_step_comes_on_its_day():
    every_day = days_at_work(date(2025, 3, 1), [1] * 40)
    assert {one.step: one.day for one in run(every_day)} == {
        Step.FIRST: date(2025, 3, 12),
        Step.SECOND: date(2025, 3, 18),
        Step.THIRD: date(2025, 3, 20),
        Step.HEAD: date(2025, 3, 24),
        Step.APPROVER: date(2025, 3, 26),
        Step.EXECUTIVE: date(2025, 3, 31),
    }


@given(gaps, st.integers(-30, 60))
def test_steps_are_taken_in_order_each_once_on_working_days(machine, start):
    taken = run(days_at_work(DUE + timedelta(days=start), machine))
    assert [one.step for one in taken] == list(ORDER[: len(taken)])
    assert len({one.day for one in taken}) == len(taken)
    assert all(CALENDAR.is_working(one.day) for one in taken)


@given(gaps, st.integers(-30, 60))
def test_no_step_comes_before_its_day_nor_sooner_after_the_last_than_usual(machine, start):
    taken = run(days_at_work(DUE + timedelta(days=start), machine))
    for one in taken:
        if one.step is not Step.FIRST:
            assert CALENDAR.between(DUE, one.day) >= DAYS[one.step]
    for before, after in pairwise(taken):
        usual = DAYS[after.step] - (0 if before.step is Step.FIRST else DAYS[before.step])
        assert CALENDAR.between(before.day, after.day) >= max(1, usual)


def test_after_three_days_off_the_missed_steps_follow_one_another_and_do_not_come_at_once():
    on = [date(2025, 3, 12), *days_at_work(date(2025, 3, 24), [1] * 20)]
    assert [(one.step, one.day.day) for one in run(on)][:4] == [
        (Step.FIRST, 12), (Step.SECOND, 24), (Step.THIRD, 26), (Step.HEAD, 28)]  # fmt: skip


def test_a_superior_never_hears_before_who_owes_it():
    begun_late = days_at_work(DUE + timedelta(days=40), [1] * 30)
    assert [one.step for one in run(begun_late)] == list(ORDER)


def test_a_step_that_is_left_out_is_left_out():
    without = {**DAYS, Step.HEAD: None, Step.FIRST: None}
    steps = [one.step for one in run(days_at_work(date(2025, 3, 1), [1] * 40), without)]
    assert steps == [Step.SECOND, Step.THIRD, Step.APPROVER, Step.EXECUTIVE]


def test_where_all_are_left_out_nobody_is_asked():
    assert run(days_at_work(DUE, [1] * 40), dict.fromkeys(Step, None)) == []


@pytest.mark.parametrize("day", [date(2025, 3, 15), date(2025, 3, 16), date(2025, 4, 14)])
def test_on_a_day_off_nobody_is_asked(day):
    assert due_step([], date(2025, 3, 10), day, DAYS, CALENDAR) is None
