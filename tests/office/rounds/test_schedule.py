"""The days of a year: typed, told by the framework, or estimated from an earlier year. No date stands in code."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.office.rounds.frameworks import framework_of, known_years
from prongsai.office.rounds.milestones import Milestone, Phase, milestone_called
from prongsai.office.rounds.schedule import Dated, _moved, next_day, phase_on, schedule_of


def schedule(year: int, typed=None):
    earlier = [framework_of(known) for known in known_years() if known < year]
    return {dated.milestone: dated for dated in schedule_of(framework_of(year), typed or {}, earlier)}


def test_days_of_the_framework_come_with_their_source():
    results = schedule(2568)[Milestone.RESULTS]
    assert (results.start, results.taken_from, results.confirmed) == (date(2025, 8, 15), None, True)
    assert results.source


def test_a_window_that_is_not_announced_is_an_estimate_that_names_its_year():
    disclosure = schedule(2568)[Milestone.DISCLOSURE]
    assert (disclosure.start, disclosure.end) == (date(2025, 3, 1), date(2025, 4, 30))
    assert (disclosure.taken_from, disclosure.confirmed) == (2565, False)


def test_typed_days_stand_before_all_others():
    typed = Dated(Milestone.RESULTS, date(2025, 8, 20), None, typed=True)
    assert schedule(2568, {Milestone.RESULTS: typed})[Milestone.RESULTS] is typed


def test_the_first_year_has_no_estimate():
    assert all(dated.taken_from is None for dated in schedule(min(known_years())).values())


def test_a_leap_day_moves_to_the_last_of_february():
    assert _moved(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert _moved(date(2024, 2, 29), 4) == date(2028, 2, 28)


@pytest.mark.parametrize(
    ("day", "phase"),
    [
        (date(2024, 10, 10), Phase.BEFORE),
        (date(2025, 2, 1), Phase.DURING),
        (date(2025, 3, 17), Phase.DURING),
        (date(2025, 8, 14), Phase.DURING),
        (date(2025, 8, 15), Phase.AFTER),
        (date(2025, 11, 1), Phase.AFTER),
    ],
)
def test_a_day_lies_in_one_part_of_the_year(day, phase):
    assert phase_on(tuple(schedule(2568).values()), day, 2568) is phase


def test_the_countdown_goes_to_the_end_of_the_open_window():
    ahead = next_day(tuple(schedule(2568).values()), date(2025, 3, 17))
    assert (ahead.dated.milestone, ahead.closes, ahead.left) == (Milestone.DISCLOSURE, True, 44)


@given(st.dates(date(2024, 10, 1), date(2025, 9, 30)))
def test_the_next_day_never_lies_behind_and_none_is_nearer(day):
    told = tuple(schedule(2568).values())
    ahead = next_day(told, day)
    days = {when for dated in told if dated.milestone is not Milestone.ASSESSMENT for when in dated.days}
    coming = sorted(when for when in days if when >= day)
    assert (ahead.day if ahead else None) == (coming[0] if coming else None)
    if ahead:
        assert day + timedelta(days=ahead.left) == ahead.day


def test_every_dated_event_of_the_frameworks_that_comes_every_year_is_known():
    once = {"พิธีมอบรางวัล ITA", "สัมภาษณ์ EIT ทางออนไลน์ที่หน่วยงานแห่งหนึ่ง", "เห็นชอบระดับผลการประเมินแบบใหม่"}
    named = {event.name for year in known_years() for event in framework_of(year).calendar if event.start or event.end}
    assert named - set(milestone_called()) - once == set()
