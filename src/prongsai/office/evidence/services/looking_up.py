"""What is asked about the run of a plan, for the agency that speaks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar

from django.db.models import Q, QuerySet

from prongsai.office.evidence.models import Note, Proof, ProofState, ProofUse, Standing, StepTurn
from prongsai.office.evidence.progress import (
    MeasureProgress,
    StepProgress,
    TurnProgress,
    measure_progress,
    turn_progress,
)
from prongsai.office.measures.models import Measure
from prongsai.office.measures.services import measures_of, plan_of
from prongsai.office.rounds.models import Round

Thing = TypeVar("Thing")


def progress_of(cycle: Round, today: date) -> tuple[MeasureProgress, ...]:
    """Give how far each measure of a year has come, in the order of the plan; empty where nothing is decided.

    The number of queries does not grow with that of measures.
    """
    plan = plan_of(cycle)
    if plan is None or not plan.is_decided:
        return ()
    return _progress(measures_of(plan), today)


def progress_of_measure(measure: Measure, today: date) -> MeasureProgress:
    """Give how far one measure has come."""
    found = next(each for each in measures_of(measure.plan) if each.pk == measure.pk)
    return _progress([found], today)[0]


def progress_of_turn(turn: StepTurn, today: date) -> TurnProgress:
    """Give a turn with its state and proof."""
    uses = ProofUse.objects.filter(turn=turn).select_related("proof__unit")
    return turn_progress(turn, [use.proof for use in uses], today)


def accepted_proofs(cycle: Round) -> list[Proof]:
    """Give the accepted proof of a year with what each is used for, the newest first."""
    return list(Proof.objects.accepted().filter(round=cycle).select_related("unit").prefetch_related("uses"))


def notes_of(cycle: Round) -> list[Note]:
    """Give the problems and proposals of a year, in the order of their days."""
    return list(Note.objects.filter(round=cycle).select_related("unit", "measure"))


def waiting_proofs(cycle: Round) -> int:
    """Count the proof of a year that waits for somebody to look at it."""
    return Proof.objects.filter(round=cycle, state=ProofState.OFFERED).count()


def _progress(measures: list[Measure], today: date) -> tuple[MeasureProgress, ...]:
    ids = [measure.pk for measure in measures]
    turns = _turns_by_step(ids, today)
    standings = {standing.measure_id: standing for standing in Standing.objects.filter(measure__in=ids)}
    own: Mapping[int, list[Proof]] = _grouped(
        (use.measure_id, use.proof) for use in _uses().filter(measure__in=ids) if use.measure_id
    )
    return tuple(
        measure_progress(
            measure,
            standings.get(measure.pk),
            [StepProgress(step, tuple(turns.get(step.pk, ()))) for step in measure.steps.all()],
            own.get(measure.pk, ()),
            today,
        )
        for measure in measures
    )


def _turns_by_step(measures: list[int], today: date) -> Mapping[int, list[TurnProgress]]:
    of_these = Q(turn__step__measure__in=measures)
    proofs = _grouped((use.turn_id, use.proof) for use in _uses().filter(of_these) if use.turn_id)
    turns = StepTurn.objects.filter(step__measure__in=measures).select_related("unit", "person", "recorded_for")
    return _grouped((turn.step_id, turn_progress(turn, proofs.get(turn.pk, ()), today)) for turn in turns)


def _uses() -> QuerySet[ProofUse]:
    return ProofUse.objects.select_related("proof__unit")


def _grouped(pairs: Iterable[tuple[int, Thing]]) -> Mapping[int, list[Thing]]:
    groups: dict[int, list[Thing]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return groups
