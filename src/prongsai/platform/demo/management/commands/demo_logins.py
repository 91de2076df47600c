"""Prints how to begin: the log-ins of the invented office, or how to open the first agency."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from prongsai.platform.accounts.models import User
from prongsai.platform.agency.models import Agency
from prongsai.platform.demo.office import told_offices

BEGINS = "pimjai"
"""Whom to begin with: the coordinator, about whom the story is."""


class Command(BaseCommand):
    """Prints nothing where work has begun: the start of the installation asks this of every one."""

    help = "Print the log-ins of the demonstration, or how to open the first agency"

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Print a line for each account that somebody may enter."""
        if not Agency.objects.exists():
            self.stdout.write(_("No agency is here yet. Open the first one in another window:"))
            asked = _('CODE "NAME OF THE AGENCY" "GIVEN AND FAMILY NAME"')
            self.stdout.write(f"  prongsai manage open_agency {asked}")
            return
        story, twin = told_offices()
        agency = Agency.objects.filter(code=story.agency["code"], demo_today__isnull=False, closed=None).first()
        if agency is None:
            return
        people = [(someone.login, someone.shows) for someone in story.people if someone.logs_in]
        entering = people + [(extra.login, extra.shows) for extra in story.extra_accounts]
        told = {"agency": agency.short_name, "passphrase": settings.DEMO_PASSPHRASE}
        self.stdout.write("")
        self.stdout.write(_("Try it: %(agency)s, an invented office. One passphrase for all: %(passphrase)s") % told)
        for login, shows in sorted(entering, key=lambda told: told[0] != BEGINS):
            self.stdout.write(f"  {login:<12} {shows}")
        if Agency.objects.filter(code=twin.agency["code"], closed=None).exists():
            host = {"host": twin.agency["host"]}
            self.stdout.write(_("A second office with the same login names is at the name %(host)s.") % host)
        for login, shows, name in _at_other_names([story.agency["code"], twin.agency["code"]]):
            self.stdout.write(f"  {login:<12} {shows}: {name}")


def _at_other_names(codes: list[str]) -> Iterable[tuple[str, str, str]]:
    """Give login name, what is shown and host of the accounts in demo agencies that a room made for itself."""
    others = User.objects.filter(agency__demo_today__isnull=False, agency__closed=None).exclude(agency__host="")
    found = others.exclude(agency__code__in=codes).order_by("pk")
    return found.values_list("login_name", "display_name", "agency__host")
