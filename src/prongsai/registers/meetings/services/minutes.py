"""Taking the minutes of a meeting, and their adoption at a later one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.files.limited import CleanFile
from prongsai.platform.files.services import attach_files
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.meetings.file_holders import SIGNED_MINUTES, has_signed_minutes
from prongsai.registers.meetings.models import AgendaItem, Attendance, LeftRoom, Meeting, MeetingState
from prongsai.registers.meetings.services.calling import open_meeting


@transaction.atomic
def save_minutes(
    *, acting: Acting, item: AgendaItem, said: str, resolution: str, left_room: Sequence[Attendance] = ()
) -> None:
    """Write what was said and resolved under an item, and who left the room. Refuses Conflict once adopted."""
    meeting = open_meeting(item.meeting)
    current = AgendaItem.objects.select_for_update().get(pk=item.pk)
    if any(one.meeting_id != meeting.pk or not one.is_here for one in left_room):
        raise Conflict(_("Only who sat in the meeting can leave the room."))
    current.said, current.resolution = said, resolution
    current.save(update_fields=["said", "resolution"])
    current.left_room.exclude(attendance__in=left_room).delete()
    known = set(current.left_room.values_list("attendance", flat=True))
    for one in left_room:
        if one.pk not in known:
            LeftRoom.objects.create(agency_id=meeting.agency_id, item=current, attendance=one)
    meeting.keep_keys()
    meeting.save(update_fields=["search_text"])
    record(acting, "meetings.minutes_saved", thing=meeting, figures={"item": current.number})


@transaction.atomic
def close_meeting(*, acting: Acting, meeting: Meeting, starts: time, ends: time) -> None:
    """Write down that a meeting was held, from when until when.

    Refuses Conflict: its day has not come, it ended before it began, or nobody is noted as present.
    """
    current = open_meeting(meeting)
    if current.day > today(acting.agency):
        raise Conflict(_("The day of this meeting has not come yet."))
    if ends <= starts:
        raise Conflict(_("It ended before it began."))
    if not any(one.is_here for one in current.attendances.all()):
        raise Conflict(_("Note who came first."))
    current.state, current.starts, current.ends = MeetingState.HELD, starts, ends
    current.save(update_fields=["state", "starts", "ends"])
    record(acting, "meetings.held", thing=current, figures={"day": current.day})


@transaction.atomic
def attach_minutes(*, acting: Acting, meeting: Meeting, scan: Sequence[CleanFile]) -> None:
    """Attach the signed minutes: from then on what is printed of them no longer says draft. Refuses Conflict."""
    current = Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
    if not current.is_held or has_signed_minutes(current.pk):
        raise Conflict(_("Signed minutes come once, after the meeting."))
    attach_files(acting=acting, agency=current.agency_id, holder=SIGNED_MINUTES.key, thing=current.pk, files=scan)
    record(acting, "meetings.scan_attached", thing=current, figures={"paper": "minutes"})


@transaction.atomic
def adopt_minutes(*, acting: Acting, meeting: Meeting, at: Meeting, corrections: str = "") -> None:
    """Write down at which later meeting of the group the minutes were adopted: from then on they are frozen.

    Refuses Conflict: not held, adopted before, or the other meeting is not a later one of the group that was held.
    """
    current = open_meeting(meeting)
    if current.state != MeetingState.HELD:
        raise Conflict(_("Only minutes of a meeting that was held can be adopted."))
    if at.group_id != current.group_id or not at.is_held or (at.day, at.pk) <= (current.day, current.pk):
        raise Conflict(_("Minutes are adopted at a later meeting of the same group."))
    current.state, current.adopted_at, current.corrections = MeetingState.ADOPTED, at, corrections
    current.save(update_fields=["state", "adopted_at", "corrections"])
    record(acting, "meetings.adopted", thing=current, figures={"at": at.pk})
