"""Writes the frameworks that were taken in to the folder of frameworks: `prongsai manage place_frameworks`."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from prongsai.office.rounds.services import place_frameworks


class Command(BaseCommand):
    """Run at every start: the database is what counts, the folder a copy that a restore or another machine lacks."""

    help = "Write the frameworks that were taken in by a page to the folder of frameworks"

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Write those that are missing or other."""
        if count := place_frameworks():
            self.stdout.write(_("Frameworks written: %(count)s") % {"count": count})
