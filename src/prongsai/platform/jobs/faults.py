"""Where a job failed for good: the kind of error and the line of our code, never its words: they may tell of people."""

from __future__ import annotations

import traceback
from pathlib import PurePath

from django.db import transaction

from prongsai.platform.jobs.models import Fault

_OURS = "prongsai"


def note_fault(job: int, task: str, error: BaseException | None) -> None:
    """Keep why a job was parked; `error` None: it took the worker down each time."""
    kind = type(error).__name__ if error else ""
    place = place_of(error) if error else ""
    with transaction.atomic():
        Fault.objects.update_or_create(job=job, defaults={"task": task, "kind": kind, "place": place})


def place_of(error: BaseException) -> str:
    """Give the innermost line of the project's own code that an error came through: `files/storing.py:34`."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if _OURS in PurePath(frame.filename).parts]
    if not frames:
        return ""
    parts = PurePath(frames[-1].filename).parts[-2:]
    return f"{'/'.join(parts)}:{frames[-1].lineno}"
