"""Loads the progress of the invented office: `prongsai manage load_demo_progress`, after `load_demo_measures`."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from prongsai.office.evidence.demo import load_demo_progress
from prongsai.platform.demo.office import story_agencies


class Command(BaseCommand):
    """May run any number of times; agencies that are no demonstration are left alone."""

    help = "Load what the invented office of the demonstration has done of its measures"

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Load, and tell how many proofs each office got."""
        for agency in story_agencies():
            count = load_demo_progress(agency)
            self.stdout.write(_("%(agency)s: %(count)s proofs") % {"agency": agency.name, "count": count})
