"""Loads what the invented office asked of its units: `prongsai manage load_demo_data_calls`, after `load_demo_year`."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from prongsai.office.data_calls.demo import load_demo_data_calls
from prongsai.platform.demo.office import story_agencies


class Command(BaseCommand):
    """May run any number of times; agencies that are no demonstration are left alone."""

    help = "Load what the invented office of the demonstration asked of its units"

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Load, and tell how many things each office asked for."""
        for agency in story_agencies():
            count = load_demo_data_calls(agency)
            self.stdout.write(_("%(agency)s: %(count)s things asked for") % {"agency": agency.name, "count": count})
