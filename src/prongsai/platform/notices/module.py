"""The card of the notices."""

from django.utils.translation import gettext_noop

from prongsai.platform.accounts.models import Role
from prongsai.platform.modules import MenuEntry, Module
from prongsai.platform.notices import personal

MODULE = Module(
    key="notices",
    title=gettext_noop("Notices"),
    menu=(
        MenuEntry(
            gettext_noop("Sending of notices"),
            "outbox",
            frozenset({Role.COORDINATOR, Role.SYSTEM_ADMIN}),
            order=820,
        ),
    ),
    records=personal.RECORDS,
)
