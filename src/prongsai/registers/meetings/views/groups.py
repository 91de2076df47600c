"""Groups that meet, and their members."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of, people_of, units_of
from prongsai.platform.audit.row_history import history_of
from prongsai.platform.ui.refusals import Conflict
from prongsai.platform.ui.rows import BesideRows, RowForms, rows_for
from prongsai.registers.meetings import services
from prongsai.registers.meetings.forms import GroupForm, MemberRow
from prongsai.registers.meetings.models import MeetingGroup
from prongsai.registers.meetings.views.editing import mark_of, refuse_stale
from prongsai.registers.meetings.views.finding import READERS, WRITERS, group_of, kept_group
from prongsai.registers.orders.services import order_called


@require_safe
@for_roles(*READERS)
def groups(request: StaffRequest) -> HttpResponse:
    """List the groups."""
    found = MeetingGroup.objects.visible_to(request.acting).select_related("unit", "order")
    return render(request, "meetings/groups.html", {"groups": found, "may_write": request.acting.has(*WRITERS)})


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def new_group(request: StaffRequest) -> HttpResponse:
    """Add a group."""
    form = GroupForm(request.POST if request.method == "POST" else None, units=units_of(request.acting))
    if form.is_valid():
        try:
            group = services.add_group(acting=request.acting, agency=agency_of(request.acting).pk, told=form.told())
        except Conflict as conflict:
            form.add_error(None, conflict.said)
            return render(request, "meetings/group_form.html", {"form": form}, status=409)
        messages.success(request, _("The group has been added."))
        return redirect(group)
    return render(request, "meetings/group_form.html", {"form": form}, status=400 if form.errors else 200)


@require_safe
@for_roles(*READERS)
def group(request: StaffRequest, group: int) -> HttpResponse:
    """Show a group, its members and meetings."""
    found = group_of(request.acting, group)
    keeps = request.acting.has(*WRITERS) and found.is_kept_by(request.acting)
    told = {
        "group": found,
        "order": order_called(found.order_id) if found.order_id else None,
        "members": found.members.select_related("person"),
        "meetings": found.meetings.all(),
        "may_keep": keeps and not found.ended,
        "history": history_of(found),
    }
    return render(request, "meetings/group.html", told)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
@transaction.atomic
def edit_group(request: StaffRequest, group: int) -> HttpResponse:
    """Change a group."""
    found = kept_group(request.acting, group)
    start = GroupForm.start(found)
    sent = request.POST if request.method == "POST" else None
    form = GroupForm(sent, initial=start | {"seen": mark_of(start)}, units=units_of(request.acting))
    if form.is_valid():
        seen = form.cleaned_data.pop("seen")
        labels = {name: field.label for name, field in form.fields.items()}
        if refused := refuse_stale(request, seen, start, form.cleaned_data, labels):
            return refused
        services.save_group(acting=request.acting, group=found, told=form.told())
        messages.success(request, _("Saved."))
        return redirect(found)
    page = {"form": form, "group": found}
    return render(request, "meetings/group_form.html", page, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
@transaction.atomic
def members(request: StaffRequest, group: int) -> HttpResponse:
    """Write the members, row by row."""
    found = kept_group(request.acting, group)
    sent = request.POST if request.method == "POST" else None
    stands = _members(found)
    pieces = RowForms(
        BesideRows(sent, initial={"seen": mark_of({"members": stands})}),
        rows_for(MemberRow, sent, stands, extra=5, options={"people": people_of(request.acting)}),
    )
    if pieces.is_valid():
        told = pieces.entries()
        seen = pieces.beside.cleaned_data["seen"]
        if refused := refuse_stale(request, seen, {"members": stands}, {"members": told}, {"members": _("Members")}):
            return refused
        services.save_members(
            acting=request.acting, group=found, members=[services.MemberTold(**entry) for entry in told]
        )
        messages.success(request, _("Saved."))
        return redirect("meeting-group-members", found.pk) if "more" in request.POST else redirect(found)
    page = {"pieces": pieces, "form": pieces.beside, "group": found}
    return render(request, "meetings/members.html", page, status=400 if sent is not None else 200)


@require_POST
@for_roles(*WRITERS)
def members_from_order(request: StaffRequest, group: int) -> HttpResponse:
    """Take the members as the order appoints them."""
    found = kept_group(request.acting, group)
    services.take_members_from_order(acting=request.acting, group=found)
    messages.success(request, _("The members are now those of the order."))
    return redirect(found)


@require_POST
@for_roles(*WRITERS)
def end_group(request: StaffRequest, group: int) -> HttpResponse:
    """Write down that it meets no longer."""
    found = kept_group(request.acting, group)
    services.end_group(acting=request.acting, group=found)
    messages.success(request, _("This group meets no longer. Its papers stay."))
    return redirect(found)


def _members(group: MeetingGroup) -> list[dict[str, Any]]:
    names = ("post", "person", "name", "role", "wording")
    return [{name: getattr(member, name) for name in names} for member in group.members.select_related("person")]
