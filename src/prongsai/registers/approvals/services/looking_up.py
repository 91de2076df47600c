"""What other rooms may know of submissions."""

from __future__ import annotations

from prongsai.registers.approvals.models import Submission
from prongsai.registers.approvals.models.submission import Submissions


def submissions_of(kind: str, thing: int) -> Submissions:
    """Give the submissions of a thing, the newest first, with their steps."""
    found = Submission.objects.filter(kind=kind, thing=thing).order_by("-version")
    return found.select_related("unit", "submitter").prefetch_related("steps__person")


def latest_submission(kind: str, thing: int) -> Submission | None:
    """Give the newest submission of a thing, None where it was never submitted."""
    return submissions_of(kind, thing).first()
