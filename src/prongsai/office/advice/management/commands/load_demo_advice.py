"""Loads the adviser of the demonstration: `prongsai manage load_demo_advice`, after `load_demo_year`."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from prongsai.office.advice.demo import load_demo_advice


class Command(BaseCommand):
    """May run any number of times; does nothing where there is no demonstration."""

    help = "Load the adviser of the invented office of the demonstration, and six invented agencies"

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Load, and tell how many agencies are advised."""
        if count := load_demo_advice():
            self.stdout.write(_("%(count)s agencies have an adviser") % {"count": count})
