"""Signs what is not signed yet; `--gather` also puts the heads of each day together."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from prongsai.platform.audit.late import sign_what_is_missing
from prongsai.platform.audit.services import journal


class Command(BaseCommand):
    """Part of each start of the installation."""

    help = "Sign lines of the log of deeds that an interruption left without a signed head."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take --gather."""
        parser.add_argument("--gather", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 - Django's own signature
        """Sign, and say how many spans there were where there were any."""
        spans = sign_what_is_missing()
        if options["gather"]:
            journal().gather()
        if spans:
            self.stdout.write(f"{spans} span(s) of the log were signed late")
