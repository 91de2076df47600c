"""Makes what the addresses of meetings name: a group whose papers each who may write keeps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from cast import Office
from prongsai.platform.accounts.models import Role
from prongsai.registers.meetings import services
from prongsai.registers.meetings.models import Decision, ImportedDecisions, ImportedMeetings, Meeting, MeetingGroup
from working_group import called_meeting, decided, group_of, item_of, secretary

Told = Mapping[str, object]


def _group(office: Office) -> MeetingGroup:
    name = f"คณะ {office.canary} {MeetingGroup.objects.count()}"
    group = group_of(office, None, name)
    # The investigator too, so that a permission line that is missing shows.
    keepers = (Role.OFFICER, Role.UNIT_HEAD, Role.COORDINATOR, Role.INVESTIGATOR)
    people = [office.people[role] for role in keepers]
    told = [services.MemberTold("เลขานุการ", "secretary", person=person) for person in people]
    services.save_members(acting=secretary(office), group=group, members=told)
    return group


def _meeting(office: Office) -> Meeting:
    return called_meeting(office, _group(office))


def _decision(office: Office) -> Decision:
    unit = office.units["สำนักปลัด"]
    return decided(office, _meeting(office), what=f"ทำ {office.canary}", person=None, unit=unit, due=date(2025, 3, 31))


def meeting_group(office: Office) -> Told:
    return {"group": _group(office).pk}


def meeting(office: Office) -> Told:
    return {"meeting": _meeting(office).pk}


def meeting_paper(office: Office) -> Told:
    return {"meeting": _meeting(office).pk, "paper": "minutes", "suffix": "docx"}


def agenda_item(office: Office) -> Told:
    return {"item": item_of(_meeting(office), 4).pk}


def minutes_extract(office: Office) -> Told:
    return {"item": item_of(_meeting(office), 4).pk, "suffix": "docx"}


def imported_decisions(office: Office) -> Told:
    item, name = item_of(_meeting(office), 4), f"{office.canary}.xlsx"
    kept = ImportedDecisions.objects.create(agency=office.agency, item=item, file_name=name, found=[], made_by="user:0")
    return {"waiting": kept.pk}


def imported_meetings(office: Office) -> Told:
    name = f"{office.canary}.xlsx"
    kept = ImportedMeetings.objects.create(agency=office.agency, file_name=name, found=[], made_by="user:0")
    return {"waiting": kept.pk}


def decision(office: Office) -> Told:
    return {"decision": _decision(office).pk}


MAKERS: dict[str, Callable[[Office], Told]] = {
    "meeting_group": meeting_group,
    "meeting": meeting,
    "meeting_paper": meeting_paper,
    "agenda_item": agenda_item,
    "minutes_extract": minutes_extract,
    "decision": decision,
    "imported_decisions": imported_decisions,
    "imported_meetings": imported_meetings,
}
NOWHERE: dict[str, object] = {
    **dict.fromkeys(("group", "meeting", "item", "decision", "waiting"), 2**40),
    "paper": "minutes",
    "suffix": "docx",
}
