"""Loads the basic pages of the invented office: `prongsai manage load_demo_site`, after `load_demo_disclosure`."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from prongsai.office.site.demo import load_demo_site
from prongsai.platform.demo.office import story_agencies


class Command(BaseCommand):
    """May run any number of times; agencies that are no demonstration are left alone."""

    help = "Load the basic pages of the invented office of the demonstration, and let its site be made"

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Load, and tell how many pages each office got."""
        for agency in story_agencies():
            count = load_demo_site(agency)
            self.stdout.write(_("%(agency)s: %(count)s basic pages") % {"agency": agency.name, "count": count})
