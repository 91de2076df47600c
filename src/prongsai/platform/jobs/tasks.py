"""Work that the queue does for itself."""

from __future__ import annotations

from datetime import timedelta

from django.db import connection
from django.utils import timezone

from prongsai.platform.jobs import cron
from prongsai.platform.jobs.declaring import every, task
from prongsai.platform.jobs.models import Fault, JobProgress
from prongsai.platform.jobs.parking import free_stalled_jobs
from prongsai.platform.jobs.queue import later_for_each_agency
from prongsai.platform.modules import registry
from prongsai.platform.modules.removal import remove_expired
from prongsai.platform.web.once import forget_old_submissions

KEPT_DAYS = 7
FAILED_KEPT_DAYS = 90

_OLD = (
    "DELETE FROM procrastinate_jobs WHERE id IN (SELECT job_id FROM procrastinate_events JOIN procrastinate_jobs AS j"
    " ON j.id = job_id WHERE j.status = ANY(%s::procrastinate_job_status[]) GROUP BY job_id HAVING max(at) < %s)"
)


@every(cron.every_minute())
def retry_stalled_jobs() -> None:
    """Give jobs back whose worker died. It has no lock: its own stalled run would hold it for ever."""
    free_stalled_jobs()


@every(cron.daily(2))
def remove_old_jobs() -> None:
    """Remove what is over: finished jobs after a week, parked ones after ninety days, progress after a week."""
    now = timezone.now()
    parked_before = now - timedelta(days=FAILED_KEPT_DAYS)
    with connection.cursor() as cursor:
        cursor.execute(_OLD, [["succeeded", "cancelled", "aborted"], now - timedelta(days=KEPT_DAYS)])
        cursor.execute(_OLD, [["failed"], parked_before])
    Fault.objects.filter(noted__lt=parked_before).delete()
    later_for_each_agency(remove_old_progress)


@every(cron.daily(1))
def remove_what_is_past() -> None:
    """Remove personal data past its period, room by room, agency by agency."""
    forget_old_submissions(timezone.now())
    later_for_each_agency(remove_what_is_past_here)


@task()
def remove_what_is_past_here(agency: int) -> None:  # noqa: ARG001 the agency speaks already
    """Run the removers of all rooms for one agency."""
    remove_expired(registry, timezone.now())


@task()
def remove_old_progress(agency: int) -> None:
    """Remove the progress of jobs that ended a week ago, of one agency."""
    before = timezone.now() - timedelta(days=KEPT_DAYS)
    JobProgress.objects.filter(agency_id=agency, changed__lt=before).delete()
