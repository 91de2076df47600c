"""Accepting, returning, calling off, asking again, asking somebody else."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.office.data_calls import services
from prongsai.office.data_calls.forms import BecauseForm, MoveForm, ReturnForm
from prongsai.office.data_calls.models import CalledItem
from prongsai.office.data_calls.views.changing import conflict_of
from prongsai.office.data_calls.views.finding import ASKERS, item_or_404, owners
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.models import Role
from prongsai.platform.web import stale

CHECKERS = (Role.UNIT_HEAD, Role.COORDINATOR)
MOVED = ("addressee_id", "due", "state")


@require_POST
@for_roles(*CHECKERS)
def accept(request: StaffRequest, item: int) -> HttpResponse:
    """Accept what was handed in."""
    found = item_or_404(request.acting, item)
    services.accept(acting=request.acting, item=found)
    messages.success(request, _("Accepted."))
    return redirect(found)


@require_POST
@for_roles(*CHECKERS)
def give_back(request: StaffRequest, item: int) -> HttpResponse:
    """Give back what was handed in, with a reason."""
    return _because(request, item, ReturnForm(request.POST), _("Return for changes"), services.return_item)


@require_POST
@for_roles(*ASKERS)
def call_off(request: StaffRequest, item: int) -> HttpResponse:
    """Say that an item is not needed any more, with a reason."""
    return _because(request, item, BecauseForm(request.POST), _("Not needed any more"), services.call_off)


@require_POST
@for_roles(*ASKERS)
def ask_again(request: StaffRequest, item: int) -> HttpResponse:
    """Ask again for what was called off."""
    found = item_or_404(request.acting, item)
    services.ask_again(acting=request.acting, item=found)
    messages.success(request, _("Asked for again."))
    return redirect(found)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*ASKERS)
def move(request: StaffRequest, item: int) -> HttpResponse:
    """Ask somebody else, or by another day; who opened the page before another changed it is told."""
    acting, found = request.acting, item_or_404(request.acting, item)
    start = MoveForm.start(found) | {stale.FIELD: stale.version_of(found, MOVED)}
    form = MoveForm(request.POST if request.method == "POST" else None, owners=owners(acting), initial=start)
    with transaction.atomic():
        if form.is_valid():
            current = CalledItem.objects.whole().select_for_update(of=("self",)).get(pk=found.pk)
            stands = MoveForm.start(current)
            if answer := conflict_of(request, form, current, MOVED, stands=stands, back=found.get_absolute_url()):
                return answer
            services.move_item(acting=acting, item=current, owner=form.owner, due=form.cleaned_data["due"])
            messages.success(request, _("Saved."))
            return redirect(found)
    told = {
        "form": form,
        "title": _("Ask somebody else, or by another day"),
        "round": found.call.round,
        "about": str(found),
        "back": found.get_absolute_url(),
    }
    return render(request, "data_calls/edit.html", told, status=400 if form.errors else 200)


def _because(
    request: StaffRequest, item: int, form: BecauseForm, title: str, do: Callable[..., object]
) -> HttpResponse:
    found = item_or_404(request.acting, item)
    if form.is_valid():
        do(acting=request.acting, item=found, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect(found)
    told = {
        "form": form,
        "title": title,
        "round": found.call.round,
        "about": str(found),
        "back": found.get_absolute_url(),
    }
    return render(request, "data_calls/edit.html", told, status=400)
