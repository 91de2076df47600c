"""From findings to measures: drafts are shown, a person picks; nothing is decided by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from prongsai.ita.analysis import WeakPoint
from prongsai.ita.planning import DraftMeasure, DraftPlan, keep_edited
from prongsai.ita.planning.grouping import group_by_of
from prongsai.office.measures.answering import (
    Analysed,
    analysed_result,
    analysed_year,
    draft_key,
    drafted,
    key_of,
    unanswered,
)
from prongsai.office.measures.as_draft import draft_of_measures, row_of
from prongsai.office.measures.models import Measure, MeasurePlan
from prongsai.office.measures.services.looking_up import measures_of, plan_of
from prongsai.office.rounds.models import Round
from prongsai.platform.agency.models import Unit
from prongsai.platform.calendar.today import today


@dataclass(frozen=True, slots=True)
class Offered:
    """Drafts that no measure of the plan stands for.

    `open` answer a weak point that is open still, `further` are others about what is answered, `left_out` those that
    the office left out. `weak` are the open weak points, answered by nothing yet. `unconfirmed` says in Thai what the
    drafts lean on although it is not established.
    """

    analysed: Analysed | None
    year: int | None
    open: tuple[DraftMeasure, ...] = ()
    further: tuple[DraftMeasure, ...] = ()
    left_out: tuple[DraftMeasure, ...] = ()
    weak: tuple[WeakPoint, ...] = ()
    unconfirmed: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[DraftMeasure, ...]:
        """Every draft that may be taken."""
        return (*self.open, *self.further, *self.left_out)


def offered_to(cycle: Round, plan: MeasurePlan | None, measures: Sequence[Measure]) -> Offered:
    """Give the drafts for a year as its plan stands; none where no result of the analysed year is confirmed."""
    year, analysed = analysed_year(cycle, plan), analysed_result(cycle, plan)
    if analysed is None or analysed.made is None:
        return Offered(analysed, year)
    units = list(Unit.objects.standing(today(cycle.agency)))
    made = drafted(cycle, plan, analysed, units)
    weak = unanswered(analysed.weak, measures, analysed.framework)
    taken = {measure.topic for measure in measures if measure.topic}
    rows = [row for row in made.measures if row.topic is None or row.topic not in taken]
    aside = set(plan.set_aside) if plan else set()
    still_open = {key_of(point) for point in weak}
    shown = [row for row in rows if draft_key(row) not in aside]
    opened = [row for row in shown if any(key_of(point) in still_open for point in row.weak_points)]
    return Offered(
        analysed=analysed,
        year=year,
        open=tuple(opened),
        further=tuple(row for row in shown if row not in opened and not row.has_gap),
        left_out=tuple(row for row in rows if draft_key(row) in aside),
        weak=tuple(weak),
        unconfirmed=made.unconfirmed,
    )


def draft_of(cycle: Round) -> DraftPlan:
    """Give the plan of a year as drafts: what people wrote, never overwritten, and a draft for every open weak point.

    A measure of which nothing is weak any more stays, with a remark.
    """
    plan = plan_of(cycle)
    measures = measures_of(plan) if plan else []
    offered = offered_to(cycle, plan, measures)
    weak = offered.analysed.weak if offered.analysed else ()
    rows = [_kept(measure, weak) for measure in measures] + list(offered.open)
    group_by = group_by_of(cycle.framework)
    rows.sort(key=lambda row: (getattr(row, group_by) is None, getattr(row, group_by) or 0))
    return DraftPlan(cycle.fiscal_year, offered.year, group_by, tuple(rows), offered.unconfirmed)


def plan_as_draft(plan: MeasurePlan) -> DraftPlan:
    """Give a plan as rows of `ita.planning`, for papers: the words of the office, gaps where it has not said."""
    found = analysed_result(plan.round, plan)
    made = draft_of_measures(plan, measures_of(plan), tuple(found.weak) if found else ())
    return replace(made, analysed_year=analysed_year(plan.round, plan))


def _kept(measure: Measure, weak: Sequence[WeakPoint]) -> DraftMeasure:
    row = row_of(measure, weak)
    return keep_edited((), (row,))[0] if measure.answers and weak and not row.weak_points else row
