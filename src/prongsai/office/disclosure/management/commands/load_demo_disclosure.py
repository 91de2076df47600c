"""Loads what the invented office discloses: `prongsai manage load_demo_disclosure`, after `load_demo_data_calls`."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from prongsai.office.disclosure.demo import load_demo_disclosure
from prongsai.platform.demo.office import story_agencies


class Command(BaseCommand):
    """May run any number of times; agencies that are no demonstration are left alone."""

    help = "Load what the invented office of the demonstration discloses"

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Load, and tell how many pieces each office got."""
        for agency in story_agencies():
            count = load_demo_disclosure(agency)
            self.stdout.write(_("%(agency)s: %(count)s pieces of items") % {"agency": agency.name, "count": count})
