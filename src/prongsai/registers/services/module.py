"""The card of the register of services."""

from datetime import timedelta

from django.utils.translation import gettext_noop

from prongsai.platform.accounts.models import Role
from prongsai.platform.modules import MenuEntry, Module, NoPersonalData, PersonalRecord, PublicEntry
from prongsai.registers.services.evidence import ManualEvidence
from prongsai.registers.services.services.importing import remove_old_imports
from prongsai.registers.services.site import ServicePages
from prongsai.registers.services.task_sources import ServiceTasks

STAFF = frozenset({Role.OFFICER, Role.UNIT_HEAD, Role.COORDINATOR, Role.EXECUTIVE, Role.AUDITOR})

MODULE = Module(
    key="services",
    title=gettext_noop("Services"),
    menu=(MenuEntry(gettext_noop("Services and manuals"), "services", STAFF, order=310),),
    public=(PublicEntry(gettext_noop("Services"), "public-services", order=10),),
    evidence=(ManualEvidence(),),
    tasks=(ServiceTasks(),),
    site=(ServicePages(),),
    records=(
        NoPersonalData("services.Service", because="what an office does; nobody is named, makers are account numbers"),
        PersonalRecord(
            "services.ServiceVersion",
            ("approver", "approver_post"),
            purpose="who approved a manual, and in which post",
            ground="public task of the agency (s. 24 (4)); Licensing Facilitation Act B.E. 2558, section 7",
            until="as long as the manual is among the office's papers; removed by decision under the archive rules",
        ),
        PersonalRecord(
            "services.ImportedManuals",
            ("made_by",),
            purpose="manuals read from a file, until somebody has looked through them; they may name an officer to ask",
            ground="public task of the agency (s. 24 (4))",
            until="a week after the file was sent",
            period=timedelta(days=7),
            remove=remove_old_imports,
        ),
    ),
)
