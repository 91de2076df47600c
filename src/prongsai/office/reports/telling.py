"""What became of the measures of a year until a day, sentence by sentence, as people wrote it; nothing is drafted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from prongsai.ita.papers.reading import MeasureStatus
from prongsai.ita.thai import find_dates, format_date, format_period
from prongsai.office.evidence.models import Proof, StepTurn, TurnState
from prongsai.office.evidence.progress import MeasureProgress, StepProgress, TurnProgress
from prongsai.office.measures.models import Measure
from prongsai.office.reports.content import Sentence, ToldMeasure, ToldProof
from prongsai.platform.ui.states import State

CLOSED = (TurnState.DONE, TurnState.NONE)


def told_measure(progress: MeasureProgress, until: date, files: Mapping[int, tuple[str, ...]]) -> ToldMeasure:
    """Give a measure with what was done until a day. `files`: hashes of the files of each proof."""
    measure = progress.measure
    return ToldMeasure(
        id=measure.pk,
        label=measure.label,
        titles=(measure.title, *measure.further_titles),
        steps=tuple(step.step.text for step in progress.steps),
        units=units_of(measure),
        period=format_period(measure.period, digits="arabic") if measure.period else "",
        issue=measure.issue,
        indicator=measure.indicator,
        codes=tuple(measure.codes),
        feeds=tuple(measure.feeds),
        status=status_of(progress, until),
        results=tuple(_results(progress, until, files)),
        outcomes=tuple(_outcomes(progress, files)),
    )


def units_of(measure: Measure) -> tuple[str, ...]:
    """Give the units of a measure as papers name them: who leads, else the units as printed, then who helps."""
    first = measure.lead_unit.name if measure.lead_unit else measure.units_as_printed
    return tuple(unit for unit in (first, *(entry.unit.name for entry in measure.supporting.all())) if unit)


def status_of(progress: MeasureProgress, until: date) -> MeasureStatus:
    """Give the state of a measure in the three words of reports, by what had happened until a day.

    Complete only with proof; what is in force goes on; stopped it was not carried out.
    """
    standing = progress.standing
    if standing and standing.stopped and standing.stopped <= until:
        return "not_started"
    if progress.state is State.DONE and standing and standing.completed and standing.completed <= until:
        return "completed"
    begun = standing is not None and standing.in_force is not None and standing.in_force <= until
    return "in_progress" if begun or any(_is_begun(turn.turn, until) for turn in progress.turns) else "not_started"


def result_text(turn: StepTurn, *, unit: str = "") -> str:
    """Say what a turn brought, as its unit wrote it: with its figures, and with its day unless the words tell it.

    Nothing to report is said as ไม่มี; a turn that was dropped by its reason.
    """
    if turn.state == TurnState.DROPPED:
        return f"{unit} {DROPPED}{turn.reason}".strip()
    said = turn.result.strip() or ("ไม่มี" if turn.state == TurnState.NONE else "")
    figures = [f"{name} {count}" for name, count in turn.figures.items() if f"{name} {count}" not in said]
    words = " ".join(part for part in (unit, " ".join(said.split()), *figures) if part)
    if turn.happened is None or any(found.date == turn.happened for found in find_dates(words)):
        return words
    return f"{words} (วันที่ {format_date(turn.happened, digits='arabic')})"


DROPPED = "ไม่ได้ดำเนินการขั้นตอนนี้ เนื่องจาก"


def _is_begun(turn: StepTurn, until: date) -> bool:
    if turn.state == TurnState.BEGUN:
        return True
    return turn.state in CLOSED and turn.happened is not None and turn.happened <= until


def _results(progress: MeasureProgress, until: date, files: Mapping[int, tuple[str, ...]]) -> Iterator[Sentence]:
    for step in progress.steps:
        for turn in step.turns:
            if _is_told(turn.turn, until):
                yield _sentence(progress, step, turn, files)
    standing = progress.standing
    if standing and standing.stopped and standing.stopped <= until:
        text = f"{standing.stopped_because} (วันที่ {format_date(standing.stopped, digits='arabic')})"
        yield Sentence(key=f"s{progress.measure.pk}", kind="reason", text=text, measure=progress.measure.pk)


def _is_told(turn: StepTurn, until: date) -> bool:
    if turn.state == TurnState.DROPPED:
        return turn.due is None or turn.due <= until
    return turn.state in CLOSED and turn.happened is not None and turn.happened <= until


def _sentence(
    progress: MeasureProgress, step: StepProgress, turn: TurnProgress, files: Mapping[int, tuple[str, ...]]
) -> Sentence:
    row = turn.turn
    unit = row.unit.name if step.step.each_unit and row.unit else ""
    return Sentence(
        key=f"t{row.pk}",
        kind="reason" if row.state == TurnState.DROPPED else "result",
        text=result_text(row, unit=unit),
        measure=progress.measure.pk,
        turn=row.pk,
        step=step.step.number,
        proofs=_proofs(turn.proofs, files),
    )


def _outcomes(progress: MeasureProgress, files: Mapping[int, tuple[str, ...]]) -> Iterator[Sentence]:
    lines = (line.strip() for line in progress.outcome.splitlines())
    for number, line in enumerate((line for line in lines if line), 1):
        yield Sentence(
            key=f"o{progress.measure.pk}-{number}",
            kind="outcome",
            text=line,
            measure=progress.measure.pk,
            proofs=_proofs(progress.proofs, files),
        )


def _proofs(proofs: Iterable[Proof], files: Mapping[int, tuple[str, ...]]) -> tuple[ToldProof, ...]:
    return tuple(
        ToldProof(
            id=proof.pk,
            words=proof.words,
            happened=proof.happened,
            number=proof.document_number,
            link=proof.link,
            files=files.get(proof.pk, ()),
        )
        for proof in proofs
        if proof.is_accepted
    )
