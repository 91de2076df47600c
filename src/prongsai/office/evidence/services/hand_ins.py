"""What units handed in for a data call and somebody accepted there: taken over as proof of its item, with its files."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.office.data_calls.services import Accepted, hand_ins_of
from prongsai.office.evidence.file_holders import PROOF_FILES
from prongsai.office.evidence.models import Proof, ProofState
from prongsai.office.evidence.services.giving import Given, give_proof
from prongsai.office.rounds.models import Round
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.files.services import attach_again
from prongsai.platform.ui.refusals import Conflict

SOURCE = "data_calls"


@dataclass(frozen=True, slots=True)
class OfferedHandIn:
    """An accepted hand-in; `taken` is the proof that was made of it."""

    told: Accepted
    taken: Proof | None = None


def offered_hand_ins(cycle: Round) -> list[OfferedHandIn]:
    """Give what was accepted for the items of a year, the newest first."""
    taken = {proof.fact: proof for proof in Proof.objects.filter(round=cycle, source=SOURCE)}
    found = [told for told in hand_ins_of(cycle) if told.code]
    return [OfferedHandIn(told, taken.get(str(told.hand_in))) for told in reversed(found)]


@transaction.atomic
def take_hand_in(*, acting: Acting, cycle: Round, hand_in: int) -> Proof:
    """Keep an accepted hand-in as accepted proof of its item; its files are shared, not copied. Once.

    Who checked it there did not give it. Refuses Conflict where it is not accepted there any more.
    """
    offered = next((each for each in offered_hand_ins(cycle) if each.told.hand_in == hand_in), None)
    if offered is None:
        raise Conflict(_("This is not among what was accepted any more. Load the page again."))
    if offered.taken is not None:
        return offered.taken
    told = offered.told
    given = Given(
        words=f"{told.title}: {told.words or _('Nothing to report')}" if told.nothing else told.words or told.title,
        happened=told.happened,
        received=told.received,
        figures=dict(told.figures),
        link=told.link,
        unit=told.unit,
        source=SOURCE,
        fact=str(told.hand_in),
    )
    proof = give_proof(acting=acting, cycle=cycle, given=given, item=told.code or "")
    for file in told.files:
        attach_again(acting=acting, file=file, holder=PROOF_FILES.key, thing=proof.pk)
    proof.state, proof.decided, proof.decided_by = ProofState.ACCEPTED, told.checked, acting.actor
    proof.save()
    return proof
