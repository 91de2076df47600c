"""The charts of a year with their figures beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from prongsai.ita.analysis import IndicatorChange
from prongsai.ita.catalogue import Framework
from prongsai.ita.papers.blocks import BarChart, ChangeChart, Chart, HeatMap, Radar
from prongsai.ita.scoring import Outcome
from prongsai.ita.thai import format_decimal
from prongsai.ita.writing import chart_svg
from prongsai.ita.writing.result_charts import YearBefore, score_charts
from prongsai.office.findings.found import FoundChart


def charts_of(
    framework: Framework,
    outcome: Outcome,
    changes: Sequence[IndicatorChange],
    year_before: int | None,
    overall_before: Decimal | None,
) -> tuple[FoundChart, ...]:
    """Draw the charts: two years or one, gains and losses, single questions; none where no indicator is known."""
    if not outcome.indicators:
        return ()
    gained = {entry.later: entry.change for entry in changes if entry.change is not None}
    before = YearBefore(gained, year_before, overall_before) if gained else None
    return tuple(
        FoundChart(title=chart.caption, svg=chart_svg(chart, key=f"chart-{n}"), rows=tuple(_rows(chart)))
        for n, chart in enumerate(score_charts(framework, outcome, before), 1)
    )


def _rows(chart: Chart) -> Iterator[tuple[str, str]]:
    """Give the figures of a chart, a line to each."""
    match chart:
        case BarChart():
            for bar in chart.bars:
                yield bar.label, format_decimal(bar.value)
        case Radar():
            for n, axis in enumerate(chart.axes):
                yield axis, " · ".join(f"{series.name}: {_figure(series.values[n])}" for series in chart.series)
        case ChangeChart():
            for change in chart.changes:
                yield change.label, format_decimal(change.value, sign=True)
        case HeatMap():
            for row in chart.rows:
                yield row.label, " · ".join(f"{cell.label} {_figure(cell.value)}" for cell in row.cells)


def _figure(value: Decimal | None) -> str:
    return "–" if value is None else format_decimal(value)
