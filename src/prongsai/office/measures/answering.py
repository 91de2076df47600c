"""Drafts from findings: what answers the weak points of the analysed year, and what is answered already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from prongsai.ita.analysis import WeakPoint
from prongsai.ita.catalogue import Framework
from prongsai.ita.catalogue.playbook import load_playbook, load_unit_roles
from prongsai.ita.planning import DraftMeasure, DraftPlan, draft_plan, years_of_plan
from prongsai.ita.planning.choosing import indicator_of
from prongsai.ita.thai import Refused
from prongsai.office.findings.reckoning import Reckoned
from prongsai.office.findings.services import inputs_of, reckoned
from prongsai.office.measures.models import Measure, MeasurePlan
from prongsai.office.measures.unit_names import unit_of, units_by_name
from prongsai.office.rounds.models import Round
from prongsai.office.rounds.services import round_of
from prongsai.platform.agency.models import Unit


def analysed_year(cycle: Round, plan: MeasurePlan | None) -> int | None:
    """Give the year whose result the plan of a round answers: as a person said, else by the catalogue's chain.

    None where both are silent: then a person is asked, no year is counted from another.
    """
    if plan is not None and plan.analysed_year is not None:
        return plan.analysed_year
    try:
        return years_of_plan(cycle.framework, executed=cycle.fiscal_year).analysed
    except Refused:
        return None


@dataclass(frozen=True, slots=True)
class Analysed:
    """The year whose result is answered. Nothing is known of it where no result is confirmed."""

    cycle: Round
    made: Reckoned | None

    @property
    def framework(self) -> Framework:
        """The framework by which its codes are read."""
        return self.cycle.framework

    @property
    def weak(self) -> Sequence[WeakPoint]:
        """Its weak points, dearest first."""
        return self.made.weak if self.made else ()


def analysed_result(cycle: Round, plan: MeasurePlan | None) -> Analysed | None:
    """Give the analysed year with its result; None where it is not known or was never opened."""
    year = analysed_year(cycle, plan)
    earlier = round_of(year) if year is not None else None
    if earlier is None:
        return None
    inputs = inputs_of(earlier)
    return Analysed(earlier, reckoned(inputs) if inputs else None)


def drafted(cycle: Round, plan: MeasurePlan | None, analysed: Analysed, units: Sequence[Unit]) -> DraftPlan:
    """Draft what answers the result of the analysed year, as if nobody had written anything yet."""
    return draft_plan(
        cycle.framework,
        analysed.weak,
        load_playbook(),
        plan_year=cycle.fiscal_year,
        results=analysed.framework,
        units=_own_names(units),
        decided=plan.decided if plan else None,
    )


def key_of(point: WeakPoint) -> str:
    """Name a weak point as plans keep it."""
    return f"{point.kind}:{point.code}"


def draft_key(row: DraftMeasure) -> str:
    """Name a draft, so that it is found again when drafts are made anew: by its topic, else by what it answers."""
    return row.topic or "+".join(sorted(key_of(point) for point in row.weak_points))[:200]


def unanswered(weak: Sequence[WeakPoint], measures: Sequence[Measure], results: Framework) -> list[WeakPoint]:
    """Give the weak points that no measure answers.

    A point is answered by a measure that names it; an indicator or a part of the EIT also by one that names a question
    or item below it, since its own loss is made there.
    """
    named = {key for measure in measures for key in measure.answers}
    codes = {code for measure in measures for code in measure.codes}
    below = {entry.indicator for code in codes if (entry := results.question(code) or results.item(code))}
    below |= {measure.indicator for measure in measures if measure.indicator is not None}

    def is_answered(point: WeakPoint) -> bool:
        if key_of(point) in named or point.code in codes:
            return True
        return point.kind == "indicator" and indicator_of(results, point) in below

    return [point for point in weak if not is_answered(point)]


def _own_names(units: Sequence[Unit]) -> Mapping[str, str]:
    """Give the office's own unit for each role of the playbook, where one has the usual name."""
    known = units_by_name(units)
    matched = {role: unit_of(entry.name, known) for role, entry in load_unit_roles().items()}
    return {role: unit.name for role, unit in matched.items() if unit is not None}
