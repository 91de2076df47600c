"""All papers of the demo office, composed from its papers and from what it knows on the demo day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from prongsai.cli.plans import PaperPlan
from prongsai.cli.results import YearResult as Result
from prongsai.cli.years import framework_of
from prongsai.config.environment import read_environment
from prongsai.ita.analysis import indicator_changes, weak_points
from prongsai.ita.catalogue.crosswalk_files import load_crosswalk
from prongsai.ita.papers.blocks import Paper, SignatureBlock
from prongsai.ita.papers.reading import Reading
from prongsai.ita.writing import YearResult, compose, measures_paper, write_docx, write_pdf
from prongsai.platform.demo.papers.from_text import FOOTER
from prongsai.platform.demo.papers.shipped import AGENCY, demo_source

CLOSED, RUNNING = 2567, 2568


@dataclass(frozen=True, slots=True)
class YearsOfPapers:
    """What the papers of the office told: plans of the closed and the running year, two results, a year's report."""

    closed: PaperPlan
    running: PaperPlan
    results: tuple[Result, Result]
    """Of the two closed years, the older first."""
    report: Reading


def write_office_papers(folder: Path, told: YearsOfPapers, day: date) -> list[Path]:
    """Write every paper as PDF and Word, and the text for the LINE group, and give their places."""
    office = yaml.safe_load(demo_source("office.yaml"))
    written = []
    for name, paper in office_papers(office, told).items():
        style = compose.BRIEFING_STYLE if name.startswith("briefing") else None
        for ending, write in (("pdf", write_pdf), ("docx", write_docx)):
            written.append(folder / f"{name}.{ending}")
            written[-1].write_bytes(write(paper, day, style))
    written.append(folder / f"data-call-{RUNNING}.txt")
    written[-1].write_text(compose.line_text(_call(office), RUNNING), encoding="utf-8")
    return written


def office_papers(office: Mapping[str, Any], told: YearsOfPapers) -> dict[str, Paper]:
    """Compose every paper of the three years by the name of its file."""
    years = _two_years(*told.results)
    closed, running = _decided(told.closed), told.running
    first, last = _result(closed, None), _result(running, years)
    papers: dict[str, Paper] = {}
    for made, result in ((closed, first), (running, last)):
        papers |= _of_result(office, made, result) | _of_plan(office, made)
    papers[f"measures-{CLOSED}"] = measures_paper(
        closed.plan,
        first,
        closed.framework,
        agency=AGENCY,
        limitations=closed.limitations,
        proposals=closed.proposals,
        footer=FOOTER,
    )
    return papers | _reports(office, told, years) | _of_today(office, running, last)


def _decided(made: PaperPlan) -> PaperPlan:
    """Keep what the office decided: in the papers of a closed year nothing is drafted any more."""
    rows = tuple(row for row in made.plan.measures if row.measure_id is None and not row.has_gap)
    return replace(made, plan=replace(made.plan, measures=rows, unconfirmed=()))


def _of_result(office: Mapping[str, Any], made: PaperPlan, result: YearResult) -> dict[str, Paper]:
    year = result.framework.year
    weak = weak_points(result.framework, made.result.scores)
    return {
        f"analysis-{year}": compose.analysis_paper(_head(office, year), result, weak),
        f"announcement-result-{year}": compose.result_announcement(
            _head(office, year), result, signature=_executive(office)
        ),
    }


def _of_plan(office: Mapping[str, Any], made: PaperPlan) -> dict[str, Paper]:
    plan, framework, analysed = made.plan, made.framework, made.result.framework
    year, limits = plan.plan_year, made.limitations
    head = _head(office, year)
    return {
        f"measures-by-indicator-{year}": compose.measures_by_indicator_paper(
            head, plan, framework, analysed, limitations=limits
        ),
        f"measures-free-{year}": compose.measures_free_paper(head, plan, limitations=limits),
        f"memo-measures-{year}": compose.measures_memo(head, plan, to=office["executive"], signature=_writer(office)),
        f"announcement-measures-{year}": compose.measures_announcement(
            head, plan, framework, analysed, signature=_executive(office)
        ),
    }


def _reports(office: Mapping[str, Any], told: YearsOfPapers, years: compose.TwoYears) -> dict[str, Paper]:
    closed, report, running = _head(office, CLOSED), told.report, told.running
    rows = compose.rows_of_plan(running.plan)
    return {
        f"report-12-months-{CLOSED}": compose.report_paper(
            closed,
            compose.rows_of_reading(report.measures),
            framework_of(CLOSED),
            months=12,
            comparison=years,
            problems=report.limitations,
            proposals=report.recommendations,
        ),
        f"report-6-months-{RUNNING}": compose.report_paper(_head(office, RUNNING), rows, running.framework, months=6),
        f"memo-report-{CLOSED}": compose.report_memo(closed, 12, to=office["executive"], signature=_writer(office)),
    }


def _of_today(office: Mapping[str, Any], made: PaperPlan, last: YearResult) -> dict[str, Paper]:
    running, writer = _head(office, RUNNING), _writer(office)
    told = compose.Briefing(
        framework=made.framework,
        result=last,
        weak_points=weak_points(made.result.framework, made.result.scores),
        plan=made.plan,
        contact=office["contact"],
    )
    return {
        f"order-working-group-{RUNNING}": _order(office, _executive(office)),
        f"memo-monthly-{RUNNING}": compose.monthly_memo(
            running, _month(office["month"]), to=office["executive"], signature=writer
        ),
        f"meeting-{RUNNING}": compose.meeting_page(running, _meeting(office["meeting"])),
        f"data-call-{RUNNING}": compose.data_call_memo(running, _call(office), signature=writer),
        f"briefing-{RUNNING}": compose.briefing_pack(running, told),
    }


def _head(office: Mapping[str, Any], year: int) -> compose.PaperHead:
    return compose.PaperHead(
        agency=AGENCY, year=year, unit=office["coordinator_unit"], place=office["place"], footer=FOOTER
    )


def _result(made: PaperPlan, years: compose.TwoYears | None) -> YearResult:
    result = made.result
    if years is None:
        return YearResult(result.framework, result.outcome, result.level.by_computed, result.prices)
    changes = {entry.later: entry.change for entry in years.changes if entry.change is not None}
    return YearResult(
        result.framework, result.outcome, result.level.by_computed, result.prices, changes, years.earlier.year
    )


def _two_years(earlier: Result, later: Result) -> compose.TwoYears:
    walk = load_crosswalk(earlier.outcome.year, later.outcome.year, read_environment().catalogue_folder)
    changes = indicator_changes(earlier.outcome, later.outcome, walk)
    return compose.TwoYears(later.framework, earlier.outcome, later.outcome, changes)


def _executive(office: Mapping[str, Any]) -> SignatureBlock:
    return compose.signer("", "", office["executive"], office["executive_name"])


def _writer(office: Mapping[str, Any]) -> SignatureBlock:
    return compose.signer("ผู้เสนอ", "", office["coordinator_post"], office["coordinator_name"])


def _order(office: Mapping[str, Any], signature: SignatureBlock) -> Paper:
    order = office["order"]
    head = compose.PaperHead(
        agency=AGENCY, year=RUNNING, number=order["number"], day=order["day"], place=office["place"], footer=FOOTER
    )
    members = [compose.Member(post, role) for post, role in order["members"]]
    duties = compose.Duties(*(tuple(order[phase]) for phase in ("before", "during", "after")))
    return compose.working_group_order(head, members, duties, signature=signature)


def _month(month: Mapping[str, Any]) -> compose.MonthState:
    return compose.MonthState(
        as_of=month["as_of"],
        phase=month["phase"],
        next_event=compose.DatedEvent(month["next_name"], month["next_day"]),
        ready=month["ready"],
        total=month["total"],
        open_matters=month["matters"],
        to_sign=[compose.WaitingPaper(*entry) for entry in month["to_sign"]],
    )


def _meeting(meeting: Mapping[str, Any]) -> compose.MeetingAgenda:
    return compose.MeetingAgenda(
        held_on=meeting["day"],
        place=meeting["place"],
        progress=[compose.Progress(*entry) for entry in meeting["progress"]],
        tasks=[compose.UnitTask(*entry) for entry in meeting["tasks"]],
        to_decide=meeting["decide"],
    )


def _call(office: Mapping[str, Any]) -> compose.DataCall:
    call = office["call"]
    return compose.DataCall(
        unit=call["unit"],
        items=compose.called_items(framework_of(RUNNING), call["codes"]),
        due=call["due"],
        contact=office["contact"],
    )
