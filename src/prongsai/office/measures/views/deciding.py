"""A decision written down, and the plan made known."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.office.measures import services
from prongsai.office.measures.forms import DecideForm, MadeKnownForm
from prongsai.office.measures.gaps import gaps_of
from prongsai.office.measures.views.finding import WRITERS, plan_or_404
from prongsai.platform.accounts.access import StaffRequest, for_roles


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def decide(request: StaffRequest, round_id: int) -> HttpResponse:
    """Write down a decision that was taken in a meeting or on paper."""
    plan = plan_or_404(request.acting, round_id)
    form = DecideForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        services.decide(acting=request.acting, plan=plan, **form.cleaned_data)
        messages.success(request, _("The plan holds. From now on it is changed by amendments alone."))
        return redirect("measures", plan.round_id)
    found = services.measures_of(plan)
    gaps = gaps_of(found, year=plan.round.fiscal_year, decided=None)
    page = {"round": plan.round, "plan": plan, "form": form, "gaps": gaps, "count": len(found)}
    return render(request, "measures/decide.html", page, status=400 if form.errors else 200)


@require_POST
@for_roles(*WRITERS)
def make_known(request: StaffRequest, round_id: int) -> HttpResponse:
    """Write down when the plan was made known."""
    plan = plan_or_404(request.acting, round_id)
    form = MadeKnownForm(request.POST)
    if form.is_valid():
        services.make_known(acting=request.acting, plan=plan, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("measures", plan.round_id)
    return render(request, "measures/known.html", {"round": plan.round, "form": form}, status=400)
