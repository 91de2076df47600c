"""Loads the meetings of the invented office: `prongsai manage load_demo_meetings`, after `load_demo`."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from prongsai.platform.agency.models import Agency
from prongsai.registers.meetings.demo import CODE, load_demo_meetings


class Command(BaseCommand):
    """May run any number of times; agencies that are no demonstration, and the twin, are left alone."""

    help = "Load the meetings of the invented office of the demonstration"

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Load, and tell how many the office got."""
        for agency in Agency.objects.filter(demo_today__isnull=False, closed=None, code=CODE):
            count = load_demo_meetings(agency)
            self.stdout.write(_("%(agency)s: %(count)s meetings") % {"agency": agency.name, "count": count})
