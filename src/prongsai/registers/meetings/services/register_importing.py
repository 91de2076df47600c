"""Meetings from the office's own register: read, kept for review, taken in whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.ita.thai import single_line
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Agency
from prongsai.platform.audit.services import record
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.meetings.models import ImportedMeetings, Meeting, MeetingGroup, MeetingState
from prongsai.registers.meetings.register_sheet import MeetingRow
from prongsai.registers.meetings.services.calling import call_meeting
from prongsai.registers.meetings.services.importing import KEPT


@transaction.atomic
def keep_register(*, acting: Acting, agency: Agency, file_name: str, rows: Sequence[MeetingRow]) -> ImportedMeetings:
    """Keep what a register was read as until somebody has looked through it."""
    groups = {row.group for row in rows if row.group}
    return ImportedMeetings.objects.create(
        agency=agency,
        file_name=single_line(file_name)[:200],
        found=[row.as_json() for row in rows],
        is_closed_circle=MeetingGroup.objects.filter(pk__in=groups, is_closed_circle=True).exists(),
        made_by=acting.actor,
    )


@transaction.atomic
def accept_register(*, acting: Acting, waiting: ImportedMeetings, groups: Mapping[int, MeetingGroup]) -> list[Meeting]:
    """Write all meetings of a register down, on the customary agenda; those that are there stay as they are.

    `groups` are those whose papers `acting` keeps. Who came, what was said and decided is written at each meeting.
    Refuses Conflict, and nothing is taken in, where a row cannot be read, is of another group, or the list was taken in
    or dropped before.
    """
    current = ImportedMeetings.objects.select_for_update().filter(pk=waiting.pk).first()
    if current is None:
        raise Conflict(_("This file was taken in or dropped before."))
    rows = [MeetingRow.of_json(told) for told in current.found]
    if any(row.faults for row in rows):
        raise Conflict(_("Some lines cannot be read. Mend the file and send it again: all is taken in, or nothing."))
    new = new_meetings(rows)
    if barred := sorted({row.name for row in new if row.group not in groups}):
        raise Conflict(_("You do not keep the papers of %(names)s.") % {"names": ", ".join(barred)})
    taken = [_taken(row, acting, groups[row.group]) for row in new if row.group]
    record(acting, "meetings.register_imported", figures={"meetings": len(taken)})
    current.delete()
    return taken


@transaction.atomic
def drop_register(*, waiting: ImportedMeetings) -> None:
    """Take nothing of a register."""
    waiting.delete()


def new_meetings(rows: Sequence[MeetingRow]) -> list[MeetingRow]:
    """Give the rows that are not in the register, each once, without cancelled ones; and all that cannot be taken."""
    known: set[tuple[int | None, int, int]] = set(Meeting.objects.values_list("group", "year", "number"))
    found = []
    for row in rows:
        if row.faults or (row.state != MeetingState.CANCELLED and row.key not in known):
            known.add(row.key)
            found.append(row)
    return found


def remove_old_registers(now: datetime) -> int:
    """Remove registers that nobody looked through within a week; give how many."""
    return ImportedMeetings.objects.filter(made__lt=now - KEPT).delete()[0]


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
