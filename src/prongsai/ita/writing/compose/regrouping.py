"""The same plan headed by indicators instead of issues."""

from __future__ import annotations

from dataclasses import replace

from prongsai.ita.catalogue.model import Framework
from prongsai.ita.planning import DraftMeasure, DraftPlan
from prongsai.ita.planning.choosing import indicator_of


def by_indicator(plan: DraftPlan, results: Framework) -> DraftPlan:
    """Return the plan by indicator: a row stands under that of its dearest weak point, else where it stood.

    Rows whose weak points name no indicator stay without one.
    """
    rows = [replace(row, indicator=row.indicator or _indicator(row, results)) for row in plan.measures]
    rows.sort(key=lambda row: (row.indicator is None, row.indicator or 0))
    return replace(plan, group_by="indicator", measures=tuple(rows))


def _indicator(row: DraftMeasure, results: Framework) -> int | None:
    dearest_first = sorted(row.weak_points, key=lambda weak: -(weak.price or 0))
    return next((number for weak in dearest_first if (number := indicator_of(results, weak)) is not None), None)
