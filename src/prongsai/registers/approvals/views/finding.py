"""What the pages of this room fetch, as far as who asks may see it."""

from __future__ import annotations

from django.http import Http404
from django.shortcuts import get_object_or_404

from prongsai.platform.accounts.acting import Acting
from prongsai.registers.approvals.kinds import ThingTold, approval_kinds
from prongsai.registers.approvals.models import Submission


def submission_of(acting: Acting, submission: int) -> Submission:
    """Give a submission, or 404."""
    found = Submission.objects.visible_to(acting).select_related("unit", "submitter")
    return get_object_or_404(found, pk=submission)


def thing_of(acting: Acting, kind: str, thing: int) -> ThingTold:
    """Give what is to be submitted, or 404 where there is no such kind or thing."""
    room = approval_kinds.get(kind)
    told = room.tell(thing) if room else None
    if told is None or acting.agency is None or told.unit.agency_id != acting.agency.pk:
        raise Http404
    return told
