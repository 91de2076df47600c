"""Work that runs by itself: once for each time, by the clock of Bangkok, also after a pause."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta, timezone

import pytest
from croniter import croniter
from hypothesis import given
from hypothesis import strategies as st
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.periodic import PeriodicDeferrer

from cast import make_twins
from prongsai.platform.jobs import cron
from prongsai.platform.jobs import tasks as own_tasks
from prongsai.platform.jobs.queue import later

BANGKOK = timezone(timedelta(hours=7))
DAY = 86_400
hours, minutes = st.integers(0, 23), st.integers(0, 59)


def next_in_bangkok(line: str) -> datetime:
    return croniter(line, datetime(2025, 3, 17, tzinfo=UTC)).get_next(datetime).astimezone(BANGKOK)


@given(hours, minutes)
def test_a_daily_time_is_that_time_in_bangkok(hour, minute):
    at = next_in_bangkok(cron.daily(hour, minute))
    assert (at.hour, at.minute) == (hour, minute)


@given(st.integers(0, 6), hours, minutes)
def test_a_weekly_time_is_that_weekday_in_bangkok(weekday, hour, minute):
    at = next_in_bangkok(cron.weekly(weekday, hour, minute))
    assert (at.isoweekday() % 7, at.hour, at.minute) == (weekday, hour, minute)


@given(st.integers(1, 28), st.integers(7, 23))
def test_a_monthly_time_is_that_day_in_bangkok(day, hour):
    at = next_in_bangkok(cron.monthly(day, hour))
    assert (at.day, at.hour) == (day, hour)


@pytest.mark.parametrize("wrong", [lambda: cron.daily(24), lambda: cron.daily(1, 60), lambda: cron.weekly(7, 1)])
def test_a_time_that_no_clock_shows_is_refused(wrong):
    with pytest.raises(ValueError, match="not between"):
        wrong()


@pytest.mark.parametrize(("day", "hour"), [(1, 6), (29, 8), (0, 8)])
def test_a_monthly_time_that_cron_cannot_say_is_refused(day, hour):
    with pytest.raises(ValueError, match="monthly"):
        cron.monthly(day, hour)


@pytest.fixture
def schedule(transactional_db, in_a_loop):
    """Let schedulers that have just been started look at the clock at a moment."""

    async def look(moment: float, schedulers: int) -> None:
        with app.replace_connector(app.connector.get_worker_connector()):
            async with app.open_async():
                started = [PeriodicDeferrer(app.periodic_registry, **app.periodic_defaults) for _ in range(schedulers)]
                await asyncio.gather(*(one.defer_jobs(list(one.get_previous_tasks(at=moment))) for one in started))

    return lambda moment, *, schedulers=1: in_a_loop(look(moment, schedulers))


def jobs_of(name: str):
    return ProcrastinateJob.objects.filter(task_name=name)


NOON = datetime(2025, 3, 17, 5, tzinfo=UTC).timestamp()
DAILY = own_tasks.remove_old_jobs.name


@pytest.mark.faults
def test_two_schedulers_give_one_job_for_one_time(schedule):
    schedule(NOON, schedulers=4)
    assert jobs_of(DAILY).count() == 1
    schedule(NOON + 60, schedulers=4)
    assert jobs_of(DAILY).count() == 1


@pytest.mark.faults
def test_a_time_that_two_schedulers_see_one_after_the_other_runs_once(schedule, run_worker):
    schedule(NOON)
    run_worker()
    schedule(NOON + 3600)
    run_worker()
    assert jobs_of(DAILY).filter(args__timestamp__lte=NOON).count() == 1


@pytest.mark.faults
def test_after_three_days_without_a_scheduler_the_missed_work_runs_once(schedule, sql):
    schedule(NOON)
    sql("UPDATE procrastinate_jobs SET status = 'succeeded'")
    schedule(NOON + 3 * DAY)
    assert jobs_of(DAILY).count() == 2


@pytest.mark.faults
def test_after_a_machine_that_slept_no_burst_of_jobs_waits(transactional_db, in_a_loop):
    async def sleep_two_hours() -> None:
        with app.replace_connector(app.connector.get_worker_connector()):
            async with app.open_async():
                one = PeriodicDeferrer(app.periodic_registry, **app.periodic_defaults)
                for moment in (NOON, NOON + 7200):
                    await one.defer_jobs(list(one.get_previous_tasks(at=moment)))

    in_a_loop(sleep_two_hours())
    assert jobs_of(own_tasks.retry_stalled_jobs.name).filter(status="todo").count() == 1


def test_old_jobs_are_removed_and_parked_ones_are_kept_longer(transactional_db, twins, tasks, sql, run_worker):
    jobs = {status: later(tasks.look_around, agency=twins[0].agency.pk) for status in ("succeeded", "failed", "todo")}
    young = later(tasks.look_around, agency=twins[0].agency.pk)
    for status, job in jobs.items():
        sql("UPDATE procrastinate_jobs SET status = %s WHERE id = %s", status, job)
    sql("UPDATE procrastinate_jobs SET status = 'succeeded' WHERE id = %s", young)
    sql("UPDATE procrastinate_events SET at = now() - interval '8 days' WHERE job_id <> %s", young)
    own_tasks.remove_old_jobs()
    left = set(ProcrastinateJob.objects.filter(task_name=tasks.look_around.name).values_list("pk", flat=True))
    assert left == {jobs["failed"], jobs["todo"], young}
    sql("UPDATE procrastinate_events SET at = now() - interval '91 days' WHERE job_id <> %s", young)
    own_tasks.remove_old_jobs()
    left = set(ProcrastinateJob.objects.filter(task_name=tasks.look_around.name).values_list("pk", flat=True))
    assert left == {jobs["todo"], young}


@pytest.mark.django_db
def test_each_night_the_removers_of_all_rooms_are_called_for_each_agency():
    here, there = make_twins()
    own_tasks.remove_what_is_past(0)
    waiting = ProcrastinateJob.objects.filter(task_name__endswith="remove_what_is_past_here")
    assert {job.args["agency"] for job in waiting} == {here.agency.pk, there.agency.pk}
    own_tasks.remove_what_is_past_here(agency=here.agency.pk)
