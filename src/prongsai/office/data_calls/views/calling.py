"""Asking: all units at once, what a call says, one thing more."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from prongsai.office.data_calls import services
from prongsai.office.data_calls.forms import CallForm, ItemForm, NewCallForm
from prongsai.office.data_calls.models import CalledItem, DataCall
from prongsai.office.data_calls.views.changing import conflict_of
from prongsai.office.data_calls.views.finding import ASKERS, call_or_404, owners, round_or_404
from prongsai.office.rounds.models import Round
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.calendar.today import today
from prongsai.platform.web import stale

EDITED = ("title", "due", "contact", "sent", "memo_number", "memo_day")
USUAL_TIME = timedelta(days=14)
"""How long units usually get: a proposal in the box, no rule."""


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*ASKERS)
def new(request: StaffRequest, round_id: int) -> HttpResponse:
    """Ask all units at once: one button makes memos, LINE texts and lists."""
    acting, found = request.acting, round_or_404(request.acting, round_id)
    asked = set(CalledItem.objects.filter(call__round=found).exclude(code="").values_list("code", flat=True))
    owned = [each for each in services.owners_of(found) if each.code not in asked]
    ready = [each for each in owned if each.unit is not None]
    sent = request.POST if request.method == "POST" else None
    form = NewCallForm(sent, owned=ready, initial=_start(acting, found))
    if form.is_valid():
        codes = form.cleaned_data["codes"]
        made = services.make_call(acting=acting, found=found, letter=form.letter, codes=codes)
        messages.success(request, _("The units are asked and told. Memos and texts for LINE are below."))
        return redirect(made)
    told = {"form": form, "round": found, "ready": ready, "lacking": [each for each in owned if each.unit is None]}
    return render(request, "data_calls/new.html", told, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*ASKERS)
def change(request: StaffRequest, call: int) -> HttpResponse:
    """Change what a call says; who opened it before somebody else changed it is told."""
    acting, found = request.acting, call_or_404(request.acting, call)
    start: dict[str, Any] = {name: getattr(found, name) for name in EDITED}
    start[stale.FIELD] = stale.version_of(found, EDITED)
    form = CallForm(request.POST if request.method == "POST" else None, initial=start)
    with transaction.atomic():
        if form.is_valid():
            current = DataCall.objects.select_for_update(of=("self",)).get(pk=found.pk)
            stands = {name: getattr(current, name) for name in EDITED}
            if answer := conflict_of(request, form, current, EDITED, stands=stands, back=found.get_absolute_url()):
                return answer
            services.change_call(acting=acting, call=current, letter=form.letter)
            messages.success(request, _("Saved."))
            return redirect(found)
    told = {"form": form, "title": _("Change the call"), "round": found.round, "back": found.get_absolute_url()}
    return render(request, "data_calls/edit.html", told, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*ASKERS)
def add(request: StaffRequest, call: int) -> HttpResponse:
    """Ask for one thing more."""
    acting, found = request.acting, call_or_404(request.acting, call)
    sent = request.POST if request.method == "POST" else None
    form = ItemForm(sent, owners=owners(acting), initial={"due": found.due})
    if form.is_valid():
        item = services.add_item(acting=acting, call=found, asked=form.asked)
        messages.success(request, _("%(owner)s is asked and told.") % {"owner": item.addressee})
        return redirect(found)
    told = {"form": form, "title": _("Ask for one thing more"), "round": found.round, "back": found.get_absolute_url()}
    return render(request, "data_calls/edit.html", told, status=400 if form.errors else 200)


def _start(acting: Acting, found: Round) -> dict[str, Any]:
    """Fill the boxes as offices usually do; everything can be typed over."""
    day, person = today(acting.agency), acting.person
    phone = found.agency.phone
    contact = " ".join(part for part in (str(person or ""), phone) if part)
    title = _("Data for the ITA assessment of fiscal year %(year)s") % {"year": found.fiscal_year}
    return {"title": title, "due": day + USUAL_TIME, "sent": day, "contact": contact}
