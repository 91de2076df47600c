"""The card of the log of deeds."""

from django.utils.translation import gettext_noop

from prongsai.platform.accounts.models import Role
from prongsai.platform.modules import MenuEntry, Module, PersonalRecord

MODULE = Module(
    key="audit",
    title=gettext_noop("Log of deeds"),
    menu=(
        MenuEntry(
            gettext_noop("Log of deeds"),
            "audit-log",
            frozenset({Role.AUDITOR, Role.SYSTEM_ADMIN}),
            order=920,
            of_agency=False,
        ),
    ),
    records=(
        PersonalRecord(
            "audit.Line",
            fields=("actor",),
            purpose="to show afterwards who did what; the number of an account, never a name",
            ground="public task (section 24 (4)) and the duty to keep data safe (section 37 (1))",
            until="as long as the papers it speaks of; a line cannot be taken out of the chain",
        ),
    ),
)
