"""Taking the minutes: who came, what was said and resolved, the end, adoption, scans."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.files.fields import status_of
from prongsai.platform.ui.refusals import Conflict
from prongsai.platform.ui.rows import BesideRows, RowForms, rows_for
from prongsai.registers.meetings import services
from prongsai.registers.meetings.forms import AdoptForm, AttendanceRow, HeldForm, MinutesForm, ScanForm
from prongsai.registers.meetings.models import AgendaItem, Meeting
from prongsai.registers.meetings.services.calling import open_meeting
from prongsai.registers.meetings.views.editing import mark_of, refuse_stale
from prongsai.registers.meetings.views.finding import WRITERS, kept_item, kept_meeting


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
@transaction.atomic
def attendance(request: StaffRequest, meeting: int) -> HttpResponse:
    """Note who came, row by row."""
    found = open_meeting(kept_meeting(request.acting, meeting))
    sent = request.POST if request.method == "POST" else None
    stands = _lines(found)
    pieces = RowForms(
        BesideRows(sent, initial={"seen": mark_of({"lines": stands})}), rows_for(AttendanceRow, sent, stands, extra=3)
    )
    if pieces.is_valid():
        told = pieces.entries()
        seen, labels = pieces.beside.cleaned_data["seen"], {"lines": _("Who came")}
        if refused := refuse_stale(request, seen, {"lines": stands}, {"lines": told}, labels):
            return refused
        lines = [services.AttendanceTold(**entry) for entry in told]
        services.save_attendance(acting=request.acting, meeting=found, lines=lines)
        messages.success(request, _("Saved."))
        return redirect("meeting-attendance", found.pk) if "more" in request.POST else redirect(found)
    page = {"pieces": pieces, "form": pieces.beside, "meeting": found}
    return render(request, "meetings/attendance.html", page, status=400 if sent is not None else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
@transaction.atomic
def minutes(request: StaffRequest, item: int) -> HttpResponse:
    """Write what was said and resolved under an item. 409 with the difference where somebody else did meanwhile."""
    found = kept_item(request.acting, item)
    meeting = open_meeting(found.meeting)
    present = meeting.attendances.filter(presence__in=["present", "represented"]).select_related("person")
    stands = _stands(found)
    sent = request.POST if request.method == "POST" else None
    start = stands | {"left_room": found.left_room.values_list("attendance", flat=True), "seen": mark_of(stands)}
    form = MinutesForm(sent, initial=start, present=present)
    if form.is_valid():
        told = form.cleaned_data
        texts = {name: told[name] for name in ("said", "resolution")}
        labels = {name: form.fields[name].label for name in texts}
        if refused := refuse_stale(request, told["seen"], stands, texts, labels):
            return refused
        services.save_minutes(acting=request.acting, item=found, **texts, left_room=told.get("left_room", ()))
        messages.success(request, _("Saved."))
        following = _next(found) if "next" in request.POST else None
        return redirect("meeting-minutes", following.pk) if following else redirect(meeting)
    page = {"form": form, "item": found, "meeting": meeting, "following": _next(found), "items": meeting.items.all()}
    return render(request, "meetings/minutes.html", page, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def held(request: StaffRequest, meeting: int) -> HttpResponse:
    """Write down that it was held."""
    found = kept_meeting(request.acting, meeting)
    form = HeldForm(request.POST if request.method == "POST" else None, initial={"starts": found.starts})
    page = {"form": form, "meeting": found}
    if form.is_valid():
        try:
            services.close_meeting(acting=request.acting, meeting=found, **form.cleaned_data)
        except Conflict as conflict:
            form.add_error(None, conflict.said)
            return render(request, "meetings/held.html", page, status=409)
        messages.success(request, _("The meeting was held. Print the minutes and let them be signed."))
        return redirect(found)
    return render(request, "meetings/held.html", page, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def adopt(request: StaffRequest, meeting: int) -> HttpResponse:
    """Write down at which meeting the minutes were adopted."""
    found = kept_meeting(request.acting, meeting)
    later = Meeting.objects.filter(group=found.group, day__gte=found.day).exclude(pk=found.pk)
    later = later.filter(state__in=["held", "adopted"]).select_related("group")
    form = AdoptForm(request.POST if request.method == "POST" else None, later=later)
    if form.is_valid():
        services.adopt_minutes(acting=request.acting, meeting=found, **form.cleaned_data)
        messages.success(request, _("The minutes are adopted and frozen."))
        return redirect(found)
    page = {"form": form, "meeting": found, "later": later}
    return render(request, "meetings/adopt.html", page, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def sheet_scan(request: StaffRequest, meeting: int) -> HttpResponse:
    """Attach the signed sheet of attendance."""
    return _scan(request, meeting, _("Signed sheet of attendance"), services.attach_attendance)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def minutes_scan(request: StaffRequest, meeting: int) -> HttpResponse:
    """Attach the signed minutes."""
    return _scan(request, meeting, _("Signed minutes"), services.attach_minutes)


def _scan(request: StaffRequest, meeting: int, title: str, attach: Any) -> HttpResponse:
    found = kept_meeting(request.acting, meeting)
    sent = {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}
    form = ScanForm(**sent)
    if form.is_valid():
        attach(acting=request.acting, meeting=found, scan=form.cleaned_data["scan"])
        messages.success(request, _("The scan is attached."))
        return redirect(found)
    return render(
        request, "meetings/scan.html", {"form": form, "meeting": found, "title": title}, status=status_of(form)
    )


def _lines(meeting: Meeting) -> list[dict[str, Any]]:
    """Give the sheet as its rows show it; the name and post of a member cannot be changed here."""
    return [
        {
            "name": str(one),
            "post": one.post,
            "presence": one.presence,
            "note": one.note,
            "attendance": one.pk,
            "is_member": not one.is_guest,
        }
        for one in meeting.attendances.select_related("person")
    ]


def _stands(item: AgendaItem) -> dict[str, object]:
    return {"said": item.said, "resolution": item.resolution}


def _next(item: AgendaItem) -> AgendaItem | None:
    after = [each for each in item.meeting.items.all() if (each.part, each.position) > (item.part, item.position)]
    return after[0] if after else None
