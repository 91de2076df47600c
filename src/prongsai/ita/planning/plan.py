"""Weak points and the playbook become a drafted plan of measures for a fiscal year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from prongsai.ita.analysis.weak_points import WeakPoint
from prongsai.ita.catalogue.model import Framework
from prongsai.ita.catalogue.playbook import Playbook
from prongsai.ita.planning.choosing import bundle
from prongsai.ita.planning.drafts import DraftMeasure, DraftPlan
from prongsai.ita.planning.edited import keep_edited
from prongsai.ita.planning.grouping import group_by_of
from prongsai.ita.planning.rows import PlanBasis, draft_row
from prongsai.ita.planning.unconfirmed import unconfirmed_sentences


def draft_plan(
    framework: Framework,
    weak_points: Sequence[WeakPoint],
    playbook: Playbook,
    *,
    plan_year: int,
    results: Framework | None = None,
    units: Mapping[str, str] | None = None,
    placement: Mapping[str, int] | None = None,
    decided: date | None = None,
    previous: DraftPlan | Sequence[DraftMeasure] | None = None,
) -> DraftPlan:
    """Draft measures for every weak point, grouped by issue or, where the plan year has none, by indicator.

    `framework` is the catalogue of the plan year (or its open draft); `results` that of the year whose result was
    analysed, in which codes are looked up. Where `results` is left out, codes are looked up in `framework` and the
    analysed year is that of the catalogue's chain, if it has one. `plan_year` is the fiscal year (BE) of the work:
    see `years_of_plan`. `units` maps roles to the office's units, `placement` codes to issues, `decided` is the day of
    the decision, `previous` the same plan as people left it, which is never overwritten.

    Weak points without a play become rows with marked gaps; none is dropped. Nothing that happened is drafted: no
    results, dates of deeds, counts or outcomes.
    """
    looked_up = results or framework
    basis = PlanBasis(framework, looked_up, plan_year, playbook, units or {}, placement or {}, decided)
    drafted = [draft_row(entry, basis) for entry in bundle(looked_up, weak_points, playbook)]
    earlier = previous.measures if isinstance(previous, DraftPlan) else previous or ()
    measures = tuple(sorted(keep_edited(drafted, earlier), key=_place))
    return DraftPlan(
        plan_year=plan_year,
        analysed_year=_analysed_year(framework, results),
        group_by=group_by_of(framework),
        measures=measures,
        unconfirmed=unconfirmed_sentences(framework, looked_up, weak_points, measures),
    )


def _analysed_year(framework: Framework, results: Framework | None) -> int | None:
    if results is not None:
        return results.year
    return None if framework.is_draft else framework.measures_documents.analysed_result_year


def _place(row: DraftMeasure) -> tuple[bool, int, Decimal]:
    """Order rows by their group, those of none last, then by what their weak points cost."""
    group = row.issue or row.indicator
    return group is None, group or 0, -sum((weak.price or Decimal(0) for weak in row.weak_points), Decimal(0))
