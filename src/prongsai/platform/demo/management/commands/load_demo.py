"""Loads the invented office: `prongsai manage load_demo`."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from prongsai.platform.demo.loading import is_unused, load_demo
from prongsai.platform.ui.refusals import Conflict


class Command(BaseCommand):
    """May run any number of times; what is there stays as people left it."""

    help = "Load the invented office of the demonstration and its twin"

    def add_arguments(self, parser: CommandParser) -> None:
        """Take --where-unused and --force."""
        parser.add_argument(
            "--where-unused", action="store_true", help="only on an installation that nobody uses, and PRONGSAI_DEMO on"
        )
        parser.add_argument("--force", action="store_true", help="also beside a real agency")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Load, and name what was loaded."""
        if options["where_unused"] and not (settings.DEMO_WHERE_UNUSED and is_unused()):
            return
        try:
            loaded = load_demo(force=options["force"])
        except Conflict as conflict:
            message = _("A real agency is here. Everybody knows the passphrase of the demonstration; --force loads it.")
            raise CommandError(message) from conflict
        if options["where_unused"]:
            return  # the start of the installation has its own words
        for agency in loaded:
            self.stdout.write(agency.name)
        if not loaded:
            self.stdout.write(_("The demonstration is there already."))
