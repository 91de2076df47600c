"""How far a job is, told by the task and shown by a page."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from prongsai.platform.jobs.current import current_job
from prongsai.platform.jobs.models import JobProgress, State
from prongsai.platform.tenancy.speaker import current_speaker


def show_progress(job: int, *, title: str, then: str = "") -> JobProgress:
    """Let a page show a job that was just enqueued, for the agency that speaks.

    `title` is an English source (`gettext_noop`). `then`: the local address to go to when it is done; refuses
    (ValueError) any other.
    """
    speaker = current_speaker()
    if speaker is None or speaker.agency is None:
        raise ValueError("progress is shown to an agency, and none speaks")
    if then and (not then.startswith("/") or then.startswith(("//", "/\\"))):
        raise ValueError(f"not an address of this installation: {then}")
    return JobProgress.objects.create(agency_id=speaker.agency, job=job, title=title, then=then)


def tell_progress(done: int, total: int, message: str = "") -> None:
    """Tell from inside a task how far it is; `message` is an English source. Nothing happens where no page shows it."""
    _change(current_job(), state=State.RUNNING, done=done, total=total, message=message)


def progress_ends(job: int | None, *, well: bool) -> None:
    """Say that a job is over, done or parked."""
    speaker = current_speaker()
    if speaker and speaker.agency:
        _change(job, state=State.DONE if well else State.FAILED)


def _change(job: int | None, **values: object) -> None:
    if job is None:
        return
    with transaction.atomic():
        JobProgress.objects.filter(job=job).update(changed=timezone.now(), **values)
