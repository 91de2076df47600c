"""The page of one briefing: called, held, its attendance written down, printed."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of
from prongsai.platform.audit.row_history import history_of
from prongsai.platform.calendar.today import today
from prongsai.platform.files.fields import status_of
from prongsai.platform.files.models import Attachment
from prongsai.platform.web.saving import saved
from prongsai.registers.circulars import services
from prongsai.registers.circulars.audience import addressees_of, in_words_of_page
from prongsai.registers.circulars.file_holders import BRIEFING_FILE, BRIEFING_SHEET
from prongsai.registers.circulars.forms import AttendanceForm, ReasonForm
from prongsai.registers.circulars.models import Briefing
from prongsai.registers.circulars.models.circular import WRITERS
from prongsai.registers.circulars.outputs import attendance_of, line_text_of_briefing, written
from prongsai.registers.circulars.services.counting import came_to, sentence_of_briefing
from prongsai.registers.circulars.views.finding import READERS, briefing_of, kept_briefing

METHODS = ["GET", "HEAD", "POST"]


@require_safe
@for_roles(*READERS, by_link=True)
def briefing(request: StaffRequest, briefing: int) -> HttpResponse:
    """Show a briefing; who was absent only to who called it."""
    found = briefing_of(request.acting, briefing)
    return render(request, "circulars/briefing.html", _told(request, found))


@require_POST
@for_roles(*WRITERS)
def call(request: StaffRequest, briefing: int) -> HttpResponse:
    """Call the people of a draft."""
    found = services.call_people(acting=request.acting, briefing=briefing_of(request.acting, briefing))
    messages.success(request, _("Called: %(count)s persons.") % {"count": found.attendees.count()})
    return redirect(found)


@require_http_methods(METHODS)
@for_roles(*WRITERS)
def call_off(request: StaffRequest, briefing: int) -> HttpResponse:
    """Call a briefing off, with a reason."""
    found = kept_briefing(request.acting, briefing)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        services.call_off(acting=request.acting, briefing=found, because=form.cleaned_data["because"])
        messages.success(request, _("Called off. Everybody has been told."))
        return redirect(found)
    page = {"form": form, "briefing": found}
    return render(request, "circulars/call_off.html", page, status=status_of(form))


@require_http_methods(METHODS)
@for_roles(*WRITERS)
def attendance(request: StaffRequest, briefing: int) -> HttpResponse:
    """Write down who came, with the scan of the sheet."""
    found = kept_briefing(request.acting, briefing)
    sent = {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}
    form = AttendanceForm(**sent, attendees=found.attendees.listed())
    if form.is_valid():
        told = form.cleaned_data
        services.record_attendance(
            acting=request.acting,
            briefing=found,
            came=list(told["came"]),
            guests=told["guests"] or 0,
            scan=told["scan"],
            asked=told["asked"],
        )
        messages.success(request, _("The attendance has been written down."))
        return redirect(found)
    page = {"form": form, "briefing": found}
    return render(request, "circulars/attendance.html", page, status=status_of(form))


@require_safe
@for_roles(*WRITERS)
def output(request: StaffRequest, briefing: int, output: str) -> HttpResponse:
    """Give the attendance sheet as a file."""
    found, agency = kept_briefing(request.acting, briefing), agency_of(request.acting)
    if output not in ("sheet", "sheet-word"):
        raise Http404
    made = written(attendance_of(found, agency), agency, word=output.endswith("word"))
    name = _("Attendance sheet")
    return saved(made.content, f"{name} {found.subject[:80]}.{made.suffix}", made.content_type)


def _told(request: StaffRequest, found: Briefing) -> dict[str, Any]:
    acting, agency = request.acting, agency_of(request.acting)
    held = Attachment.objects.select_related("file").filter(thing=found.pk)
    asked, came = came_to(found)
    keeps, day = found.is_kept_by(acting), today(agency)
    told: dict[str, Any] = {
        "briefing": found,
        "files": held.filter(holder=BRIEFING_FILE.key),
        "audience": in_words_of_page(found),
        "by_link": acting.by_link,
        "asked": asked,
        "came": came,
        "may_write": acting.has(*WRITERS) and not acting.by_link and found.is_draft,
        "keeps": keeps,
        "has_come": found.day <= day,
    }
    if acting.by_link:
        return told
    if found.is_draft:
        told["addressees"] = addressees_of(found, found.day)
    else:
        told["line_text"] = line_text_of_briefing(found, agency)
    if found.is_held:
        told["sentence"] = sentence_of_briefing(found, asked, came)
    if keeps:
        told["sheets"] = held.filter(holder=BRIEFING_SHEET.key)
        told["absent"] = found.attendees.listed().filter(came=False)
    return told | {"history": history_of(found)}
