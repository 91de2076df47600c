"""The card of the register of cases."""

from datetime import timedelta

from django.utils.translation import gettext_noop

from prongsai.platform.accounts.models import Role
from prongsai.platform.modules import MenuEntry, Module, NoPersonalData, PersonalRecord, PublicEntry
from prongsai.registers.cases.evidence import CaseEvidence
from prongsai.registers.cases.hand_over import OpenCases
from prongsai.registers.cases.services.importing import remove_old_imports
from prongsai.registers.cases.services.retention import clear_past_cases
from prongsai.registers.cases.task_sources import CaseTasks

HANDLERS = frozenset({Role.OFFICER, Role.UNIT_HEAD})
COUNTERS = frozenset({Role.UNIT_HEAD, Role.COORDINATOR, Role.EXECUTIVE, Role.AUDITOR})
BY_DECISION = (
    "ten years after the end for the kinds of this room; the case is then proposed for destruction, which a committee"
    " decides on; contact data and the applicant's own papers go by themselves"
)

MODULE = Module(
    key="cases",
    title=gettext_noop("Cases"),
    menu=(
        MenuEntry(gettext_noop("Requests and cases"), "cases", HANDLERS, order=300),
        MenuEntry(gettext_noop("Counts of cases"), "cases-counts", COUNTERS, order=305),
    ),
    public=(
        PublicEntry(gettext_noop("Hand in a request"), "public-case-choose-kind", order=20),
        PublicEntry(gettext_noop("Follow a case"), "public-case-track", order=30),
    ),
    evidence=(CaseEvidence(),),
    tasks=(CaseTasks(),),
    hand_over=(OpenCases(),),
    records=(
        PersonalRecord(
            "cases.Case",
            ("subject", "body", "asker_name", "asker_phone", "asker_contact", "asker_number", "result", "officer"),
            purpose="to work on what somebody handed in and to tell who asked",
            ground="public task of the agency (s. 24 (4)); Licensing Facilitation Act B.E. 2558, sections 8 and 10",
            until=BY_DECISION,
            period=timedelta(days=3653),
            remove=clear_past_cases,
        ),
        PersonalRecord(
            "cases.CaseEntry",
            ("words",),
            purpose="messages between the applicant and the office, and what was done",
            ground="public task of the agency (s. 24 (4))",
            until="as long as the case",
        ),
        PersonalRecord(
            "cases.ImportedCases",
            ("found", "made_by"),
            purpose="lines of an older register, until somebody has looked through them",
            ground="public task of the agency (s. 24 (4))",
            until="a week after the file was sent",
            period=timedelta(days=7),
            remove=remove_old_imports,
        ),
        NoPersonalData("cases.CaseCounter", because="running numbers of kinds and years, of nobody"),
        NoPersonalData("cases.FrontDesk", because="names a unit of the office and no person"),
    ),
)
