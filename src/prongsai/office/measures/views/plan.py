"""The plan of a year: its measures under their headings, what it lacks, what it answers, what it rests on."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.ita.planning.wording import label
from prongsai.office.measures import services
from prongsai.office.measures.forms import AnsweringYearForm, DecideForm, MadeKnownForm, PlanFactsForm
from prongsai.office.measures.gaps import gaps_of
from prongsai.office.measures.grouped import grouped
from prongsai.office.measures.models import MeasurePlan
from prongsai.office.measures.outputs import PAPERS, papers_for
from prongsai.office.measures.papers_to_take import papers_to_take
from prongsai.office.measures.timeline import days_of, drawn
from prongsai.office.measures.views.editing import seen_or_stale
from prongsai.office.measures.views.finding import READERS, WRITERS, round_or_404
from prongsai.office.measures.years import years_answering
from prongsai.office.results.services import confirmed_result
from prongsai.office.rounds.models import Round
from prongsai.office.rounds.services import ensure_round
from prongsai.office.rounds.year_pages import year_pages
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.choices import agency_of
from prongsai.platform.audit.row_history import history_of
from prongsai.platform.calendar.today import today
from prongsai.platform.web.stale import mark_of
from prongsai.registers.approvals.services import approval_kinds, submissions_of


@require_safe
@for_roles(*READERS)
def measures(request: StaffRequest, round_id: int) -> HttpResponse:
    """Show the plan of a year."""
    return shown(request, round_or_404(request.acting, round_id))


@require_safe
@for_roles(*READERS)
def months(request: StaffRequest, round_id: int) -> HttpResponse:
    """Show the plan over the months of its year, drawn and as a list."""
    cycle = round_or_404(request.acting, round_id)
    plan = services.plan_of(cycle)
    found = services.measures_of(plan) if plan else []
    page = {
        "round": cycle,
        "plan": plan,
        "tabs": year_pages.tabs(cycle.pk, "measures"),
        "rows": [(measure, days_of(measure)) for measure in found],
        "drawing": drawn(found, cycle.fiscal_year) if found else "",
    }
    return render(request, "measures/months.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
@transaction.atomic
def facts(request: StaffRequest, round_id: int) -> HttpResponse:
    """Write what the plan rests on: the analysed year, limitations, proposals."""
    cycle = round_or_404(request.acting, round_id)
    plan = services.plan_of(cycle)
    stands = {name: getattr(plan, name) if plan else empty for name, empty in _FACTS.items()}
    sent = request.POST if request.method == "POST" else None
    form = PlanFactsForm(sent, decided=bool(plan and plan.is_decided), initial=stands | {"seen": mark_of(stands)})
    if form.is_valid():
        told = {name: form.cleaned_data[name] for name in stands}
        if refused := seen_or_stale(request, form, stands, told):
            return refused
        kept = services.ensure_plan(acting=request.acting, cycle=cycle)
        facts_told = services.PlanFacts(**told)
        services.set_plan_facts(acting=request.acting, plan=kept, told=facts_told, because=form.because)
        messages.success(request, _("Saved."))
        return redirect("measures", cycle.pk)
    page = {"round": cycle, "form": form, "year": services.offered_to(cycle, plan, []).year}
    return render(request, "measures/facts.html", page, status=400 if form.errors else 200)


@require_POST
@for_roles(*WRITERS)
def answer(request: StaffRequest, round_id: int) -> HttpResponse:
    """Begin the plan that answers the result of this year, in the year that the catalogue or the user says."""
    cycle = round_or_404(request.acting, round_id)
    form = AnsweringYearForm(request.POST)
    if not form.is_valid():
        return shown(request, cycle, form, 400)
    year = form.cleaned_data["fiscal_year"]
    with transaction.atomic():
        target = ensure_round(acting=request.acting, agency=agency_of(request.acting), fiscal_year=year)
        plan = services.ensure_plan(acting=request.acting, cycle=target)
        if not plan.is_decided and services.offered_to(target, plan, []).year != cycle.fiscal_year:
            told = services.PlanFacts(cycle.fiscal_year, plan.limitations, plan.proposals)
            services.set_plan_facts(acting=request.acting, plan=plan, told=told)
    return redirect("measures-drafts", target.pk)


def shown(
    request: StaffRequest, cycle: Round, form: AnsweringYearForm | None = None, status: int = 200
) -> HttpResponse:
    """Show the page, with the form that was refused in place of an empty one."""
    plan = services.plan_of(cycle)
    found = services.measures_of(plan) if plan else []
    offered = services.offered_to(cycle, plan, found)
    result = confirmed_result(cycle)
    page: dict[str, Any] = {
        "round": cycle,
        "plan": plan,
        "tabs": year_pages.tabs(cycle.pk, "measures"),
        "groups": grouped(cycle, found),
        "count": len(found),
        "gaps": gaps_of(found, year=cycle.fiscal_year, decided=plan.decided if plan else None),
        "offered": offered,
        "weak": [(label(point), point) for point in offered.weak],
        "papers": [(name, PAPERS[name]) for name in papers_for(plan, offered.analysed)] if plan and found else [],
        "read": papers_to_take(cycle, offered.year) if not found else [],
        "answering": years_answering(cycle.fiscal_year) if result else (),
        "answer_form": (form or AnsweringYearForm()) if result and request.acting.has(*WRITERS) else None,
        "form": form,
        **_of_plan(request.acting, plan, bool(found)),
    }
    return render(request, "measures/measures.html", page, status=status)


def _of_plan(acting: Acting, plan: MeasurePlan | None, has_measures: bool) -> dict[str, Any]:
    """Give what may be done with a plan, and what happened to it."""
    writes = acting.has(*WRITERS)
    if plan is None:
        return {"may_write": writes, "may_draft": writes}
    drawing_up = writes and plan.state == "draft"
    return {
        "may_write": writes and plan.state != "submitted" and plan.round.closed is None,
        "may_draft": drawing_up and plan.round.closed is None,
        "may_decide": drawing_up and has_measures,
        "may_submit": approval_kinds["measures"].may_submit(acting, plan.pk),
        "may_make_known": writes and plan.is_decided,
        "decide_form": DecideForm(initial={"day": today(acting.agency)}),
        "known_form": MadeKnownForm(initial={"day": plan.made_known or today(acting.agency)}, auto_id="known_%s"),
        "submissions": submissions_of("measures", plan.pk),
        "amendments": plan.amendments.all(),
        "history": history_of(plan),
    }


_FACTS: dict[str, Any] = {"analysed_year": None, "limitations": "", "proposals": ""}
