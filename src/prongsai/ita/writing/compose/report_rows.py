"""Rows of a report: from a paper in which the results stand, or from a plan whose results are still to be typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from prongsai.ita.papers.blocks import Gap, Inline
from prongsai.ita.papers.reading import MeasureRow, MeasureStatus
from prongsai.ita.planning import DraftMeasure, DraftPlan
from prongsai.ita.thai import format_period

STATUS: Mapping[MeasureStatus, str] = {
    "completed": "ดำเนินการแล้วเสร็จ",
    "in_progress": "อยู่ระหว่างดำเนินการ",
    "not_started": "ยังไม่ดำเนินการ",
}


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One measure with what became of it. `status`, results and outcomes that nobody typed are None or empty."""

    measures: tuple[Inline, ...]
    steps: tuple[Inline, ...]
    units: tuple[Inline, ...]
    period: Inline
    status: MeasureStatus | None = None
    results: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    issue: int | None = None
    indicator: int | None = None

    @property
    def shown_status(self) -> Inline:
        """Give the status in words, or a gap."""
        return Gap("สถานะการดำเนินการ") if self.status is None else STATUS[self.status]

    @property
    def shown_results(self) -> tuple[Inline, ...]:
        """Give the results, or a gap: of what was done, or of why nothing was done yet. No result is ever drafted."""
        if self.results:
            return self.results
        return (Gap("เหตุที่ยังไม่ดำเนินการ" if self.status == "not_started" else "ผลการดำเนินงาน วันที่ จำนวน และหลักฐาน"),)

    @property
    def shown_outcomes(self) -> tuple[Inline, ...]:
        """Give the outcomes, or a gap; where nothing was begun there is none to ask for."""
        if self.outcomes:
            return self.outcomes
        return ("–",) if self.status == "not_started" else (Gap("ผลลัพธ์หรือความสำเร็จ"),)


def rows_of_reading(rows: Sequence[MeasureRow]) -> tuple[ReportRow, ...]:
    """Take over the rows of a paper as printed."""
    return tuple(
        ReportRow(
            measures=row.measures or (Gap("มาตรการ"),),
            steps=row.steps or (Gap("ขั้นตอนหรือวิธีปฏิบัติ"),),
            units=row.units or (Gap("ผู้รับผิดชอบ"),),
            period=format_period(row.period, digits="arabic") if row.period else Gap("ระยะเวลาดำเนินการ"),
            status=row.status,
            results=row.results,
            outcomes=row.outcomes,
            issue=row.issue,
            indicator=row.indicator,
        )
        for row in rows
    )


def rows_of_plan(plan: DraftPlan) -> tuple[ReportRow, ...]:
    """Take over the measures of a plan; what became of them is left to be typed."""
    return tuple(_planned(row) for row in plan.measures)


def _planned(row: DraftMeasure) -> ReportRow:
    return ReportRow(
        measures=row.titles,
        steps=row.steps or (Gap("ขั้นตอนหรือวิธีปฏิบัติ"),),
        units=(row.lead_unit, *row.supporting_units),
        period=row.period if isinstance(row.period, Gap) else format_period(row.period, digits="arabic"),
        issue=row.issue,
        indicator=row.indicator,
    )
