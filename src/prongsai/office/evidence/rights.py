"""Who may do what with turns, proof, standing and notes. By a personal link: one's own turns only."""

from __future__ import annotations

from prongsai.office.evidence.models import Proof, ProofState, StepTurn
from prongsai.office.evidence.models.turn import own_units
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role

WRITERS = (Role.OFFICER, Role.UNIT_HEAD, Role.COORDINATOR)
READERS = (*WRITERS, Role.EXECUTIVE, Role.AUDITOR)
DECIDERS = (Role.COORDINATOR, Role.UNIT_HEAD, Role.EXECUTIVE)


def may_report(acting: Acting, turn: StepTurn) -> bool:
    """Say whether somebody reports a turn as their own or their unit's."""
    return acting.has(*WRITERS) and turn.is_of(acting)


def may_record_for(acting: Acting, turn: StepTurn) -> bool:
    """Say whether somebody may write down for another: the coordinator, and colleagues of the unit."""
    if acting.by_link or not acting.has(*WRITERS):
        return False
    return acting.has(Role.COORDINATOR) or turn.is_of(acting)


def may_reopen(acting: Acting, turn: StepTurn) -> bool:
    """Say whether somebody may open a turn again: the coordinator, and the head of its unit."""
    if acting.by_link:
        return False
    heads = acting.has(Role.UNIT_HEAD) and turn.unit_id in own_units(acting)
    return acting.has(Role.COORDINATOR) or heads


def may_stand(acting: Acting) -> bool:
    """Say whether somebody may say that a measure is complete, in force or stopped."""
    return not acting.by_link and acting.has(Role.COORDINATOR)


def gave(acting: Acting, proof: Proof) -> bool:
    """Say whether somebody gave a proof: for whom it was written down, else who entered it, by link or not."""
    if proof.recorded_for_id is not None:
        return acting.person is not None and acting.person.pk == proof.recorded_for_id
    return proof.made_by.partition(":")[2] == str(acting.user.pk)


def may_decide(acting: Acting, proof: Proof) -> bool:
    """Say whether somebody may accept or return a proof: never who gave it."""
    if acting.by_link or not acting.has(*DECIDERS) or gave(acting, proof):
        return False
    if acting.has(Role.COORDINATOR, Role.EXECUTIVE):
        return True
    return proof.unit_id in own_units(acting)


def may_change(acting: Acting, proof: Proof) -> bool:
    """Say whether somebody may change a proof: not once it is accepted; its unit, who entered it, the coordinator."""
    if proof.state == ProofState.ACCEPTED or not acting.has(*WRITERS):
        return False
    entered = proof.made_by.partition(":")[2] == str(acting.user.pk)
    return entered or proof.unit_id in own_units(acting) or (acting.has(Role.COORDINATOR) and not acting.by_link)
