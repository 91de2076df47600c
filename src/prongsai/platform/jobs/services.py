"""What the system administrator does with parked jobs."""

from __future__ import annotations

from django.db import transaction

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.audit.services import record
from prongsai.platform.jobs import parking


@transaction.atomic
def try_job_again(*, acting: Acting, job: int) -> None:
    """Let a parked job run once more. Refuses parking.NotParked."""
    parking.try_again(job)
    record(acting, "job.tried_again", thing=f"job:{job}")


@transaction.atomic
def drop_job(*, acting: Acting, job: int) -> None:
    """Take a parked job away for good. Refuses parking.NotParked."""
    parking.drop(job)
    record(acting, "job.dropped", thing=f"job:{job}")
