"""Meetings from the office's own register: read, kept for review, taken in whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.audit.services import record
from prongsai.platform.files.waiting_lists import open_list, refuse_faults, removal_of
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.meetings.models import ImportedMeetings, Meeting, MeetingGroup, MeetingState
from prongsai.registers.meetings.register_sheet import MeetingRow
from prongsai.registers.meetings.services.calling import call_meeting


@transaction.atomic
def accept_register(*, acting: Acting, waiting: ImportedMeetings, groups: Mapping[int, MeetingGroup]) -> list[Meeting]:
    """Write all meetings of a register down, on the customary agenda; those that are there stay as they are.

    `groups` are those whose papers `acting` keeps. Who came, what was said and decided is written at each meeting.
    Refuses Conflict, and nothing is taken in, where a row cannot be read, is of another group, or the list was taken in
    or dropped before.
    """
    current = open_list(waiting)
    rows = [MeetingRow.of_json(told) for told in current.found]
    refuse_faults(rows)
    new = new_meetings(rows)
    if barred := sorted({row.name for row in new if row.group not in groups}):
        raise Conflict(_("You do not keep the papers of %(names)s.") % {"names": ", ".join(barred)})
    taken = [_taken(row, acting, groups[row.group]) for row in new if row.group]
    record(acting, "meetings.register_imported", figures={"meetings": len(taken)})
    current.delete()
    return taken


def of_closed_circle(rows: Sequence[MeetingRow]) -> bool:
    """Say whether a register names a closed circle: then it is looked through by who sent it alone."""
    groups = {row.group for row in rows if row.group}
    return MeetingGroup.objects.filter(pk__in=groups, is_closed_circle=True).exists()


def new_meetings(rows: Sequence[MeetingRow]) -> list[MeetingRow]:
    """Give the rows that are not in the register, each once, without cancelled ones; and all that cannot be taken."""
    known: set[tuple[int | None, int, int]] = set(Meeting.objects.values_list("group", "year", "number"))
    found = []
    for row in rows:
        if row.faults or (row.state != MeetingState.CANCELLED and row.key not in known):
            known.add(row.key)
            found.append(row)
    return found


remove_old_registers = removal_of(ImportedMeetings)


def _taken(row: MeetingRow, acting: Acting, group: MeetingGroup) -> Meeting:
    told = {
        "number": row.number,
        "year": row.year,
        "day": row.day,
        "starts": row.starts,
        "place": row.place,
        "backdated_because": row.because,
    }
    meeting = call_meeting(acting=acting, group=group, told=told)
    if row.state == MeetingState.HELD:
        meeting.state, meeting.ends = MeetingState.HELD, row.ends
        meeting.save(update_fields=["state", "ends"])
        record(acting, "meetings.held", thing=meeting, figures={"day": meeting.day})
    return meeting
