"""The card of the entrance."""

from django.utils.translation import gettext_noop

from prongsai.platform.accounts.models import Role
from prongsai.platform.modules import MenuEntry, Module

MODULE = Module(
    key="entrance",
    title=gettext_noop("Accounts and log-in"),
    menu=(
        MenuEntry(gettext_noop("Personal links"), "personal-links", frozenset({Role.COORDINATOR}), order=800),
        MenuEntry(
            gettext_noop("Forgotten passphrases"),
            "code-requests",
            frozenset({Role.COORDINATOR, Role.SYSTEM_ADMIN}),
            order=810,
        ),
        MenuEntry(gettext_noop("Accounts"), "accounts", frozenset({Role.SYSTEM_ADMIN, Role.EXECUTIVE}), order=900),
        MenuEntry(
            gettext_noop("My account"), "own-account", frozenset(Role) - {Role.KIOSK}, order=990, of_agency=False
        ),
    ),
)
