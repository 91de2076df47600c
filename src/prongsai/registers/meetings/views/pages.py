"""The page of a meeting, and its papers."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of
from prongsai.platform.audit.row_history import history_of
from prongsai.platform.calendar.today import today
from prongsai.platform.files.models import Attachment
from prongsai.platform.files.written import written_paper
from prongsai.registers.meetings.file_holders import ATTENDANCE_SCAN, SIGNED_MINUTES
from prongsai.registers.meetings.models import Meeting, MeetingState
from prongsai.registers.meetings.outputs import PAPERS, extract
from prongsai.registers.meetings.services.calling import before_its_order
from prongsai.registers.meetings.views.finding import READERS, WRITERS, item_of, meeting_of


@require_safe
@for_roles(*READERS)
def meeting(request: StaffRequest, meeting: int) -> HttpResponse:
    """Show a meeting: agenda with its minutes, who came, decisions, papers."""
    found = meeting_of(request.acting, meeting)
    keeps = request.acting.has(*WRITERS) and found.group.is_kept_by(request.acting)
    signed = _scans(SIGNED_MINUTES.key, found)
    items = found.items.prefetch_related("decisions__person", "decisions__unit", "left_room__attendance__person")
    told = {
        "meeting": found,
        "items": items,
        "attendances": found.attendances.select_related("person"),
        "sheets": _scans(ATTENDANCE_SCAN.key, found),
        "signed": signed,
        "papers": [(key, label) for key, (label, _make) in PAPERS.items()],
        "before_order": before_its_order(found),
        "day": today(request.acting.agency),
        "may_write": keeps and found.is_open,
        "may_close": keeps and found.state == MeetingState.CALLED,
        "may_adopt": keeps and found.state == MeetingState.HELD,
        "may_sign": keeps and found.is_held and not signed,
        "history": history_of(found),
    }
    return render(request, "meetings/meeting.html", told)


@require_safe
@for_roles(*READERS)
def paper(request: StaffRequest, meeting: int, paper: str, suffix: str) -> HttpResponse:
    """Give a paper of a meeting as a file."""
    found, agency = meeting_of(request.acting, meeting), agency_of(request.acting)
    if paper not in PAPERS:
        raise Http404
    label, make = PAPERS[paper]
    return written_paper(make(found, agency), suffix, f"{label} {_named(found)}", today(agency))


@require_safe
@for_roles(*READERS)
def extract_of(request: StaffRequest, item: int, suffix: str) -> HttpResponse:
    """Give one item of the minutes as proof."""
    found, agency = item_of(request.acting, item), agency_of(request.acting)
    name = f"{_named(found.meeting)} {found.number}"
    return written_paper(extract(found, agency), suffix, name, today(agency))


def _named(meeting: Meeting) -> str:
    return f"{meeting.group.name[:60]} {meeting.number}-{meeting.year}"


def _scans(holder: str, meeting: Meeting) -> list[Attachment]:
    return list(Attachment.objects.filter(holder=holder, thing=meeting.pk).select_related("file"))
