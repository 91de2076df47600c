"""What the pages of this room fetch, as far as who asks may see it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from prongsai.office.evidence.models import Note, Proof, ProofUse, StepTurn
from prongsai.office.evidence.models.turn import SEES_ALL, own_units
from prongsai.office.evidence.progress import MeasureProgress, part_of
from prongsai.office.evidence.services import progress_of, progress_of_measure
from prongsai.office.measures.models import Measure, PlanState
from prongsai.office.rounds.models import Round
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.choices import people_of
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models.people import People
from prongsai.platform.ui.wording import short_day

Choices = list[tuple[str, str]]


def round_or_404(acting: Acting, round_id: int) -> Round:
    """Give a round."""
    return get_object_or_404(Round.objects.visible_to(acting).select_related("agency"), pk=round_id)


def turn_or_404(acting: Acting, turn: int) -> StepTurn:
    """Give a turn of a decided plan."""
    turns = StepTurn.objects.visible_to(acting).select_related(
        "unit", "person", "recorded_for", "step__measure__plan__round", "step__measure__lead_unit"
    )
    return get_object_or_404(turns, pk=turn)


def measure_or_404(acting: Acting, measure: int) -> Measure:
    """Give a measure of a decided plan; to who does not see all, only one in which their unit takes part."""
    found = Measure.objects.visible_to(acting).filter(plan__state=PlanState.DECIDED)
    if not sees_all(acting):
        turns = StepTurn.objects.visible_to(acting).values("step__measure")
        found = found.filter(Q(lead_unit__in=own_units(acting)) | Q(pk__in=turns))
    return get_object_or_404(found.select_related("plan__round", "lead_unit"), pk=measure)


def proof_or_404(acting: Acting, proof: int) -> Proof:
    """Give a proof."""
    proofs = Proof.objects.visible_to(acting).select_related("round", "unit", "recorded_for")
    return get_object_or_404(proofs, pk=proof)


def use_or_404(acting: Acting, use: int) -> ProofUse:
    """Give a use of a proof that one sees."""
    seen = Proof.objects.visible_to(acting)
    return get_object_or_404(ProofUse.objects.filter(proof__in=seen).select_related("proof"), pk=use)


def note_or_404(acting: Acting, note: int) -> Note:
    """Give a note."""
    return get_object_or_404(Note.objects.visible_to(acting).select_related("round"), pk=note)


def sees_all(acting: Acting) -> bool:
    """Say whether somebody sees the whole office."""
    return not acting.by_link and acting.has(*SEES_ALL)


def seen_progress(acting: Acting, cycle: Round, day: date) -> Sequence[MeasureProgress]:
    """Give the progress of a year as far as it is for somebody to see: all, or the own part."""
    found = progress_of(cycle, day)
    if sees_all(acting):
        return found
    parts = (_part(acting, each, day) for each in found)
    return [part for part in parts if part is not None]


def seen_measure(acting: Acting, measure: Measure, day: date) -> MeasureProgress:
    """Give the progress of one measure as far as it is for somebody to see, or 404."""
    whole = progress_of_measure(measure, day)
    seen = whole if sees_all(acting) else _part(acting, whole, day)
    if seen is None:
        raise Http404
    return seen


def people_to_record_for(acting: Acting) -> People:
    """Give whose report may be written down: the people of one's units; the coordinator all."""
    people = people_of(acting).select_related("unit")
    return people if acting.has(Role.COORDINATOR) else people.filter(unit__in=own_units(acting))


def uses_to_choose(acting: Acting, cycle: Round) -> list[tuple[str, Choices]]:
    """Give what a proof may be used for: measures, items of the year, turns; by keys `m-1`, `i-O14`, `t-7`."""
    measures = Measure.objects.visible_to(acting).filter(plan__round=cycle, plan__state=PlanState.DECIDED)
    items = [(f"i-{item.code}", f"{item.code} {item.title or ''}".strip()) for item in cycle.framework.items]
    turns = (
        StepTurn.objects.visible_to(acting)
        .filter(step__measure__plan__round=cycle)
        .select_related("step__measure", "unit")
    )
    if not sees_all(acting):
        measures = measures.filter(pk__in=turns.values("step__measure"))
    return [
        (_("Measures"), [(f"m-{measure.pk}", f"{measure.label} {measure.title}") for measure in measures]),
        (_("Items"), items),
        (_("Steps"), [(f"t-{turn.pk}", turn_words(turn)) for turn in turns]),
    ]


def turn_words(turn: StepTurn) -> str:
    """Name a turn in a list: measure, step, day, unit."""
    parts = [turn.step.measure.label, turn.step.text]
    parts += [short_day(turn.due)] if turn.due else []
    parts += [turn.unit.name] if turn.unit else []
    return " · ".join(parts)


def thing_used(acting: Acting, cycle: Round, key: str) -> dict[str, object]:
    """Give what a key of `uses_to_choose` names, as the services take it, or 404."""
    kind, _dash, name = key.partition("-")
    if kind == "i" and any(item.code == name for item in cycle.framework.items):
        return {"item": name}
    if kind == "m" and name.isdigit():
        measure = measure_or_404(acting, int(name))
        if measure.plan.round_id == cycle.pk:
            return {"measure": measure}
    if kind == "t" and name.isdigit():
        turn = turn_or_404(acting, int(name))
        if turn.step.measure.plan.round_id == cycle.pk:
            return {"turn": turn}
    raise Http404


def _part(acting: Acting, whole: MeasureProgress, day: date) -> MeasureProgress | None:
    person = acting.person
    return part_of(whole, own_units(acting), person.pk if person else None, day)
