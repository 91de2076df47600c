"""The papers of a plan: with the analysis, by issue, by indicator, free, by month, and the memo."""

from __future__ import annotations

from collections.abc import Sequence

from prongsai.ita.papers.blocks import Paper, SignatureBlock
from prongsai.ita.planning.grouping import group_by_of
from prongsai.ita.writing import compose, measures_paper
from prongsai.office.findings.outputs import year_result
from prongsai.office.measures.answering import Analysed, analysed_result, analysed_year
from prongsai.office.measures.authors import writer_of
from prongsai.office.measures.models import Measure, MeasurePlan
from prongsai.office.measures.schedule import due_days
from prongsai.office.measures.services.drafting import plan_as_draft
from prongsai.office.measures.services.looking_up import measures_of
from prongsai.office.rounds.frameworks import framework_of
from prongsai.platform.agency.line import InPost, approver, executive, posts_of
from prongsai.platform.agency.models import Agency
from prongsai.platform.calendar.today import today

DEMO = "ข้อมูลสมมุติเพื่อการสาธิต"
PAPERS = {
    "analysis": "การวิเคราะห์ผลและมาตรการ",
    "by-issue": "มาตรการจำแนกตามประเด็น",
    "by-indicator": "มาตรการจำแนกตามตัวชี้วัด",
    "free": "มาตรการ",
    "months": "มาตรการรายเดือน",
    "memo": "บันทึกข้อความขออนุมัติมาตรการ",
}
"""The papers by name, with the names of their files."""


def paper_of(plan: MeasurePlan, agency: Agency, which: str) -> Paper | None:
    """Compose a paper. What nobody said is a gap; ร่าง until the plan is decided.

    None for a paper that cannot be (`papers_for`).
    """
    head = head_of(plan, agency)
    analysed = analysed_result(plan.round, plan)
    if which not in papers_for(plan, analysed):
        return None
    if which == "analysis":
        return _with_analysis(plan, agency, analysed)
    if which in ("by-issue", "by-indicator"):
        return _grouped(plan, agency, analysed, which)
    if which == "free":
        limits = plan.limitation_lines
        return compose.measures_free_paper(
            head, plan_as_draft(plan), limitations=limits, signatures=signatures(plan, agency)
        )
    if which == "months":
        return compose.month_plan_paper(head, [_month_row(measure) for measure in measures_of(plan)])
    writer = _signer("ผู้เสนอ", "ตำแหน่งผู้เสนอ", _writer(plan, agency))
    return compose.measures_memo(head, plan_as_draft(plan), to=_to(agency), signature=writer)


def papers_for(plan: MeasurePlan, analysed: Analysed | None) -> list[str]:
    """Give the papers that a plan can have, the fullest first.

    With the analysis where a result of the analysed year is confirmed; by issue and by indicator where that year is
    known, by issue only for a year whose plan is headed by issues.
    """
    barred = set() if analysed and analysed.made else {"analysis"}
    barred |= set() if analysed_year(plan.round, plan) is not None else {"by-issue", "by-indicator"}
    barred |= set() if group_by_of(plan.round.framework) == "issue" else {"by-issue"}
    return [name for name in PAPERS if name not in barred]


def head_of(plan: MeasurePlan, agency: Agency) -> compose.PaperHead:
    """Give the head of the plan's papers: a draft until the plan is decided."""
    return compose.PaperHead(
        agency=agency.name,
        year=plan.round.fiscal_year,
        unit=_unit(plan),
        draft=not plan.is_decided,
        footer=DEMO if agency.is_demo else "",
    )


def signatures(plan: MeasurePlan, agency: Agency) -> Sequence[SignatureBlock]:
    """Give room for who drew the plan up, agreed and approved, as the posts are held today."""
    asked = (
        ("ผู้จัดทำ", "ตำแหน่งผู้จัดทำ", _writer(plan, agency)),
        ("ผู้เห็นชอบ", "ตำแหน่งผู้เห็นชอบ", approver(today(agency))),
        ("ผู้อนุมัติ", "ตำแหน่งผู้อนุมัติ", executive(today(agency))),
    )
    return tuple(_signer(role, asks, who) for role, asks, who in asked)


def _with_analysis(plan: MeasurePlan, agency: Agency, analysed: Analysed | None) -> Paper | None:
    if analysed is None or analysed.made is None:
        return None
    return measures_paper(
        plan_as_draft(plan),
        year_result(analysed.made),
        plan.round.framework,
        agency=agency.name,
        limitations=plan.limitation_lines,
        proposals=plan.proposal_lines,
        signatures=signatures(plan, agency),
        with_prices=not plan.is_decided,
        draft=not plan.is_decided,
        footer=DEMO if agency.is_demo else "",
    )


def _grouped(plan: MeasurePlan, agency: Agency, analysed: Analysed | None, which: str) -> Paper | None:
    year = analysed_year(plan.round, plan)
    if year is None:
        return None
    composed = compose.measures_by_issue_paper if which == "by-issue" else compose.measures_by_indicator_paper
    return composed(
        head_of(plan, agency),
        plan_as_draft(plan),
        plan.round.framework,
        analysed.framework if analysed else framework_of(year),
        limitations=plan.limitation_lines,
        signatures=signatures(plan, agency),
    )


def _month_row(measure: Measure) -> compose.MonthRow:
    days = {day for step in measure.steps.all() for day in due_days(step, measure)}
    unit = measure.lead_unit.name if measure.lead_unit else measure.units_as_printed
    title = " ".join([measure.title, *measure.further_titles])
    return compose.MonthRow(str(measure.number), title, unit or "–", measure.since, measure.until, tuple(sorted(days)))


def _signer(role: str, asks: str, who: InPost | None) -> SignatureBlock:
    return compose.signer(role, asks, who.title if who else None, who.person.full_name if who else None)


def _writer(plan: MeasurePlan, agency: Agency) -> InPost | None:
    person = writer_of(plan)
    return next(iter(posts_of(person, today(agency))), None) if person else None


def _unit(plan: MeasurePlan) -> str | None:
    person = writer_of(plan)
    return person.unit.name if person and person.unit else None


def _to(agency: Agency) -> str | None:
    leads = executive(today(agency))
    return leads.title if leads else None
