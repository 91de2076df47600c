"""Loads the ITA years of the invented office: `prongsai manage load_demo_year`, after `load_demo`."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from prongsai.office.findings.demo import load_demo_year
from prongsai.platform.demo.office import story_agencies


class Command(BaseCommand):
    """May run any number of times; agencies that are no demonstration are left alone."""

    help = "Load the ITA years of the invented office of the demonstration"

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Load, and tell how many years each office got."""
        for agency in story_agencies():
            count = load_demo_year(agency)
            self.stdout.write(_("%(agency)s: %(count)s ITA years") % {"agency": agency.name, "count": count})
