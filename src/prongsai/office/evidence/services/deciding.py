"""Accepting and returning proof: by a person who did not give it. And what is answered to the questions about it."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.office.evidence.models import Proof, ProofState
from prongsai.office.evidence.rights import may_change, may_decide
from prongsai.office.evidence.services.giving import locked_proof
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.ui.refusals import Conflict


@transaction.atomic
def accept_proof(*, acting: Acting, proof: Proof) -> Proof:
    """Accept a proof that waits. Refuses Conflict: one's own, accepted or returned before."""
    current = _waiting(acting, proof)
    current.state, current.decided, current.decided_by = ProofState.ACCEPTED, today(acting.agency), acting.actor
    current.save()
    record(acting, "evidence.proof_accepted", thing=current)
    return current


@transaction.atomic
def return_proof(*, acting: Acting, proof: Proof, because: str) -> Proof:
    """Return a proof with a reason, an accepted one too. Refuses Conflict: one's own, without a reason, returned."""
    current = locked_proof(proof)
    if current.state == ProofState.RETURNED or not may_decide(acting, current):
        raise Conflict(_("Proof is accepted or returned once, and not by who gave it."))
    if not because:
        raise Conflict(_("Say why it is returned."))
    current.state, current.returned_because = ProofState.RETURNED, because
    current.decided, current.decided_by = today(acting.agency), acting.actor
    current.save()
    record(acting, "evidence.proof_returned", thing=current)
    return current


@transaction.atomic
def answer_questions(*, acting: Acting, proof: Proof, answer: str) -> Proof:
    """Keep what a person says to the questions about a proof. Refuses Conflict."""
    current = locked_proof(proof)
    if not may_change(acting, current):
        raise Conflict(_("This proof was accepted or is another unit's: it stays as it is."))
    current.answer = answer
    current.save()
    record(acting, "evidence.proof_answered", thing=current)
    return current


def _waiting(acting: Acting, proof: Proof) -> Proof:
    current = locked_proof(proof)
    if current.state != ProofState.OFFERED or not may_decide(acting, current):
        raise Conflict(_("Proof is accepted or returned once, and not by who gave it."))
    return current
