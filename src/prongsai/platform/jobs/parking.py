"""Jobs that nobody runs: those whose worker died, and those that always fail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import UniqueViolation

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Agency
from prongsai.platform.jobs.declaring import RUNS
from prongsai.platform.jobs.faults import note_fault
from prongsai.platform.jobs.models import Fault
from prongsai.platform.jobs.progress import progress_ends
from prongsai.platform.jobs.queue import end_as_failed, manager
from prongsai.platform.tenancy.speaker import speaking

_SHOWN = 500
SILENT = timedelta(seconds=30)
"""A worker tells every ten seconds that it lives."""


class NotParked(ValueError):  # noqa: N818 - an answer to a person, not a fault of the program
    """A job is no longer parked: somebody tried it again, dropped it, or the same is waiting."""


@dataclass(frozen=True, slots=True)
class Parked:
    """A parked job as the page of the system administrator shows it. `kind` empty: it took the worker down."""

    job: int
    task: str
    agency: str
    runs: int
    kind: str
    place: str
    noted: datetime | None

    @property
    def short_task(self) -> str:
        """The task as people say it: `files.tidy_contents` of `prongsai.platform.files.tasks.tidy_contents`."""
        steps = [step for step in self.task.split(".") if step != "tasks"]
        return ".".join(steps[-2:])


def parked_jobs(acting: Acting) -> list[Parked]:
    """List the jobs that always failed, newest first, as far as an account may see them."""
    jobs = list(jobs_of(acting).filter(status="failed").order_by("-pk")[:_SHOWN])
    faults = Fault.objects.in_bulk([job.pk for job in jobs], field_name="job")
    names = dict(Agency.objects.values_list("pk", "name"))
    return [_parked(job, faults.get(job.pk), names.get(job.args.get("agency"), "")) for job in jobs]


def jobs_of(acting: Acting) -> QuerySet[ProcrastinateJob]:
    """Give the jobs an account may see: all for who runs the installation, else those of its agency.

    Where an agency has the installation for itself, the jobs of the installation are its own too.
    """
    if acting.agency is None:
        return ProcrastinateJob.objects.all()
    own = Q(args__agency=acting.agency.pk)
    alone = not Agency.objects.exclude(pk=acting.agency.pk).exists()
    return ProcrastinateJob.objects.filter(own | Q(args__agency__isnull=True) if alone else own)


def _parked(job: ProcrastinateJob, fault: Fault | None, agency: str) -> Parked:
    told = (fault.kind, fault.place, fault.noted) if fault else ("", "", None)
    return Parked(job.pk, job.task_name, agency, job.attempts + 1, *told)


def try_again(job: int) -> None:
    """Let a parked job run once more; it is parked again if it fails. Refuses NotParked."""
    _check_parked(job)
    try:
        with transaction.atomic():
            manager().retry_job_by_id(job, retry_at=timezone.now())
    except UniqueViolation as error:  # the same is waiting by now, and only one may
        raise NotParked(job) from error
    Fault.objects.filter(job=job).delete()


def drop(job: int) -> None:
    """Take a parked job away for good. Refuses NotParked."""
    _check_parked(job)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'cancelled' WHERE id = %s AND status = 'failed'", [job])
    Fault.objects.filter(job=job).delete()


def _check_parked(job: int) -> None:
    """Hold the job, so that two who press at once do not both act on it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM procrastinate_jobs WHERE id = %s AND status = 'failed' FOR UPDATE", [job])
        if cursor.fetchone() is None:
            raise NotParked(job)


def free_stalled_jobs() -> int:
    """Give the jobs of workers that died back to the queue, park those that killed three; say how many."""
    silent = Q(worker=None) | Q(worker__last_heartbeat__lt=timezone.now() - SILENT)
    stalled = list(ProcrastinateJob.objects.filter(silent, status="doing"))
    for job in stalled:
        if job.attempts >= RUNS - 1:
            _park(job)
        else:
            manager().retry_job_by_id(job.pk, retry_at=timezone.now())
    return len(stalled)


def _park(job: ProcrastinateJob) -> None:
    end_as_failed(job.pk)
    note_fault(job.pk, job.task_name, None)
    if agency := job.args.get("agency"):
        with speaking(agency, actor=f"job:{job.pk}"):
            progress_ends(job.pk, well=False)
