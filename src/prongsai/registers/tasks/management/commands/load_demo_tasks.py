"""Loads the tasks of the invented office: `prongsai manage load_demo_tasks`, after `load_demo`."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from prongsai.platform.demo.office import story_agencies
from prongsai.registers.tasks.demo import load_demo_tasks


class Command(BaseCommand):
    """May run any number of times; agencies that are no demonstration are left alone."""

    help = "Load the tasks of the invented office of the demonstration"

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Load, and tell how many each office got."""
        for agency in story_agencies():
            count = load_demo_tasks(agency)
            self.stdout.write(_("%(agency)s: %(count)s tasks") % {"agency": agency.name, "count": count})
