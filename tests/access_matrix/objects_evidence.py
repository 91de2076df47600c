"""Makes what the addresses of progress and evidence name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from cast import Office
from prongsai.office.evidence import services
from prongsai.office.evidence.models import NoteKind, Proof, StepTurn
from prongsai.office.measures.models import Measure, MeasurePlan, PlanState, Step
from prongsai.office.rounds import services as rounds
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role

Told = Mapping[str, object]


def _measure(office: Office) -> Measure:
    """Make a decided plan with one measure of the unit in which everybody works."""
    coordinator = acting_as(office.accounts[Role.COORDINATOR])
    cycle = rounds.ensure_round(acting=coordinator, agency=office.agency, fiscal_year=2568)
    told = {"state": PlanState.DECIDED, "decided": date(2024, 10, 15), "made_by": "user:0"}
    plan, new = MeasurePlan.objects.get_or_create(agency=office.agency, round=cycle, defaults=told)
    if not new:
        return Measure.objects.select_related("plan__round").get(plan=plan)
    measure = Measure.objects.create(
        agency=office.agency, plan=plan, number=1, title=f"ติดป้าย {office.canary}",
        lead_unit=office.units["สำนักปลัด"], since=date(2024, 11, 1), until=date(2025, 9, 30),
    )  # fmt: skip
    Step.objects.create(agency=office.agency, measure=measure, number=1, text=f"ติดป้ายที่จุดบริการ {office.canary}")
    services.ensure_turns(plan)
    return measure


def _turn(office: Office) -> StepTurn:
    return StepTurn.objects.select_related("step__measure__plan__round").get(step__measure=_measure(office))


def _proof(office: Office) -> Proof:
    turn = _turn(office)
    given = services.Given(words=f"ป้าย 5 จุด {office.canary}", unit=office.units["สำนักปลัด"])
    adviser = acting_as(office.accounts[Role.AUDITOR])  # none of those who ask gave it
    return services.give_proof(acting=adviser, cycle=turn.step.measure.plan.round, given=given, turn=turn)


def _note(office: Office) -> tuple[int, int]:
    measure = _measure(office)
    note = services.add_note(
        acting=acting_as(office.accounts[Role.OFFICER]), cycle=measure.plan.round, kind=NoteKind.PROBLEM,
        words=f"ป้ายชำรุด {office.canary}", unit=office.units["สำนักปลัด"],
    )  # fmt: skip
    return note.pk, note.round_id


def running_round(office: Office) -> Told:
    return {"round_id": _measure(office).plan.round_id}


def no_hand_in(office: Office) -> Told:
    return {**running_round(office), "hand_in": 2**40}


def running_measure(office: Office) -> Told:
    return {"measure": _measure(office).pk}


def turn(office: Office) -> Told:
    return {"turn": _turn(office).pk}


def proved_round(office: Office) -> Told:
    return {"round_id": _proof(office).round_id}


def proof(office: Office) -> Told:
    return {"proof": _proof(office).pk}


def proof_use(office: Office) -> Told:
    """Give a use of accepted proof, so that it is there for who asks next."""
    accepted = services.accept_proof(acting=acting_as(office.accounts[Role.EXECUTIVE]), proof=_proof(office))
    return {"use": accepted.uses.get().pk}


def note(office: Office) -> Told:
    return {"note": _note(office)[0]}


def noted_round(office: Office) -> Told:
    return {"round_id": _note(office)[1]}


MAKERS: dict[str, Callable[[Office], Told]] = {
    "running_round": running_round,
    "no_hand_in": no_hand_in,
    "running_measure": running_measure,
    "turn": turn,
    "proved_round": proved_round,
    "proof": proof,
    "proof_use": proof_use,
    "note": note,
    "noted_round": noted_round,
}
NOWHERE: dict[str, object] = {
    "turn": 2**40,
    "measure": 2**40,
    "proof": 2**40,
    "use": 2**40,
    "note": 2**40,
    "hand_in": 2**40,
}
