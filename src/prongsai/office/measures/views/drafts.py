"""Drafts from findings: shown with why, price and alternatives; a person takes them or leaves them out."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.office.measures import services
from prongsai.office.measures.answering import draft_key
from prongsai.office.measures.draft_cards import cards_of
from prongsai.office.measures.papers_to_take import papers_to_take
from prongsai.office.measures.views.finding import WRITERS, round_or_404
from prongsai.office.rounds.year_pages import year_pages
from prongsai.platform.accounts.access import StaffRequest, for_roles

MOST_KEYS = 200


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def drafts(request: StaffRequest, round_id: int) -> HttpResponse:
    """Show the drafts; take those that were ticked, or the one whose button was pressed."""
    cycle = round_or_404(request.acting, round_id)
    plan = services.plan_of(cycle)
    found = services.measures_of(plan) if plan else []
    offered = services.offered_to(cycle, plan, found)
    status = 200
    if request.method == "POST":
        one = request.POST.get("take")
        keys = [one] if one else request.POST.getlist("draft")[:MOST_KEYS]
        if keys:
            taken = services.pick_drafts(acting=request.acting, cycle=cycle, keys=keys)
            words = ngettext("%(count)s measure was taken.", "%(count)s measures were taken.", len(taken))
            messages.success(request, words % {"count": len(taken)})
            left = {draft_key(row) for row in offered.open} - set(keys)
            return redirect("measures-drafts" if one and left else "measures", cycle.pk)
        status = 400
    page = {
        "round": cycle,
        "plan": plan,
        "tabs": year_pages.tabs(cycle.pk, "measures"),
        "offered": offered,
        "open": cards_of(cycle, offered.open),
        "further": cards_of(cycle, offered.further),
        "left_out": cards_of(cycle, offered.left_out),
        "read": papers_to_take(cycle, offered.year) if not found else [],
        "nothing_ticked": status == 400,
    }
    return render(request, "measures/drafts.html", page, status=status)


@require_POST
@for_roles(*WRITERS)
def leave_out(request: StaffRequest, round_id: int) -> HttpResponse:
    """Leave a draft out, or offer it again: one press each."""
    cycle = round_or_404(request.acting, round_id)
    plan = services.ensure_plan(acting=request.acting, cycle=cycle)
    back = request.POST.get("back", "")
    key = back or request.POST.get("key", "")
    known = {draft_key(row) for row in services.offered_to(cycle, plan, services.measures_of(plan)).all}
    if key in known:
        services.leave_out(acting=request.acting, plan=plan, key=key, take_back=bool(back))
        messages.success(request, _("Offered again.") if back else _("Left out. It stays below and can be taken back."))
    return redirect("measures-drafts", cycle.pk)
