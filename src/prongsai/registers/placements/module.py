"""The card of the register of placements."""

from datetime import timedelta

from django.utils.translation import gettext_noop

from prongsai.platform.accounts.models import Role
from prongsai.platform.modules import MenuEntry, Module, NoPersonalData, PersonalRecord
from prongsai.registers.placements.evidence import PlacementEvidence
from prongsai.registers.placements.home_sources import LackingPhotographs
from prongsai.registers.placements.services.importing import remove_old_imports
from prongsai.registers.placements.task_sources import PlacementTasks

STAFF = frozenset({Role.OFFICER, Role.UNIT_HEAD, Role.COORDINATOR, Role.EXECUTIVE, Role.AUDITOR})

MODULE = Module(
    key="placements",
    title=gettext_noop("Placements"),
    menu=(MenuEntry(gettext_noop("What hangs where"), "placements", STAFF, order=380),),
    evidence=(PlacementEvidence(),),
    tasks=(PlacementTasks(),),
    home=(LackingPhotographs(),),
    records=(
        NoPersonalData("placements.Place", because="a point of the office or a village; nobody is named"),
        NoPersonalData("placements.Placement", because="a thing that hangs; who wrote it down is an account number"),
        NoPersonalData("placements.CheckingRound", because="days; who began it is an account number"),
        NoPersonalData("placements.CheckingHabit", because="a number of months for the whole office; nobody is named"),
        PersonalRecord(
            "placements.Sighting",
            ("recorded_for", "seen_by", "note"),
            purpose="who looked at what hangs, and for whom somebody else wrote it down",
            ground="public task of the agency (s. 24 (4))",
            until="as long as the proof is among the office's papers; removed by decision under the archive rules",
        ),
        PersonalRecord(
            "placements.ReadPlacements",
            ("made_by",),
            purpose="a list read from a file, until somebody has looked through it",
            ground="public task of the agency (s. 24 (4))",
            until="a week after the file was sent",
            period=timedelta(days=7),
            remove=remove_old_imports,
        ),
    ),
)
