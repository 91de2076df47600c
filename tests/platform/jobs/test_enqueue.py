"""A job is entered for an agency, with the transaction that asks for it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from prongsai.platform.jobs.queue import NoAgencyError, later, later_for_each_agency
from prongsai.platform.tenancy.speaker import speaking


def test_a_job_runs_in_the_scope_of_its_agency_and_under_its_own_number(twins, tasks, run_worker):
    here, _ = twins
    job = later(tasks.look_around, agency=here.agency.pk, number=5)
    run_worker()
    assert tasks.seen == [(here.agency.pk, 5, f"job:{job}", [here.agency.pk] * 2)]


def test_the_agency_that_speaks_is_filled_in(twins, tasks, run_worker):
    with speaking(twins[1].agency.pk, actor="test"):
        later(tasks.look_around)
    run_worker()
    assert [seen[0] for seen in tasks.seen] == [twins[1].agency.pk]


def test_a_job_of_the_installation_sees_no_agency(twins, tasks, run_worker):
    later(tasks.of_installation, installation=True, number=3)
    run_worker()
    assert tasks.seen == [(None, 3, None, 0)]


def test_a_job_without_an_agency_is_refused(tasks):
    with pytest.raises(NoAgencyError):
        later(tasks.look_around)
    with pytest.raises(NoAgencyError):
        later(tasks.look_around, installation=True)
    with pytest.raises(NoAgencyError):
        later(tasks.of_installation, number=1)
    with pytest.raises(NoAgencyError):
        later(tasks.of_installation, agency=1, number=1)
    assert not ProcrastinateJob.objects.exists()


def test_a_job_that_came_round_the_door_without_an_agency_does_nothing(twins, tasks, run_to_the_end, status_of):
    job = tasks.look_around.configure().defer()
    run_to_the_end()
    assert (tasks.seen, status_of(job)) == ([], "failed")


@pytest.mark.parametrize("value", ["สมชาย", 1.5, None, [1]])
def test_only_whole_numbers_are_arguments(tasks, value):
    with pytest.raises(TypeError, match="number"):
        later(tasks.look_around, agency=1, number=value)


def test_a_job_goes_with_the_rollback_of_its_transaction(twins, tasks):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        later(tasks.look_around, agency=twins[0].agency.pk)
        1 / 0  # noqa: B018
    assert not ProcrastinateJob.objects.exists()


def test_a_job_enqueued_by_a_job_that_fails_goes_with_it(twins, tasks, run_worker, monkeypatch):
    def enqueue_and_fail(agency: int) -> None:
        later(tasks.look_around)
        raise ValueError

    monkeypatch.setattr(tasks.write_and_fail, "func", enqueue_and_fail)
    later(tasks.write_and_fail, agency=twins[0].agency.pk)
    run_worker()
    assert [job.task_name for job in ProcrastinateJob.objects.all()] == [tasks.write_and_fail.name]


def test_the_same_job_waits_once_and_the_transaction_goes_on(twins, tasks):
    here, there = (office.agency.pk for office in twins)
    with transaction.atomic():
        assert later(tasks.look_around, agency=here, once=True)
        assert later(tasks.look_around, agency=here, once=True) is None
        assert later(tasks.look_around, agency=here, number=2, once=True)
        assert later(tasks.look_around, agency=there, once=True)
    assert ProcrastinateJob.objects.count() == 3


def test_a_job_for_later_is_not_run_now(twins, tasks, run_worker, status_of):
    job = later(tasks.look_around, agency=twins[0].agency.pk, at=timezone.now() + timedelta(hours=1))
    run_worker()
    assert (tasks.seen, status_of(job)) == ([], "todo")


def test_one_job_for_each_agency_that_is_not_closed(twins, tasks):
    twins[1].agency.closed = timezone.localdate()
    twins[1].agency.save()
    assert later_for_each_agency(tasks.look_around) == 1
    assert later_for_each_agency(tasks.look_around) == 0
    assert ProcrastinateJob.objects.get().args == {"agency": twins[0].agency.pk}
