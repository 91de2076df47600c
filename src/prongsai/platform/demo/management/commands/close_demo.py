"""Closes the invented office before real work begins: `prongsai manage close_demo`."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from prongsai.platform.demo.loading import close_demo


class Command(BaseCommand):
    """Its accounts, whose passphrase everybody knows, then open nothing any more."""

    help = "Close the invented office of the demonstration"

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Close, and say so."""
        closed = close_demo()
        self.stdout.write(_("The demonstration is closed.") if closed else _("No demonstration is open."))
