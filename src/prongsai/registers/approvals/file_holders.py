"""Files of submissions: what is enclosed, and the picture of the signed paper."""

from __future__ import annotations

from django.urls import reverse

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.files.holders import Holder, Told
from prongsai.platform.files.kinds import EVIDENCE, PAPERS
from prongsai.registers.approvals.models import Submission


def _sees(acting: Acting, submission: int) -> bool:
    return Submission.objects.visible_to(acting).filter(pk=submission).exists()


def _tell(submission: int) -> Told:
    return Told(Submission.objects.get(pk=submission).subject, reverse("approval", args=[submission]))


def _changes(_acting: Acting, _submission: int) -> bool:
    return False  # they come with the submission or the signature, and stay


ENCLOSURE = Holder(
    key="approval-enclosure", may_read=_sees, may_change=_changes, tell=_tell, purpose=PAPERS, by_link=True, listed=True
)
SIGNED_PAPER = Holder(
    key="approval-paper", may_read=_sees, may_change=_changes, tell=_tell, purpose=EVIDENCE, by_link=True, listed=True
)
