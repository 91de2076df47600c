"""The card of the register of circulars and briefings."""

from datetime import timedelta

from django.utils.translation import gettext_noop

from prongsai.platform.accounts.models import Role
from prongsai.platform.modules import MenuEntry, Module, NoPersonalData, PersonalRecord
from prongsai.registers.circulars.evidence import ToldEvidence
from prongsai.registers.circulars.hand_over import KeptLists
from prongsai.registers.circulars.home_sources import MemosToSign
from prongsai.registers.circulars.services.importing import remove_old_imports
from prongsai.registers.circulars.task_sources import CircularTasks

READERS = frozenset(Role) - {Role.OVERSEER, Role.KIOSK}
GROUND = "public task of the agency (s. 24 (4))"
UNTIL = "as long as the circular is among the office's papers; removed by decision under the archive rules"

MODULE = Module(
    key="circulars",
    title=gettext_noop("Circulars and briefings"),
    menu=(MenuEntry(gettext_noop("Circulars and briefings"), "circulars", READERS, order=360),),
    evidence=(ToldEvidence(),),
    tasks=(CircularTasks(),),
    home=(MemosToSign(),),
    hand_over=(KeptLists(),),
    records=(
        PersonalRecord(
            "circulars.Circular",
            ("sender", "paper_signer", "audience_people"),
            purpose="who sent and signed a circular, and to whom it was addressed",
            ground=GROUND,
            until=UNTIL,
        ),
        PersonalRecord(
            "circulars.Receiver",
            ("person", "post", "opened", "acknowledged", "way", "recorded_by"),
            purpose="that staff were told, and have read it; who is missing is shown to the sender alone",
            ground=GROUND,
            until=UNTIL,
        ),
        NoPersonalData("circulars.SignedSheet", because="a day and a scan; who signed stands with the receivers"),
        PersonalRecord(
            "circulars.Briefing",
            ("convener", "speakers", "audience_people"),
            purpose="who called a briefing, explained, and was asked to it",
            ground=GROUND,
            until=UNTIL,
        ),
        PersonalRecord(
            "circulars.ImportedCirculars",
            ("found", "made_by"),
            purpose="an old register read from a file, until somebody has looked through it, with who explained",
            ground=GROUND,
            until="a week after the file was sent",
            period=timedelta(days=7),
            remove=remove_old_imports,
        ),
        PersonalRecord(
            "circulars.Attendee",
            ("person", "post", "came"),
            purpose="that staff were briefed; who was absent is shown to who called it alone",
            ground=GROUND,
            until=UNTIL,
        ),
    ),
)
