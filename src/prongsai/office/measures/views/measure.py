"""One measure: shown, added, changed, its steps, its place, taken out."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.office.measures import services
from prongsai.office.measures.answering import analysed_result
from prongsai.office.measures.as_draft import answered_by
from prongsai.office.measures.forms import BesideSteps, MeasureForm, StepRow
from prongsai.office.measures.forms.measure import start_of, weak_words
from prongsai.office.measures.forms.steps import entry_of, steps_of
from prongsai.office.measures.gaps import gaps_of_measure
from prongsai.office.measures.grouped import heads_of, is_by_issue
from prongsai.office.measures.models import Measure, MeasurePlan
from prongsai.office.measures.schedule import due_days
from prongsai.office.measures.views.editing import seen_or_stale
from prongsai.office.measures.views.finding import READERS, WRITERS, measure_or_404, round_or_404
from prongsai.office.rounds.models import Round
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import people_of, units_of
from prongsai.platform.audit.row_history import history_of
from prongsai.platform.ui.rows import RowForms, rows_for
from prongsai.platform.web.stale import mark_of


@require_safe
@for_roles(*READERS)
def measure(request: StaffRequest, measure: int) -> HttpResponse:
    """Show a measure with its steps."""
    found = measure_or_404(request.acting, measure)
    plan, cycle = found.plan, found.plan.round
    analysed = analysed_result(cycle, plan)
    weak = answered_by(found, analysed.weak) if analysed else ()
    writes = request.acting.has(*WRITERS) and plan.state != "submitted" and cycle.closed is None
    heads = dict(heads_of(cycle))
    page = {
        "measure": found,
        "plan": plan,
        "round": cycle,
        "head": heads.get((found.issue if is_by_issue(cycle) else found.indicator) or 0, ""),
        "weak": [weak_words(point) for point in weak],
        "steps": [(step, due_days(step, found)) for step in found.steps.select_related("unit", "person")],
        "gaps": gaps_of_measure(found, year=cycle.fiscal_year, decided=plan.decided),
        "may_write": writes,
        "may_take_out": writes and not plan.is_decided,
        "history": history_of(found),
    }
    return render(request, "measures/measure.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
@transaction.atomic
def new_measure(request: StaffRequest, round_id: int) -> HttpResponse:
    """Add a measure of the office's own."""
    cycle = round_or_404(request.acting, round_id)
    plan = services.plan_of(cycle)
    form = _form(request, cycle, plan, None)
    if form.is_valid():
        kept = services.ensure_plan(acting=request.acting, cycle=cycle)
        told = form.told(by_issue=is_by_issue(cycle), stands=None)
        made = services.add_measure(acting=request.acting, plan=kept, told=told, because=form.because)
        messages.success(request, _("The measure has been added. Now write its steps."))
        return redirect("measure-steps", made.pk)
    return render(request, "measures/edit.html", {"round": cycle, "form": form}, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
@transaction.atomic
def edit(request: StaffRequest, measure: int) -> HttpResponse:
    """Change what a measure says."""
    found = measure_or_404(request.acting, measure)
    cycle = found.plan.round
    form = _form(request, cycle, found.plan, found)
    if form.is_valid():
        stands = start_of(found, by_issue=is_by_issue(cycle))
        if refused := seen_or_stale(request, form, stands, _comparable(form)):
            return refused
        told = form.told(by_issue=is_by_issue(cycle), stands=found)
        services.save_measure(acting=request.acting, measure=found, told=told, because=form.because)
        messages.success(request, _("Saved."))
        return redirect(found)
    page = {"round": cycle, "measure": found, "form": form}
    return render(request, "measures/edit.html", page, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
@transaction.atomic
def steps(request: StaffRequest, measure: int) -> HttpResponse:
    """Write the steps, row by row."""
    found = measure_or_404(request.acting, measure)
    sent = request.POST if request.method == "POST" else None
    stands = [entry_of(step) for step in found.steps.select_related("unit", "person__unit")]
    people = list(people_of(request.acting).select_related("unit"))
    choices = {"units": list(units_of(request.acting)), "people": people}
    pieces = RowForms(
        BesideSteps(sent, decided=found.plan.is_decided, initial={"seen": mark_of({"steps": stands})}),
        rows_for(StepRow, sent, stands, extra=3, options=choices),
    )
    if pieces.is_valid():
        told = pieces.entries()
        if refused := seen_or_stale(request, pieces.beside, {"steps": stands}, {"steps": told}):
            return refused
        because = str(pieces.beside.cleaned_data.get("because") or "")
        services.save_steps(acting=request.acting, measure=found, steps=steps_of(told), because=because)
        messages.success(request, _("Saved."))
        return redirect("measure-steps", found.pk) if "more" in request.POST else redirect(found)
    page = {"round": found.plan.round, "measure": found, "pieces": pieces, "form": pieces.beside}
    return render(request, "measures/steps.html", page, status=400 if sent is not None else 200)


@require_POST
@for_roles(*WRITERS)
def move(request: StaffRequest, measure: int) -> HttpResponse:
    """Move a measure up or down under its heading."""
    found = measure_or_404(request.acting, measure)
    services.move_measure(acting=request.acting, measure=found, up="up" in request.POST)
    return redirect("measures", found.plan.round_id)


@require_POST
@for_roles(*WRITERS)
def take_out(request: StaffRequest, measure: int) -> HttpResponse:
    """Take a measure out of a plan that is being drawn up."""
    found = measure_or_404(request.acting, measure)
    services.delete_measure(acting=request.acting, measure=found)
    messages.success(request, _("The measure has been taken out."))
    return redirect("measures", found.plan.round_id)


def _form(request: StaffRequest, cycle: Round, plan: MeasurePlan | None, stands: Measure | None) -> MeasureForm:
    analysed = analysed_result(cycle, plan)
    start: dict[str, Any] = start_of(stands, by_issue=is_by_issue(cycle)) if stands else {}
    return MeasureForm(
        request.POST if request.method == "POST" else None,
        decided=bool(plan and plan.is_decided),
        units=units_of(request.acting),
        heads=heads_of(cycle),
        weak=analysed.weak if analysed else (),
        initial=start | {"seen": mark_of(start)},
    )


def _comparable(form: MeasureForm) -> dict[str, Any]:
    """Give what was sent in the form in which a measure tells what stands."""
    sent = form.cleaned_data
    return sent | {
        "lead_unit": sent["lead_unit"].pk if sent["lead_unit"] else None,
        "supporting": [unit.pk for unit in sent["supporting"]],
    }
