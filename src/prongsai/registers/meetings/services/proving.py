"""Closing a decision: its proof is handed in, and the secretary of the group accepts or returns it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Person
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.files.limited import CleanFile
from prongsai.platform.files.services import attach_files
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.meetings.file_holders import DECISION_PROOF
from prongsai.registers.meetings.models import Decision, DecisionState, Proof, ProofKind, ProofState
from prongsai.registers.meetings.services.deciding import locked_decision


@dataclass(frozen=True, slots=True)
class ProofTold:
    """What proves it: a sentence, and files, or an address, or number and day of a paper.

    `recorded_for` and `received_by`: who handed it in outside the program, and by what channel.
    """

    kind: str
    sentence: str
    files: Sequence[CleanFile] = ()
    link: str = ""
    paper_number: str = ""
    paper_day: date | None = None
    recorded_for: Person | None = None
    received_by: str = ""


@transaction.atomic
def hand_in_proof(*, acting: Acting, decision: Decision, told: ProofTold) -> Proof:
    """Hand in the proof of a decision; it closes when the secretary accepts it. Refuses Conflict.

    It is not open, who hands it in neither owns it nor records it for its owner, or the proof lacks what its kind asks.
    """
    current = locked_decision(decision)
    if current.state != DecisionState.OPEN:
        raise Conflict(_("This decision does not wait for a proof."))
    if not may_hand_in(acting, current):
        raise Conflict(_("Only its owner, or who keeps the papers of the group, hands in the proof."))
    _refuse_without(told)
    proof = Proof.objects.create(
        agency_id=current.agency_id,
        decision=current,
        kind=told.kind,
        sentence=told.sentence,
        link=told.link,
        paper_number=told.paper_number,
        paper_day=told.paper_day,
        recorded_for=told.recorded_for,
        received_by=told.received_by,
        handed=today(acting.agency),
        handed_by=acting.actor,
    )
    if told.files:
        key = DECISION_PROOF.key
        attach_files(acting=acting, agency=current.agency_id, holder=key, thing=proof.pk, files=told.files)
    current.state = DecisionState.PROVED
    current.save(update_fields=["state"])
    record(acting, "meetings.proof_handed_in", thing=current, figures={"kind": told.kind})
    return proof


@transaction.atomic
def accept_proof(*, acting: Acting, decision: Decision) -> None:
    """Accept the proof that waits and close the decision. Refuses Conflict."""
    current, proof = _waiting(decision)
    if not may_answer(acting, proof):
        raise Conflict(_("Nobody accepts the proof of one's own work."))
    day = today(acting.agency)
    proof.state, proof.answered, proof.answered_by = ProofState.ACCEPTED, day, acting.actor
    proof.save(update_fields=["state", "answered", "answered_by"])
    current.state, current.closed = DecisionState.CLOSED, day
    current.save(update_fields=["state", "closed"])
    record(acting, "meetings.proof_accepted", thing=current)


@transaction.atomic
def return_proof(*, acting: Acting, decision: Decision, because: str) -> None:
    """Return the proof that waits, with what is lacking: the decision is open again. Refuses Conflict."""
    current, proof = _waiting(decision)
    if not may_answer(acting, proof):
        raise Conflict(_("Nobody accepts the proof of one's own work."))
    proof.state, proof.returned_because = ProofState.RETURNED, because
    proof.answered, proof.answered_by = today(acting.agency), acting.actor
    proof.save(update_fields=["state", "returned_because", "answered", "answered_by"])
    current.state = DecisionState.OPEN
    current.save(update_fields=["state"])
    record(acting, "meetings.proof_returned", thing=current)


def may_hand_in(acting: Acting, decision: Decision) -> bool:
    """Say whether somebody hands in the proof: the owner, the owner unit, or who keeps the papers of the group."""
    return decision.is_owned_by(acting) or decision.meeting.group.is_kept_by(acting)


def may_answer(acting: Acting, proof: Proof) -> bool:
    """Say whether somebody accepts or returns a proof.

    Who keeps the papers of the group does, but not the owner of the decision, nor who handed the proof in for oneself:
    what was recorded for somebody else is that one's work.
    """
    decision = proof.decision
    person = acting.user.person_id
    if not decision.meeting.group.is_kept_by(acting) or (person is not None and decision.person_id == person):
        return False
    own = proof.handed_by.partition(":")[2] == str(acting.user.pk)
    return not own or (proof.recorded_for_id is not None and proof.recorded_for_id != person)


def _waiting(decision: Decision) -> tuple[Decision, Proof]:
    current = locked_decision(decision)
    proof = current.proofs.filter(state=ProofState.WAITING).first()
    if proof is None:
        raise Conflict(_("No proof waits for an answer here."))
    proof.decision = current
    return current, proof


def _refuse_without(told: ProofTold) -> None:
    lacking = {
        ProofKind.FILE: not told.files,
        ProofKind.LINK: not told.link,
        ProofKind.PAPER: not (told.paper_number and told.paper_day),
    }
    if lacking[ProofKind(told.kind)] or not told.sentence.strip():
        raise Conflict(_("The proof is not whole: say what was done, and attach what proves it."))
