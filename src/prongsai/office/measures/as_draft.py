"""A plan as rows of `ita.planning`: what papers are composed from, and what new drafts must not overwrite."""

from __future__ import annotations

from collections.abc import Sequence

from prongsai.ita.analysis import WeakPoint
from prongsai.ita.papers.blocks import Gap
from prongsai.ita.planning import DraftMeasure, DraftPlan
from prongsai.ita.planning.grouping import group_by_of
from prongsai.ita.thai import compact
from prongsai.office.measures.models import Measure, MeasurePlan

GAPS = {
    "finding": Gap("ข้อค้นพบ"),
    "lead_unit": Gap("ผู้รับผิดชอบหลัก"),
    "period": Gap("ระยะเวลาดำเนินการ"),
    "follow_up": Gap("การติดตามผล"),
}


def draft_of_measures(
    plan: MeasurePlan, measures: Sequence[Measure], weak: Sequence[WeakPoint], unconfirmed: Sequence[str] = ()
) -> DraftPlan:
    """Give a plan and its measures (with units and steps) as a drafted plan; `weak` are those of the analysed year."""
    return DraftPlan(
        plan_year=plan.round.fiscal_year,
        analysed_year=plan.analysed_year,
        group_by=group_by_of(plan.round.framework),
        measures=tuple(row_of(measure, weak) for measure in measures),
        unconfirmed=tuple(unconfirmed),
    )


def row_of(measure: Measure, weak: Sequence[WeakPoint]) -> DraftMeasure:
    """Give a measure as a row; what nobody said stays a marked gap."""
    return DraftMeasure(
        weak_points=answered_by(measure, weak),
        codes=tuple(measure.codes),
        finding=measure.finding or GAPS["finding"],
        why=measure.why,
        title=measure.title,
        lead_unit=measure.lead_unit.name if measure.lead_unit else measure.units_as_printed or GAPS["lead_unit"],
        period=measure.period or GAPS["period"],
        follow_up=measure.follow_up or GAPS["follow_up"],
        issue=measure.issue,
        indicator=measure.indicator,
        steps=tuple(step.text for step in measure.steps.all()),
        supporting_units=supporting_names(measure),
        expected_proof=tuple(measure.expected_proof),
        feeds=tuple(measure.feeds),
        topic=measure.topic or None,
        measure_id=measure.play or None,
        confirmed=measure.is_confirmed,
        further_titles=tuple(measure.further_titles),
    )


def supporting_names(measure: Measure) -> tuple[str, ...]:
    """Give who helps with a measure: its units, then the names of the paper it came from that are no unit here."""
    units = [entry.unit.name for entry in measure.supporting.all()]
    there = {compact(name) for name in [*units, measure.lead_unit.name if measure.lead_unit else ""]}
    printed = measure.units_as_printed.split(", ") if measure.lead_unit and measure.units_as_printed else []
    return (*units, *(name for name in printed if compact(name) not in there))


def answered_by(measure: Measure, weak: Sequence[WeakPoint]) -> tuple[WeakPoint, ...]:
    """Give the weak points that a measure answers: those it says, and questions and items among its codes."""
    return tuple(
        point for point in weak if f"{point.kind}:{point.code}" in measure.answers or point.code in measure.codes
    )
