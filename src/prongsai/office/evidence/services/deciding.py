"""Accepting and returning proof: by a person who did not give it. And what is answered to the questions about it.

Who gave what is returned is told.
"""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.office.evidence.models import Proof, ProofState
from prongsai.office.evidence.notice_kinds import RETURNED
from prongsai.office.evidence.rights import may_change, may_decide
from prongsai.office.evidence.services.giving import locked_proof
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import User
from prongsai.platform.agency.models import Person, Unit
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.notices.links import Link
from prongsai.platform.notices.services import notify
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
    """Return a proof with a reason, an accepted one too, and tell who gave it.

    Refuses Conflict: one's own, without a reason, returned before.
    """
    current = locked_proof(proof)
    if current.state == ProofState.RETURNED or not may_decide(acting, current):
        raise Conflict(_("Proof is accepted or returned once, and not by who gave it."))
    if not because:
        raise Conflict(_("Say why it is returned."))
    current.state, current.returned_because = ProofState.RETURNED, because
    current.decided, current.decided_by = today(acting.agency), acting.actor
    current.save()
    record(acting, "evidence.proof_returned", thing=current)
    if giver := _giver(current, today(acting.agency)):
        link = Link("proof", {"proof": current.pk})
        notify(to=giver, kind=RETURNED, by=acting, subject=str(current), words=because, link=link, thing=current.pk)
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


def _giver(proof: Proof, day: date) -> Person | User | Unit | None:
    """Give who gave a proof: for whom it was written down, else who entered it; the unit once that person has left."""
    number = proof.made_by.partition(":")[2]
    entered = User.objects.filter(pk=int(number) if number.isdigit() else 0, agency_id=proof.agency_id, is_active=True)
    account = entered.select_related("person").first()
    person = proof.recorded_for or (account.person if account else None)
    if person is None:
        return account or proof.unit
    return person if Person.objects.here(day).filter(pk=person.pk).exists() else proof.unit


def _waiting(acting: Acting, proof: Proof) -> Proof:
    current = locked_proof(proof)
    if current.state != ProofState.OFFERED or not may_decide(acting, current):
        raise Conflict(_("Proof is accepted or returned once, and not by who gave it."))
    return current
