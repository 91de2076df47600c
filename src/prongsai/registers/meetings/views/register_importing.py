"""The register of meetings out as a workbook, and in from one: send, look through, take in whole or drop."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.ita.reading import read_rows_limited
from prongsai.ita.thai import compact
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.choices import agency_of
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.files.fields import status_of
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.list_forms import AcceptListForm
from prongsai.platform.files.waiting_lists import drop_list, keep_list, read_sent, sent_files
from prongsai.platform.web.saving import saved
from prongsai.registers.meetings import services
from prongsai.registers.meetings.forms import RegisterImportForm, SearchForm
from prongsai.registers.meetings.models import ImportedMeetings, Meeting, MeetingGroup, MeetingState
from prongsai.registers.meetings.register_sheet import (
    SHEET,
    KnownGroup,
    MeetingRow,
    meetings_to_fill_in,
    meetings_workbook,
    read_meetings,
)
from prongsai.registers.meetings.services.register_importing import new_meetings, of_closed_circle
from prongsai.registers.meetings.views.finding import READERS, WRITERS
from prongsai.registers.orders.services import order_called


@require_POST
@for_roles(*READERS)
def export(request: StaffRequest) -> HttpResponse:
    """Give the meetings that were found as a workbook; that is itself a deed."""
    form = SearchForm(request.GET or None, groups=MeetingGroup.objects.visible_to(request.acting))
    found = list(form.found_in(Meeting.objects.visible_to(request.acting)).select_related("group"))
    counted = Meeting.objects.filter(pk__in=[meeting.pk for meeting in found]).annotate(count=Count("decisions"))
    record(request.acting, "meetings.register_exported", figures={"meetings": len(found)})
    content = meetings_workbook(found, dict(counted.order_by().values_list("pk", "count")))
    return saved(content, SHEET + ".xlsx", Kind.XLSX.content_type)


@require_safe
@for_roles(*WRITERS)
def template(request: StaffRequest) -> HttpResponse:  # noqa: ARG001
    """Give the workbook to be typed over and taken in again."""
    return saved(meetings_to_fill_in(), SHEET + ".xlsx", Kind.XLSX.content_type)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def send(request: StaffRequest) -> HttpResponse:
    """Take a register and read it in a limited child process."""
    agency = agency_of(request.acting)
    form = RegisterImportForm(**sent_files(request))
    rows = read_sent(
        form, lambda file: read_meetings(read_rows_limited(file.data, file.name), _known(request.acting), today(agency))
    )
    if rows is not None:
        waiting = keep_list(
            ImportedMeetings,
            acting=request.acting,
            agency=agency.pk,
            file_name=form.file_name,
            rows=rows,
            is_closed_circle=of_closed_circle(rows),
        )
        return redirect("meetings-import-review", waiting.pk)
    told = {"form": form, "waiting": ImportedMeetings.objects.visible_to(request.acting)}
    return render(request, "meetings/register_import.html", told, status=status_of(form))


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def review(request: StaffRequest, waiting: int) -> HttpResponse:
    """Show what was read, faults and doubts first; take all in, or drop it."""
    kept = get_object_or_404(ImportedMeetings.objects.visible_to(request.acting), pk=waiting)
    if request.method == "POST" and "drop" in request.POST:
        drop_list(kept)
        messages.success(request, _("Nothing was taken in."))
        return redirect("meetings")
    rows = [MeetingRow.of_json(told) for told in kept.found]
    new = new_meetings(rows)
    doubts = sum(len(row.doubts) for row in new)
    form = AcceptListForm(request.POST if request.method == "POST" else None, doubts=doubts)
    if form.is_valid():
        groups = {group.pk: group for group in _kept(request.acting)}
        taken = services.accept_register(acting=request.acting, waiting=kept, groups=groups)
        messages.success(request, _("Meetings taken in: %(count)s") % {"count": len(taken)})
        return redirect("meetings")
    cancelled = sum(row.state == MeetingState.CANCELLED and not row.faults for row in rows)
    told = {
        "form": form,
        "waiting": kept,
        "rows": sorted(new, key=lambda row: (not row.faults, not row.doubts)),
        "wrong": sum(bool(row.faults) for row in new),
        "cancelled": cancelled,
        "same": len(rows) - len(new) - cancelled,
    }
    return render(request, "meetings/register_import_review.html", told, status=400 if form.errors else 200)


def _kept(acting: Acting) -> list[MeetingGroup]:
    """Give the groups that still meet and whose papers one keeps."""
    return [group for group in MeetingGroup.objects.visible_to(acting).meeting() if group.is_kept_by(acting)]


def _known(acting: Acting) -> dict[str, KnownGroup]:
    """Give them as the reader holds rows against them, by name."""
    known = {}
    for group in _kept(acting):
        order = order_called(group.order_id) if group.order_id else None
        days = {(year, number): day for year, number, day in group.meetings.values_list("year", "number", "day")}
        known[compact(group.name)] = KnownGroup(
            group.pk, order.title if order else "", order.day if order else None, days
        )
    return known
