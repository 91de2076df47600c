"""Files of meetings: the signed sheet of attendance, the signed minutes, proofs of decisions."""

from __future__ import annotations

from django.urls import reverse

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.files.holders import Holder, Told
from prongsai.platform.files.kinds import EVIDENCE
from prongsai.platform.files.models import Attachment
from prongsai.registers.meetings.models import Decision, Meeting, Proof


def _sees_meeting(acting: Acting, meeting: int) -> bool:
    return Meeting.objects.visible_to(acting).filter(pk=meeting).exists()


def _tell_meeting(meeting: int) -> Told:
    found = Meeting.objects.select_related("group").get(pk=meeting)
    return Told(str(found), reverse("meeting", args=[meeting]))


def _sees_proof(acting: Acting, proof: int) -> bool:
    return Proof.objects.filter(pk=proof, decision__in=Decision.objects.visible_to(acting)).exists()


def _tell_proof(proof: int) -> Told:
    found = Proof.objects.select_related("decision").get(pk=proof)
    return Told(str(found.decision), reverse("decision", args=[found.decision_id]))


def _never(_acting: Acting, _thing: int) -> bool:
    """Say no: what was signed or accepted stays; it comes by a deed of its own."""
    return False


ATTENDANCE_SCAN = Holder(
    key="meeting-attendance", may_read=_sees_meeting, may_change=_never, tell=_tell_meeting, purpose=EVIDENCE
)
SIGNED_MINUTES = Holder(
    key="meeting-minutes", may_read=_sees_meeting, may_change=_never, tell=_tell_meeting, purpose=EVIDENCE
)
DECISION_PROOF = Holder(
    key="decision-proof",
    may_read=_sees_proof,
    may_change=_never,
    tell=_tell_proof,
    purpose=EVIDENCE,
    by_link=True,
)


def has_signed_minutes(meeting: int) -> bool:
    """Say whether the signed minutes are here: until then what is printed of them says ร่าง."""
    return Attachment.objects.filter(holder=SIGNED_MINUTES.key, thing=meeting).exists()
