"""The card of the register of meetings."""

from datetime import timedelta

from django.utils.translation import gettext_noop

from prongsai.platform.accounts.models import Role
from prongsai.platform.modules import MenuEntry, Module, NoPersonalData, PersonalRecord
from prongsai.registers.meetings.home_sources import MinutesWaiting
from prongsai.registers.meetings.open_things import OwnDecisions
from prongsai.registers.meetings.services.importing import remove_old_imports
from prongsai.registers.meetings.services.register_importing import remove_old_registers
from prongsai.registers.meetings.task_sources import MeetingTasks

STAFF = frozenset({Role.OFFICER, Role.UNIT_HEAD, Role.COORDINATOR, Role.EXECUTIVE, Role.AUDITOR})
_GROUND = "public task of the agency (s. 24 (4)); the rule of the Office of the Prime Minister on official papers"
_KEPT = "as long as the minutes are among the office's papers; removed by decision under the archive rules"


def _record(model: str, fields: tuple[str, ...], purpose: str) -> PersonalRecord:
    return PersonalRecord(f"meetings.{model}", fields, purpose=purpose, ground=_GROUND, until=_KEPT)


MODULE = Module(
    key="meetings",
    title=gettext_noop("Meetings"),
    menu=(MenuEntry(gettext_noop("Meetings and decisions"), "meetings", STAFF, order=340),),
    tasks=(MeetingTasks(),),
    home=(MinutesWaiting(),),
    hand_over=(OwnDecisions(),),
    records=(
        NoPersonalData(
            "meetings.MeetingGroup", because="a group and its unit; its members stand in a table of their own"
        ),
        _record("GroupMember", ("person", "name", "post"), "who sits in a group"),
        _record("Meeting", ("note_taker", "checker"), "who took and who checked the minutes"),
        _record("AgendaItem", ("said", "resolution"), "what a meeting said and resolved; it may name people"),
        _record("LeftRoom", ("attendance",), "who left the room for a matter of their own"),
        _record("Attendance", ("person", "name", "post", "note"), "who came to a meeting, and why somebody did not"),
        _record("Decision", ("person",), "who carries out what a meeting decided"),
        PersonalRecord(
            "meetings.ImportedDecisions",
            ("found", "made_by"),
            purpose="a list of decisions read from a file, until somebody has looked through it",
            ground="public task of the agency (s. 24 (4))",
            until="a week after the file was sent",
            period=timedelta(days=7),
            remove=remove_old_imports,
        ),
        PersonalRecord(
            "meetings.ImportedMeetings",
            ("made_by",),
            purpose="a register of meetings read from a file, until somebody has looked through it",
            ground="public task of the agency (s. 24 (4))",
            until="a week after the file was sent",
            period=timedelta(days=7),
            remove=remove_old_registers,
        ),
        _record("Proof", ("sentence", "recorded_for"), "how a decision was carried out, and for whom it was recorded"),
    ),
)
