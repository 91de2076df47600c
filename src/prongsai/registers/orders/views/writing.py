"""Writing the draft of an order. Two people at one draft: the second is told."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import SuspiciousOperation
from django.core.signing import BadSignature
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of, people_of, units_of
from prongsai.platform.agency.line import executive
from prongsai.platform.calendar.today import today
from prongsai.platform.ui.refusals import Conflict
from prongsai.platform.ui.rows import BesideRows, RowForms, rows_for
from prongsai.platform.web import stale
from prongsai.registers.orders import services
from prongsai.registers.orders.forms import DraftForm, MemberRow
from prongsai.registers.orders.models import Order
from prongsai.registers.orders.services.drafting import draft
from prongsai.registers.orders.views.finding import WRITERS, order_of


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def new_order(request: StaffRequest) -> HttpResponse:
    """Begin a draft."""
    agency = agency_of(request.acting)
    sent = request.POST if request.method == "POST" else None
    form = DraftForm(sent, units=units_of(request.acting), initial=_signer(request))
    if form.is_valid():
        order = services.add_order(acting=request.acting, agency=agency.pk, told=form.cleaned_data)
        messages.success(request, _("The draft has been begun. Now say whom it appoints, or send it to be signed."))
        return redirect(order)
    return render(request, "orders/edit.html", {"form": form}, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
@transaction.atomic
def edit(request: StaffRequest, order: int) -> HttpResponse:
    """Write what a draft says. 409 with the difference where somebody else saved it meanwhile."""
    found = order_of(request.acting, order)
    if not found.is_draft:
        raise Conflict(_("This paper is no longer a draft, so it cannot be changed."))
    units = units_of(request.acting)
    if request.method != "POST":
        form = DraftForm(instance=found, units=units)
        return render(request, "orders/edit.html", {"form": form, "order": found, "seen": _mark(found, form)})
    locked = draft(found)
    form = DraftForm(request.POST, instance=found, units=units)
    seen = request.POST.get(stale.FIELD, "")
    if not form.is_valid():
        return render(request, "orders/edit.html", {"form": form, "order": locked, "seen": seen}, status=400)
    try:
        differs = stale.differences(locked, form, tuple(form.fields), seen)
    except BadSignature as error:
        raise SuspiciousOperation("a form without its mark") from error
    if differs:
        return render(request, "orders/stale.html", {"differs": differs, "order": locked}, status=409)
    services.save_order(acting=request.acting, order=locked, told=form.cleaned_data)
    messages.success(request, _("Saved."))
    return redirect(locked)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
@transaction.atomic
def members(request: StaffRequest, order: int) -> HttpResponse:
    """Write whom a draft appoints, row by row."""
    found = order_of(request.acting, order)
    if not found.is_draft:
        raise Conflict(_("This paper is no longer a draft, so it cannot be changed."))
    sent = request.POST if request.method == "POST" else None
    start = [
        {name: getattr(member, name) for name in ("post", "person", "role", "wording", "duty")}
        for member in found.members.select_related("person")
    ]
    pieces = RowForms(
        BesideRows(sent, initial={"seen": _mark_of_members(found)}),
        rows_for(MemberRow, sent, start, extra=5, options={"people": people_of(request.acting)}),
    )
    if pieces.is_valid():
        current = draft(found)
        told = [services.MemberTold(**entry) for entry in pieces.entries()]
        if pieces.beside.cleaned_data["seen"] != _mark_of_members(current):
            differs = [stale.Difference(_("Whom it appoints"), _words(_stands(current)), _words(told))]
            return render(request, "orders/stale.html", {"differs": differs, "order": current}, status=409)
        services.save_members(acting=request.acting, order=current, members=told)
        messages.success(request, _("Saved."))
        return redirect("order-members", current.pk) if "more" in request.POST else redirect(current)
    page = {"pieces": pieces, "form": pieces.beside, "order": found}
    return render(request, "orders/members.html", page, status=400 if sent is not None else 200)


def _mark(order: Order, form: DraftForm) -> str:
    return stale.version_of(order, tuple(form.fields))


def _mark_of_members(order: Order) -> str:
    """Give a mark of whom an order appoints now."""
    return stale.version_of(cast(Any, SimpleNamespace(members=_stands(order))), ("members",))


def _stands(order: Order) -> list[services.MemberTold]:
    return [
        services.MemberTold(member.post, member.role, member.wording, member.duty, member.person)
        for member in order.members.select_related("person")
    ]


def _words(members: list[services.MemberTold]) -> str:
    return "\n".join(f"{member.post} {member.wording or member.role}" for member in members)


def _signer(request: StaffRequest) -> dict[str, str]:
    """Suggest who signs: the executive of the day."""
    leads = executive(today(request.acting.agency))
    return {"signer_post": leads.title, "signer_name": leads.person.full_name} if leads else {}
