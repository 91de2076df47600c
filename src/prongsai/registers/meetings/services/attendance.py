"""Who came to a meeting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.audit.services import record
from prongsai.platform.files.limited import CleanFile
from prongsai.platform.files.services import attach_files
from prongsai.registers.meetings.file_holders import ATTENDANCE_SCAN
from prongsai.registers.meetings.models import Attendance, Meeting
from prongsai.registers.meetings.services.calling import open_meeting


@dataclass(frozen=True, slots=True)
class AttendanceTold:
    """A line of the sheet: its id where it is there already, else a guest by name."""

    attendance: int | None = None
    name: str = ""
    post: str = ""
    presence: str = ""
    note: str = ""


@transaction.atomic
def save_attendance(*, acting: Acting, meeting: Meeting, lines: Sequence[AttendanceTold]) -> None:
    """Note who came; lines without an id are guests, guests who are no longer told go. Members always stay."""
    current = open_meeting(meeting)
    there = {one.pk: one for one in current.attendances.all()}
    current.attendances.filter(is_guest=True).exclude(pk__in=[told.attendance or 0 for told in lines]).delete()
    for position, told in enumerate(lines, start=1):
        one = there.get(told.attendance or 0)
        if one is None:
            one = Attendance(agency_id=current.agency_id, meeting=current, is_guest=True, position=position)
        if one.is_guest:
            one.name, one.post = told.name, told.post
        one.presence, one.note = told.presence, told.note
        one.save()
    came = current.attendances.filter(presence="present").count()
    record(acting, "meetings.attendance_saved", thing=current, figures={"came": came})


@transaction.atomic
def attach_attendance(*, acting: Acting, meeting: Meeting, scan: Sequence[CleanFile]) -> None:
    """Attach the signed sheet of attendance. Refuses Conflict once the minutes are adopted."""
    current = open_meeting(meeting)
    attach_files(acting=acting, agency=current.agency_id, holder=ATTENDANCE_SCAN.key, thing=current.pk, files=scan)
    record(acting, "meetings.scan_attached", thing=current, figures={"paper": "attendance"})
