"""Calling a meeting, changing what it was called with, its agenda, cancelling it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.ui.refusals import Conflict
from prongsai.platform.ui.rows import BesideRows, RowForms, rows_for
from prongsai.registers.meetings import services
from prongsai.registers.meetings.forms import AgendaRow, CancelForm, MeetingForm
from prongsai.registers.meetings.models import Meeting
from prongsai.registers.meetings.services.calling import open_meeting
from prongsai.registers.meetings.views.editing import mark_of, refuse_stale
from prongsai.registers.meetings.views.finding import WRITERS, kept_group, kept_meeting


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def call(request: StaffRequest, group: int) -> HttpResponse:
    """Call a meeting of a group."""
    found = kept_group(request.acting, group)
    last = found.meetings.first()
    form = MeetingForm(request.POST if request.method == "POST" else None, last=last, initial=_as_last(last))
    if form.is_valid():
        try:
            meeting = services.call_meeting(acting=request.acting, group=found, told=form.told())
        except Conflict as conflict:
            form.add_error(None, conflict.said)
            return render(request, "meetings/meeting_form.html", {"form": form, "group": found}, status=409)
        messages.success(request, _("The meeting is called. Now write its agenda and print the invitation."))
        return redirect(meeting)
    page = {"form": form, "group": found}
    return render(request, "meetings/meeting_form.html", page, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
@transaction.atomic
def edit(request: StaffRequest, meeting: int) -> HttpResponse:
    """Change day, place, papers of a meeting."""
    found = open_meeting(kept_meeting(request.acting, meeting))
    stands = MeetingForm.start(found)
    form = MeetingForm(request.POST if request.method == "POST" else None, initial=stands | {"seen": mark_of(stands)})
    page = {"form": form, "meeting": found, "group": found.group}
    if form.is_valid():
        labels = {name: field.label for name, field in form.fields.items()}
        if refused := refuse_stale(request, form.cleaned_data["seen"], stands, form.told(), labels):
            return refused
        try:
            services.save_meeting(acting=request.acting, meeting=found, told=form.told())
        except Conflict as conflict:
            form.add_error(None, conflict.said)
            return render(request, "meetings/meeting_form.html", page, status=409)
        messages.success(request, _("Saved."))
        return redirect(found)
    return render(request, "meetings/meeting_form.html", page, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
@transaction.atomic
def agenda(request: StaffRequest, meeting: int) -> HttpResponse:
    """Write the agenda, row by row."""
    found = open_meeting(kept_meeting(request.acting, meeting))
    sent = request.POST if request.method == "POST" else None
    start = [
        {"number": item.number, "title": item.title, "is_ita": "1" if item.is_ita else "", "item": item.pk}
        for item in found.items.all()
    ]
    stands = {"agenda": _words(start)}
    pieces = RowForms(BesideRows(sent, initial={"seen": mark_of(stands)}), rows_for(AgendaRow, sent, start, extra=4))
    page = {"pieces": pieces, "form": pieces.beside, "meeting": found}
    if pieces.is_valid():
        told = [services.ItemTold(**entry) for entry in pieces.entries()]
        sent_words = {"agenda": _words([{"number": _number(each), "title": each.title} for each in told])}
        seen = pieces.beside.cleaned_data["seen"]
        if refused := refuse_stale(request, seen, stands, sent_words, {"agenda": _("Agenda")}):
            return refused
        try:
            services.save_agenda(acting=request.acting, meeting=found, items=told)
        except Conflict as conflict:
            pieces.beside.add_error(None, conflict.said)
            return render(request, "meetings/agenda.html", page, status=409)
        messages.success(request, _("Saved."))
        return redirect("meeting-agenda", found.pk) if "more" in request.POST else redirect(found)
    return render(request, "meetings/agenda.html", page, status=400 if sent is not None else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def cancel(request: StaffRequest, meeting: int) -> HttpResponse:
    """Cancel a meeting that was called."""
    found = kept_meeting(request.acting, meeting)
    form = CancelForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        services.cancel_meeting(acting=request.acting, meeting=found, because=form.cleaned_data["because"])
        messages.success(request, _("The meeting is cancelled. Tell those who were called."))
        return redirect(found)
    page = {"form": form, "meeting": found}
    return render(request, "meetings/cancel.html", page, status=400 if form.errors else 200)


def _as_last(last: Meeting | None) -> dict[str, Any]:
    """Suggest what rarely changes from meeting to meeting; never its number or day."""
    names = ("starts", "place", "note_taker", "note_taker_post", "checker", "checker_post")
    return {name: getattr(last, name) for name in names} if last else {}


def _words(rows: list[dict[str, Any]]) -> str:
    return "\n".join(f"{row['number']} {row['title']}" for row in rows)


def _number(told: services.ItemTold) -> str:
    return f"{told.part}.{told.position}" if told.position else str(told.part)
