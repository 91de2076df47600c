"""The papers of a plan: the measures with the analysis that they answer, the memo that asks, the announcement."""

from __future__ import annotations

from dataclasses import replace

from django.utils.translation import gettext as _

from prongsai.ita.planning import DraftPlan
from prongsai.ita.thai import format_period
from prongsai.ita.writing import measures_paper
from prongsai.ita.writing.compose import (
    measures_announcement,
    measures_free_paper,
    measures_memo,
    result_announcement,
)
from prongsai.office.findings.outputs import year_result
from prongsai.office.findings.services import inputs_of, reckoned
from prongsai.office.measures.answering import analysed_result, analysed_year
from prongsai.office.measures.models import MeasurePlan
from prongsai.office.measures.services import measures_of, plan_as_draft, plan_of
from prongsai.office.reports.composing.basis import Basis, Made
from prongsai.office.reports.composing.signing_places import announcer, opinions, planners, writer
from prongsai.office.reports.content import ToldMeasure
from prongsai.office.reports.telling import units_of
from prongsai.office.results.services import confirmed_result
from prongsai.office.rounds.frameworks import framework_of
from prongsai.office.rounds.models import Round
from prongsai.platform.ui.refusals import Conflict


def plan_paper(basis: Basis) -> Made:
    """Compose the measures with the analysis that they answer; the measures alone where no result is confirmed."""
    plan, drafted = _plan(basis.cycle)
    analysed = analysed_result(basis.cycle, plan)
    if analysed is None or analysed.made is None:
        limits = plan.limitation_lines
        paper = measures_free_paper(basis.head, drafted, limitations=limits, signatures=planners(basis))
        return Made(paper, planned(plan))
    head = basis.head
    paper = measures_paper(
        drafted,
        year_result(analysed.made),
        basis.cycle.framework,
        agency=head.agency,
        limitations=plan.limitation_lines,
        proposals=plan.proposal_lines,
        signatures=planners(basis),
        with_prices=False,
        footer=head.footer,
    )
    return Made(paper, planned(plan), rests_on=_rests_on(analysed.cycle))


def plan_memo(basis: Basis) -> Made:
    """Compose the memo that asks for approval of the plan."""
    plan, drafted = _plan(basis.cycle)
    paper = measures_memo(basis.head, drafted, to=basis.addressee, signature=writer(basis), opinions=opinions(basis))
    return Made(paper, planned(plan))


def plan_announcement(basis: Basis) -> Made:
    """Compose the announcement of a decided plan. Refuses Conflict where nothing is decided."""
    plan, drafted = _plan(basis.cycle)
    if not plan.is_decided:
        raise Conflict(_("The measures of this year are not decided yet."))
    year = analysed_year(basis.cycle, plan)
    results = framework_of(year) if year else basis.cycle.framework
    paper = measures_announcement(
        replace(basis.head, unit=None), drafted, basis.cycle.framework, results, signature=announcer(basis)
    )
    return Made(paper, planned(plan))


def result_paper(basis: Basis) -> Made:
    """Compose the announcement of the confirmed result. Refuses Conflict where none is confirmed."""
    inputs = inputs_of(basis.cycle)
    if inputs is None:
        raise Conflict(_("No result of this year is confirmed."))
    paper = result_announcement(basis.head, year_result(reckoned(inputs)), signature=announcer(basis))
    return Made(paper, rests_on={f"results:{inputs.result.fiscal_year}": inputs.result.mark})


def planned(plan: MeasurePlan) -> list[ToldMeasure]:
    """Give the measures of a plan as they stand, without anything of what became of them."""
    return [
        ToldMeasure(
            id=measure.pk,
            label=measure.label,
            titles=(measure.title, *measure.further_titles),
            steps=tuple(step.text for step in measure.steps.all()),
            units=units_of(measure),
            period=format_period(measure.period, digits="arabic") if measure.period else "",
            issue=measure.issue,
            indicator=measure.indicator,
            codes=tuple(measure.codes),
            feeds=tuple(measure.feeds),
        )
        for measure in measures_of(plan)
    ]


def _plan(cycle: Round) -> tuple[MeasurePlan, DraftPlan]:
    plan = plan_of(cycle)
    if plan is None:
        raise Conflict(_("There are no measures of this year."))
    return plan, plan_as_draft(plan)


def _rests_on(cycle: Round) -> dict[str, str]:
    result = confirmed_result(cycle)
    return {f"results:{result.fiscal_year}": result.mark} if result else {}
