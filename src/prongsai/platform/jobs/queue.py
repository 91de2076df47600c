"""Enqueues jobs, always on Django's own connection: a job comes with the transaction that asks for it or not at all."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.jobs import Status
from procrastinate.manager import JobManager
from procrastinate.sql import queries

from prongsai.platform.agency.models import Agency
from prongsai.platform.jobs.declaring import AnyTask, takes_agency
from prongsai.platform.tenancy.speaker import current_speaker


class NoAgencyError(TypeError):
    """A job was asked for without saying for whom."""


def later(
    declared: AnyTask,
    *,
    agency: int | None = None,
    installation: bool = False,
    at: datetime | None = None,
    once: bool = False,
    **numbers: int,
) -> int | None:
    """Enqueue a job and give its number.

    It is for `agency`, else for the agency that speaks; refuses NoAgencyError where there is none, unless the task is
    one of the installation and this is said. `at`: not before this moment. `once`: not if the same is waiting already
    (gives None). `numbers` are the task's arguments; refuses TypeError for anything but whole numbers, since the queue
    can be read on behalf of every agency.
    """
    if strange := [name for name, value in numbers.items() if not isinstance(value, int)]:
        raise TypeError(f"arguments of jobs are whole numbers: {', '.join(strange)}")
    told = numbers | _whose(declared, agency, installation)
    lock = f"{declared.name}:{sorted(told.items())}" if once else None
    job = declared.configure(queueing_lock=lock, schedule_at=at, task_kwargs={**told}).job
    try:
        with transaction.atomic():
            return manager().defer_job(job).id
    except AlreadyEnqueued:
        return None


def later_for_each_agency(declared: AnyTask) -> int:
    """Enqueue one job for each agency that is not closed, none that waits already; give how many came."""
    agencies = Agency.objects.filter(closed=None).order_by("pk").values_list("pk", flat=True)
    return sum(later(declared, agency=agency, once=True) is not None for agency in agencies)


def manager() -> JobManager:
    """Give the queue as seen through Django's connection, also inside the worker, which has another of its own."""
    return JobManager(DjangoConnector())


def end_as_failed(job: int) -> None:
    """Take a job that is running for nobody out of the queue."""
    connector = DjangoConnector()
    connector.execute_query(queries["finish_job"], job_id=job, status=Status.FAILED.value, delete_job=False)


def task_named(name: str) -> AnyTask | None:
    """Give the task of a name, None where no room declares it any more."""
    return app.tasks.get(name)


def _whose(declared: AnyTask, agency: int | None, installation: bool) -> dict[str, int]:
    if takes_agency(declared):
        speaker = current_speaker()
        agency = agency or (speaker.agency if speaker else None)
        if agency is None or installation:
            raise NoAgencyError(f"{declared.name} is a task of an agency: say of which")
        return {"agency": agency}
    if agency is not None or not installation:
        raise NoAgencyError(f"{declared.name} is a task of the installation: say installation=True")
    return {}
