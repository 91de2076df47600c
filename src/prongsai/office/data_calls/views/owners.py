"""ใครส่งข้อไหน: who hands in which item, on one page, once a year."""

from __future__ import annotations

import hashlib

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from prongsai.office.data_calls import services
from prongsai.office.data_calls.forms import OwnersForm
from prongsai.office.data_calls.forms.choosing import key_of
from prongsai.office.data_calls.services import From, Owned
from prongsai.office.data_calls.views.finding import ASKERS, owners, round_or_404
from prongsai.office.rounds.services.standing import open_one
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.web import stale


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*ASKERS)
def edit(request: StaffRequest, round_id: int) -> HttpResponse:
    """Show who hands in which item, proposals filled in; keep what is chosen. 409 where another was first."""
    acting, found = request.acting, round_or_404(request.acting, round_id)
    sent = request.POST if request.method == "POST" else None
    with transaction.atomic():
        if sent is not None:
            open_one(found)
        owned = services.owners_of(found)
        form = OwnersForm(sent, owned=owned, owners=owners(acting), initial={stale.FIELD: _mark(owned)})
        if form.is_valid():
            if differences := _differences(form, owned):
                page = {"differences": differences, "back": request.path}
                return render(request, "rounds/stale.html", page, status=409)
            services.set_owners(acting=acting, found=found, owners=form.chosen())
            messages.success(request, _("Saved. It holds for later years too, as long as an item stays the same."))
            return redirect("data-calls", found.pk)
    told = {"form": form, "round": found, "lacking": sum(each.known is From.NOBODY for each in owned)}
    return render(request, "data_calls/owners.html", told, status=400 if form.errors else 200)


def _differences(form: OwnersForm, owned: list[Owned]) -> list[stale.Difference]:
    """Say what stands differently from what the form was opened on, where it was."""
    if form.cleaned_data[stale.FIELD] == _mark(owned):
        return []
    chosen = form.chosen()
    return [
        stale.Difference(each.code, str(each.officer or each.unit or ""), str(chosen[each.code] or ""))
        for each in owned
        if key_of(each.officer or each.unit) != key_of(chosen[each.code])
    ] or [stale.Difference("", "", "")]


def _mark(owned: list[Owned]) -> str:
    """Give a mark of who hands in what now."""
    told = ";".join(f"{each.code}={key_of(each.officer or each.unit)}" for each in owned)
    return hashlib.sha256(told.encode()).hexdigest()
