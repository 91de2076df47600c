"""The report after six or twelve months, from what units wrote and what was proved."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from prongsai.ita.papers.blocks import Gap, Inline
from prongsai.ita.scoring import Outcome
from prongsai.ita.writing.compose import ReportRow, TwoYears, report_paper
from prongsai.office.evidence.models import Note, NoteKind
from prongsai.office.evidence.services import notes_of, progress_of
from prongsai.office.findings.reckoning import reckon
from prongsai.office.findings.services import inputs_of, reckoned
from prongsai.office.reports.composing.basis import Basis, Made, words_of
from prongsai.office.reports.composing.signing_places import reporters
from prongsai.office.reports.content import Sentence, ToldMeasure, ToldNote
from prongsai.office.reports.proof_files import files_of_proofs
from prongsai.office.reports.telling import told_measure
from prongsai.office.rounds.frameworks import presumption
from prongsai.office.rounds.models import Round

UNPROVEN = " (ยังไม่มีหลักฐาน)"


def year_report(basis: Basis, months: Literal[6, 12]) -> Made:
    """Compose the report. Two years are compared after twelve months alone, where both results are confirmed."""
    cycle = basis.cycle
    measures = measures_told(basis)
    notes = [note for note in notes_of(cycle) if note.in_report and note.day <= basis.day]
    problems = _told(notes, NoteKind.PROBLEM, said_none=basis.wishes.no_problems)
    proposals = _told(notes, NoteKind.PROPOSAL, said_none=basis.wishes.no_proposals)
    comparison, rests_on = _comparison(cycle) if months == 12 else (None, {})
    paper = report_paper(
        basis.head,
        [row_of(measure, mark_unproven=basis.wishes.mark_unproven) for measure in measures],
        cycle.framework,
        months=months,
        comparison=comparison,
        problems=words_of(problems),
        proposals=words_of(proposals),
        signatures=reporters(basis),
        with_period=True,
    )
    return Made(paper, measures, problems, proposals, rests_on)


def measures_told(basis: Basis) -> list[ToldMeasure]:
    """Give the measures of the year with what became of them, in five or six queries whatever their number."""
    progress = progress_of(basis.cycle, min(basis.day, basis.until))
    files = files_of_proofs(progress)
    return [told_measure(each, basis.until, files) for each in progress]


def row_of(measure: ToldMeasure, *, mark_unproven: bool = False) -> ReportRow:
    """Give a measure as a row of the paper; what nobody said is a gap."""

    def words(sentences: Sequence[Sentence]) -> tuple[str, ...]:
        return tuple(
            each.text + (UNPROVEN if mark_unproven and each.kind == "result" and not each.is_proven else "")
            for each in sentences
        )

    return ReportRow(
        measures=measure.titles,
        steps=measure.steps or (Gap("ขั้นตอนหรือวิธีปฏิบัติ"),),
        units=measure.units or (Gap("ผู้รับผิดชอบ"),),
        period=_period(measure),
        status=measure.status,
        results=words(measure.results),
        outcomes=words(measure.outcomes),
        issue=measure.issue,
        indicator=measure.indicator,
    )


def _period(measure: ToldMeasure) -> Inline:
    return measure.period or Gap("ระยะเวลาดำเนินการ")


def _told(notes: Sequence[Note], kind: NoteKind, *, said_none: bool) -> list[ToldNote] | None:
    found = [ToldNote(id=note.pk, words=note.words) for note in notes if note.kind == kind]
    return found or ([] if said_none else None)


def _comparison(cycle: Round) -> tuple[TwoYears | None, dict[str, str]]:
    inputs = inputs_of(cycle)
    if inputs is None or inputs.scores_before is None:
        return None, {}
    made = reckoned(inputs)
    earlier: Outcome = reckon(inputs.scores_before, presumption()).outcome
    rests_on = {
        f"results:{result.fiscal_year}": result.mark for result in (inputs.earlier, inputs.result) if result is not None
    }
    return TwoYears(made.framework, earlier, made.outcome, made.changes), rests_on
