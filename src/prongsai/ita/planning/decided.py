"""Measures that an office has decided already keep the words of its paper; drafts only fill what is left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from prongsai.ita.analysis.weak_points import WeakPoint
from prongsai.ita.catalogue.model import Framework
from prongsai.ita.papers.blocks import Gap, Inline
from prongsai.ita.papers.reading import MeasureRow, Reading
from prongsai.ita.planning.choosing import indicator_of
from prongsai.ita.planning.drafts import DraftMeasure, DraftPlan

DECIDED = "มาตรการที่หน่วยงานกำหนดไว้แล้วในเอกสารที่นำเข้า"


def decided_measures(
    reading: Reading, results: Framework, weak_points: Sequence[WeakPoint]
) -> tuple[DraftMeasure, ...]:
    """Give the measures of a paper as rows of a plan, in the paper's own words and order.

    A row answers the weak points whose codes stand in it; a row without codes answers those that the paper's analysis
    names under the same issue. What the paper does not say stays a marked gap.
    """
    return tuple(_row(row, reading, _answered(row, reading, results, weak_points), results) for row in reading.measures)


def left_open(weak_points: Iterable[WeakPoint], decided: Iterable[DraftMeasure]) -> list[WeakPoint]:
    """Give the weak points that no decided row answers: those that still want a draft."""
    answered = {(weak.kind, weak.code) for row in decided for weak in row.weak_points}
    return [weak for weak in weak_points if (weak.kind, weak.code) not in answered]


def with_decided(plan: DraftPlan, decided: Sequence[DraftMeasure]) -> DraftPlan:
    """Put decided rows into a drafted plan, before the drafts of their group."""
    rows = [*decided, *plan.measures]
    rows.sort(key=lambda row: (getattr(row, plan.group_by) is None, getattr(row, plan.group_by) or 0))
    return replace(plan, measures=tuple(rows))


def _answered(
    row: MeasureRow, reading: Reading, results: Framework, weak_points: Iterable[WeakPoint]
) -> tuple[WeakPoint, ...]:
    codes = {*row.questions, *row.oit}
    if not codes and row.issue is not None:
        codes = {code for entry in reading.analysis if entry.issue == row.issue for code in entry.questions}
    indicators = {entry.indicator for code in codes if (entry := results.question(code) or results.item(code))}
    indicators |= {row.indicator} if row.indicator is not None else set()
    return tuple(
        weak
        for weak in weak_points
        if weak.code in codes or (weak.kind == "indicator" and indicator_of(results, weak) in indicators)
    )


def _row(row: MeasureRow, reading: Reading, weak: tuple[WeakPoint, ...], results: Framework) -> DraftMeasure:
    codes = (*row.questions, *row.oit)
    entry = next((found for code in codes if (found := results.question(code) or results.item(code))), None)
    return DraftMeasure(
        weak_points=weak,
        codes=codes,
        finding=row.finding or _finding_of_issue(row, reading),
        why=DECIDED,
        title=row.measures[0] if row.measures else Gap("มาตรการ"),
        further_titles=row.measures[1:],
        lead_unit=row.units[0] if row.units else Gap("ผู้รับผิดชอบหลัก"),
        period=row.period or Gap("ระยะเวลาดำเนินการ"),
        follow_up=row.follow_up or Gap("การติดตามผล"),
        issue=row.issue,
        indicator=row.indicator or (entry.indicator if entry else None),
        steps=row.steps,
        supporting_units=row.units[1:],
        confirmed=True,
    )


def _finding_of_issue(row: MeasureRow, reading: Reading) -> Inline:
    """Give what the paper's own analysis found under the issue of a row, numbered where there are several."""
    found = [entry.finding for entry in reading.analysis if entry.issue is not None and entry.issue == row.issue]
    if len(found) > 1:
        return " ".join(f"{number}) {text}" for number, text in enumerate(found, 1))
    return found[0] if found else Gap("ข้อค้นพบ")
