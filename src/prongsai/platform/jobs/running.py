"""Stands around each run of a task: enters the scope of the agency, and notes where a job failed for good."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from django.db import transaction
from procrastinate import App, JobContext
from procrastinate.worker import Worker

from prongsai.platform.jobs.current import within_job
from prongsai.platform.jobs.declaring import LONG, RUNS, takes_agency
from prongsai.platform.jobs.faults import note_fault
from prongsai.platform.jobs.progress import progress_ends
from prongsai.platform.jobs.queue import NoAgencyError
from prongsai.platform.tenancy.speaker import speaking


def wire(app: App) -> None:
    """Stand around every task of the worker, and keep the log free of what is registered at each start."""
    around = [*(app.worker_defaults.get("task_middleware") or ()), speak_for_the_agency]
    app.worker_defaults["task_middleware"] = around
    for name in ("procrastinate.periodic", "procrastinate.blueprints"):
        logging.getLogger(name).setLevel(logging.WARNING)


def speak_for_the_agency(call_next: Callable[[], Any], context: JobContext, _worker: Worker) -> Any:
    """Run a task on behalf of the agency in its arguments, as `job:<number>`; short tasks in one transaction.

    Refuses NoAgencyError where a task of an agency was queued without one.
    """
    job = context.job
    agency = job.task_kwargs.get("agency")
    agency = agency if isinstance(agency, int) else None
    if agency is None and takes_agency(context.task):
        raise NoAgencyError(f"{job.task_name} was queued without an agency")
    with within_job(job.id), speaking(agency, actor=f"job:{job.id}"):
        try:
            with _transaction(long=context.task.queue == LONG):
                given = call_next()
        except Exception as error:
            if job.attempts >= RUNS - 1:
                note_fault(job.id or 0, job.task_name, error)
                progress_ends(job.id, well=False)
            raise
        progress_ends(job.id, well=True)
        return given


def _transaction(*, long: bool) -> AbstractContextManager[None]:
    return nullcontext() if long else transaction.atomic()
