"""Loads the reports of the invented office: `prongsai manage load_demo_reports`, after `load_demo_progress`."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from prongsai.office.reports.demo import load_demo_reports
from prongsai.platform.demo.office import story_agencies


class Command(BaseCommand):
    """May run any number of times; agencies that are no demonstration are left alone."""

    help = "Load the reports of the invented office of the demonstration"

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Load, and tell how many reports each office got."""
        for agency in story_agencies():
            count = load_demo_reports(agency)
            self.stdout.write(_("%(agency)s: %(count)s reports") % {"agency": agency.name, "count": count})
