"""A job that always fails is set aside, and the queue goes on."""

from __future__ import annotations

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from cast import make_office
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Unit
from prongsai.platform.jobs.models import Fault, JobProgress
from prongsai.platform.jobs.parking import NotParked, drop, free_stalled_jobs, parked_jobs, try_again
from prongsai.platform.jobs.progress import show_progress
from prongsai.platform.jobs.queue import later
from prongsai.platform.jobs.standing import standing


def runs_of(tasks) -> int:
    return sum(seen[0] == "ran" for seen in tasks.seen)


@pytest.fixture
def poison(twins, tasks, run_to_the_end):
    """A job that failed three times."""
    job = later(tasks.write_and_fail, agency=twins[0].agency.pk)
    run_to_the_end()
    return job


@pytest.mark.faults
def test_a_job_that_always_fails_is_parked_after_three_runs_and_the_queue_goes_on(
    twins, tasks, run_to_the_end, status_of
):
    here = twins[0].agency.pk
    poison = later(tasks.write_and_fail, agency=here)
    honest = later(tasks.look_around, agency=here)
    run_to_the_end(rounds=5)
    assert (status_of(poison), runs_of(tasks)) == ("failed", 3)
    assert status_of(honest) == "succeeded"
    assert standing().parked == 1


def test_a_failed_job_leaves_nothing_half_done(twins, poison):
    with twins[0].speaks():
        assert not Unit.objects.filter(name="ครึ่งทาง").exists()


def test_why_it_failed_is_kept_without_the_words_of_the_error(poison):
    fault = Fault.objects.get(job=poison)
    assert fault.kind == "KeyError"
    assert "ชื่อคน" not in str(vars(fault))


@pytest.mark.faults
def test_a_job_that_kills_its_worker_is_given_back_twice_and_then_parked(twins, tasks, sql, status_of):
    job = later(tasks.look_around, agency=twins[0].agency.pk)
    for expected in ("todo", "todo", "failed", "failed"):
        sql("UPDATE procrastinate_jobs SET status = 'doing', worker_id = NULL WHERE status = 'todo'")
        free_stalled_jobs()
        assert status_of(job) == expected
    assert Fault.objects.get(job=job).kind == ""


def test_a_job_of_a_worker_that_lives_is_left_alone(twins, tasks, sql, status_of):
    job = later(tasks.look_around, agency=twins[0].agency.pk)
    sql("INSERT INTO procrastinate_workers DEFAULT VALUES")
    sql("UPDATE procrastinate_jobs SET status = 'doing', worker_id = (SELECT id FROM procrastinate_workers)")
    assert (free_stalled_jobs(), status_of(job)) == (0, "doing")
    sql("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '31 seconds'")
    assert (free_stalled_jobs(), status_of(job)) == (1, "todo")


def test_a_parked_job_that_is_tried_again_runs_once_more(twins, poison, tasks, run_to_the_end, status_of):
    try_again(poison)
    run_to_the_end()
    assert (status_of(poison), runs_of(tasks)) == ("failed", 4)


def test_a_parked_job_succeeds_once_its_cause_is_mended(poison, tasks, run_to_the_end, status_of, monkeypatch):
    monkeypatch.setattr(tasks.write_and_fail, "func", lambda agency: None)
    try_again(poison)
    run_to_the_end()
    assert status_of(poison) == "succeeded"
    assert not Fault.objects.exists()


def test_a_dropped_job_is_gone_for_good(poison, tasks, run_to_the_end, status_of):
    drop(poison)
    run_to_the_end()
    assert (status_of(poison), runs_of(tasks), Fault.objects.count()) == ("cancelled", 3, 0)
    for deed in (drop, try_again):
        with pytest.raises(NotParked):
            deed(poison)


def test_a_parked_job_is_not_tried_again_while_the_same_waits(twins, tasks, sql):
    here = twins[0].agency.pk
    job = later(tasks.look_around, agency=here, once=True)
    sql("UPDATE procrastinate_jobs SET status = 'failed'")
    later(tasks.look_around, agency=here, once=True)
    with pytest.raises(NotParked):
        try_again(job)


def test_the_page_that_waits_hears_that_it_was_parked(twins, tasks, sql):
    with twins[0].speaks():
        job = later(tasks.count)
        show_progress(job, title="Reading")
    for _ in range(3):
        sql("UPDATE procrastinate_jobs SET status = 'doing', worker_id = NULL WHERE status = 'todo'")
        free_stalled_jobs()
    with twins[0].speaks():
        assert JobProgress.objects.get().state == "failed"


def test_who_may_see_a_parked_job(twins, tasks, sql):
    here, _ = twins
    for office in twins:
        later(tasks.look_around, agency=office.agency.pk)
    later(tasks.of_installation, installation=True, number=1)
    sql("UPDATE procrastinate_jobs SET status = 'failed'")
    admin = here.accounts[Role.SYSTEM_ADMIN]
    assert [job.agency for job in parked_jobs(acting_as(admin))] == [here.agency.name]
    admin.agency = None
    assert len(parked_jobs(acting_as(admin))) == 3


def test_an_office_with_an_installation_of_its_own_sees_the_installations_jobs(db, tasks, sql):
    office = make_office("nongkrachang", "องค์การบริหารส่วนตำบลหนองกระจ่าง")
    later(tasks.of_installation, installation=True, number=1)
    sql("UPDATE procrastinate_jobs SET status = 'failed'")
    assert len(parked_jobs(acting_as(office.accounts[Role.SYSTEM_ADMIN]))) == 1
    assert ProcrastinateJob.objects.count() == 1
