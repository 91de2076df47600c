"""From the papers of an agency to a drafted plan: what `plan` shows and `report` writes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from prongsai.cli.plan_years import has_yearless_scores, measures_year, measures_years, names_no_year
from prongsai.cli.results import YearResult, year_result
from prongsai.cli.years import framework_of, presumption
from prongsai.config.environment import read_environment
from prongsai.ita.analysis import indicator_changes, named_weak_points, scores_by_year, weak_points
from prongsai.ita.analysis.known import fullness
from prongsai.ita.catalogue import Framework
from prongsai.ita.catalogue.crosswalk_files import available_crosswalks, load_crosswalk
from prongsai.ita.catalogue.playbook import load_playbook
from prongsai.ita.papers.reading import Reading
from prongsai.ita.planning import DraftPlan, decided_measures, draft_plan, left_open, with_decided, years_of_plan
from prongsai.ita.scoring import Scores, explain, scores_from_sheet
from prongsai.ita.thai.refusal import Refused
from prongsai.ita.writing.result_part import shown_overall


@dataclass(frozen=True, slots=True)
class PaperPlan:
    """A plan drafted from papers, with the result it answers and the frameworks of both years."""

    agency: str | None
    framework: Framework
    result: YearResult
    plan: DraftPlan
    limitations: tuple[str, ...]
    proposals: tuple[str, ...]
    changes: Mapping[int, Decimal] | None = None
    year_before: int | None = None
    overall_before: Decimal | None = None
    """The year since which `changes` are."""


def plan_from_papers(readings: Sequence[Reading], plan_year: int, results_year: int | None = None) -> PaperPlan:
    """Draft the plan of a fiscal year from one agency's papers.

    The year whose result is analysed is the caller's, else the catalogue's, else the only one of which the papers tell
    anything. Scores and measures without any year are taken as of the caller's `results_year`. Refuses AGENCY (papers
    of two agencies), ASK-ANALYSED (nobody says which result) and SCORES (the papers hold nothing of these years).
    """
    agency = _one_agency(readings)
    framework = framework_of(plan_year)
    analysed = results_year or _analysed_year(framework, readings)
    results = framework_of(analysed)
    result = year_result(results, _scores_of(readings, analysed, said=results_year is not None))
    decided = [reading for reading in readings if _decides(reading, plan_year, analysed, said=results_year is not None)]
    scored = weak_points(results, result.scores, presumed=presumption())
    known = {(point.kind, point.code) for point in scored}
    named = [point for point in named_weak_points(results, decided) if (point.kind, point.code) not in known]
    weak = [*scored, *named]
    rows = [row for reading in decided for row in decided_measures(reading, results, weak)]
    if result.scores == Scores() and not weak and not rows:
        raise Refused("SCORES", _nothing_to_go_on(readings, plan_year, analysed))
    drafted = draft_plan(framework, left_open(weak, rows), load_playbook(), plan_year=plan_year, results=results)
    before = _year_before(readings, result)
    return PaperPlan(
        agency=agency,
        framework=framework,
        result=result,
        plan=with_decided(drafted, rows),
        limitations=tuple(dict.fromkeys(text for reading in readings for text in reading.limitations)),
        proposals=tuple(dict.fromkeys(text for reading in readings for text in reading.recommendations)),
        changes=before.changes if before else None,
        year_before=before.year if before else None,
        overall_before=before.overall if before else None,
    )


def _nothing_to_go_on(readings: Sequence[Reading], plan_year: int, analysed: int) -> str:
    said = [f"เอกสารไม่มีคะแนนของปี {analysed} และไม่มีมาตรการของปี {plan_year} จึงยังร่างมาตรการไม่ได้"]
    said += [f"มาตรการในเอกสารเป็นของปี {year} ใช้ได้ด้วย --year {year}" for year in measures_years(readings)]
    there = " ".join(str(year) for year in sorted(scores_by_year(readings)))
    if there:
        said.append(f"เอกสารมีคะแนนของปี {there} ซึ่งเลือกใช้ได้ด้วย --results-year")
    if has_yearless_scores(readings) or any(map(names_no_year, readings)):
        said.append("เอกสารไม่บอกปี หากทราบปีของผลการประเมิน โปรดระบุด้วย --results-year")
    return " ".join(said)


def _one_agency(readings: Sequence[Reading]) -> str | None:
    names = dict.fromkeys(reading.agency.name for reading in readings if reading.agency.name)
    if len(names) > 1:
        raise Refused("AGENCY", f"เอกสารเป็นของหลายหน่วยงาน: {', '.join(names)} โปรดทำทีละหน่วยงาน")
    return next(iter(names), None)


def _analysed_year(framework: Framework, readings: Sequence[Reading]) -> int:
    try:
        return years_of_plan(framework, executed=framework.year).analysed
    except Refused as refused:
        told = {sheet.year for reading in readings for sheet in reading.score_sheets}
        told |= {reading.document.assessed_year for reading in readings}
        years = {year for year in told if year is not None}
        if len(years) != 1:
            raise Refused(refused.rule, f"{refused.message} ด้วย --results-year") from refused
        return years.pop()


def _scores_of(readings: Sequence[Reading], year: int, *, said: bool = False) -> Scores:
    """Take the fullest score sheet that the papers print for a year, else, where the caller said it, a yearless one.

    No scores where there is neither.
    """
    dated = scores_by_year(readings)
    if year in dated or not said:
        return dated.get(year, Scores())
    yearless = [sheet for reading in readings for sheet in reading.score_sheets if sheet.year is None]
    return scores_from_sheet(max(yearless, key=fullness)) if yearless else Scores()


@dataclass(frozen=True, slots=True)
class _YearBefore:
    """The year before a result: its overall, and what each indicator of the result gained since."""

    year: int
    overall: Decimal | None
    changes: dict[int, Decimal]


def _year_before(readings: Sequence[Reading], result: YearResult) -> _YearBefore | None:
    """Compare with the year before by the crosswalk, where the papers print its scores."""
    for earlier, later in available_crosswalks(read_environment().catalogue_folder):
        scores = _scores_of(readings, earlier)
        if later == result.outcome.year and scores.indicators:
            before = explain(framework_of(earlier), scores, presumption())
            walk = load_crosswalk(earlier, later, read_environment().catalogue_folder)
            moved = indicator_changes(before, result.outcome, walk)
            changes = {entry.later: entry.change for entry in moved if entry.change is not None}
            return _YearBefore(earlier, shown_overall(before), changes)
    return None


def _decides(reading: Reading, plan_year: int, analysed: int, *, said: bool) -> bool:
    """Whether a paper tells the measures of the plan year.

    It does where it says so, where it analyses the same result, where all its periods lie in the year, and where it
    names no year at all and the caller said which result it answers.
    """
    head = reading.document
    if head.plan_year is not None:
        return head.plan_year == plan_year
    if not reading.measures:
        return False
    if head.assessed_year is not None:
        return head.assessed_year == analysed
    return measures_year(reading) == plan_year or (said and names_no_year(reading))
