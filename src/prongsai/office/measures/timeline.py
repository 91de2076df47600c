"""The plan of a year drawn over its months."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.safestring import SafeString, mark_safe

from prongsai.ita.thai import fiscal_year_span
from prongsai.ita.writing.svg import PlanBar, plan_svg
from prongsai.office.measures.models import Measure
from prongsai.office.measures.schedule import due_days


def drawn(measures: Sequence[Measure], year: int) -> SafeString:
    """Draw the measures of a fiscal year: their periods, and the days by which steps are due."""
    svg = plan_svg(
        [bar_of(measure, year) for measure in measures],
        year=year,
        title=f"มาตรการรายเดือน ปีงบประมาณ พ.ศ. {year}",
        summary=f"มาตรการ {len(measures)} เรื่อง แต่ละแถบคือระยะเวลาดำเนินการ เครื่องหมายคือวันครบกำหนดของขั้นตอน",
    )
    return mark_safe(svg)  # noqa: S308 our own drawing: every text in it was set by an XML library


def bar_of(measure: Measure, year: int) -> PlanBar:
    """Give the bar of a measure; one without a period runs through the year, in outline."""
    span = fiscal_year_span(year)
    start, end = measure.since or span.start or span.end, measure.until or span.end
    return PlanBar(
        f"{measure.label} {measure.title}", min(start, end), end, days_of(measure), hatched=not measure.until
    )


def days_of(measure: Measure) -> tuple[date, ...]:
    """Give the days by which steps of a measure are due."""
    return tuple(sorted({day for step in measure.steps.all() for day in due_days(step, measure)}))
