"""The closed year of the invented office: its results as its paper tells them, with the proof that they name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from prongsai.ita.analysis.proof_marks import proofs_in
from prongsai.ita.papers.reading import MeasureRow, Reading
from prongsai.ita.thai import find_dates, fiscal_year_span
from prongsai.office.evidence.models import Note, NoteKind, Proof, ProofState, ProofUse, Standing, StepTurn, TurnState
from prongsai.office.measures.models import Measure, MeasurePlan
from prongsai.office.results.services import papers_read


def put_in_report(plan: MeasurePlan, actor: str) -> None:
    """Write the results of a closed year beside its steps; nothing where no report of it was read.

    A result that names a day is kept as proof with its sentence; one that names none stays without proof, as the paper
    left it, and is dated by the end of the year that it reports.
    """
    report = next((reading for reading in _reports(plan) if reading.measures), None)
    end = fiscal_year_span(plan.round.fiscal_year).end
    if report is None:
        return
    measures = list(Measure.objects.filter(plan=plan).prefetch_related("steps"))
    for measure, row in zip(measures, report.measures, strict=False):
        _put_in(measure, row, end, actor)
        Standing.objects.create(
            agency_id=plan.agency_id, measure=measure, completed=end, outcome="\n".join(row.outcomes), by=actor
        )
    for kind, words in _said(report):
        Note.objects.create(agency_id=plan.agency_id, round=plan.round, kind=kind, words=words[:500], day=end, by=actor)


def _reports(plan: MeasurePlan) -> Iterator[Reading]:
    for paper in papers_read(plan.round.fiscal_year):
        reading = paper.reading
        if any(row.results for row in reading.measures):
            yield reading


def _put_in(measure: Measure, row: MeasureRow, end: date, actor: str) -> None:
    turns = {turn.step.number: turn for turn in StepTurn.objects.filter(step__measure=measure).select_related("step")}
    for number, result in enumerate(_by_step(row.results, len(turns)), start=1):
        turn = turns.get(number)
        if turn is None:
            continue
        days = [found.date for found in find_dates(result)]
        turn.state, turn.result = TurnState.DONE, result
        turn.happened, turn.entered, turn.done_by = (days[-1] if days else end), end, actor
        turn.save()
        if days and "day" in proofs_in(result):
            _prove(turn, result, days[-1], actor, measure.plan.round_id)


def _by_step(results: Sequence[str], steps: int) -> list[str]:
    """Give a result to each step; what a paper tells beyond its steps goes to the last."""
    if len(results) <= steps or not steps:
        return list(results)
    return [*results[: steps - 1], "\n".join(results[steps - 1 :])]


def _prove(turn: StepTurn, words: str, day: date, actor: str, cycle: int) -> None:
    proof = Proof.objects.create(
        agency_id=turn.agency_id,
        round_id=cycle,
        words=words,
        happened=day,
        received=day,
        unit=turn.unit,
        state=ProofState.ACCEPTED,
        decided=day,
        decided_by=actor,
        made_by=actor,
    )
    ProofUse.objects.create(agency_id=turn.agency_id, proof=proof, turn=turn)


def _said(report: Reading) -> Iterator[tuple[NoteKind, str]]:
    yield from ((NoteKind.PROBLEM, words) for words in report.limitations)
    yield from ((NoteKind.PROPOSAL, words) for words in report.recommendations)
