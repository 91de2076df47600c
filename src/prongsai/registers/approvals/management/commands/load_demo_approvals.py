"""Loads what the invented office has submitted: `prongsai manage load_demo_approvals`, after `load_demo`."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from prongsai.platform.demo.office import story_agencies
from prongsai.registers.approvals.demo import load_demo_approvals


class Command(BaseCommand):
    """May run any number of times; agencies that are no demonstration are left alone."""

    help = "Load what the invented office of the demonstration has submitted"

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Load, and tell how many each office got."""
        for agency in story_agencies():
            count = load_demo_approvals(agency)
            self.stdout.write(_("%(agency)s: %(count)s submissions") % {"agency": agency.name, "count": count})
