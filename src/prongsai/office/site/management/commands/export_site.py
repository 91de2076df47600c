"""Writes the site of an agency into a folder: `prongsai site export FOLDER`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.ita.thai import Refused
from prongsai.office.site.services import export_site
from prongsai.platform.agency.models import Agency
from prongsai.platform.tenancy.speaker import speaking


class Command(BaseCommand):
    """The folder must be new, empty, or an earlier export."""

    help = "Write the public site of an agency into a folder"

    def add_arguments(self, parser: CommandParser) -> None:
        """Ask where to, and of whom."""
        parser.add_argument("folder", type=Path)
        parser.add_argument("--agency", default="")

    def handle(self, *_args: Any, folder: Path, agency: str, **_options: Any) -> None:
        """Write, and tell how many files there are."""
        found = _agency(agency)
        try:
            with transaction.atomic(), speaking(found.pk, actor="command:export_site"):
                count = export_site(found, folder)
        except Refused as refused:
            raise CommandError(refused.message) from None
        self.stdout.write(_("%(agency)s: %(count)s files in %(folder)s") % {
            "agency": found.name, "count": count, "folder": folder,
        })  # fmt: skip


def _agency(code: str) -> Agency:
    agencies = Agency.objects.filter(closed=None).order_by("code")
    if code:
        agencies = agencies.filter(code=code)
    if len(agencies) != 1:
        told = {"codes": ", ".join(Agency.objects.filter(closed=None).order_by("code").values_list("code", flat=True))}
        raise CommandError(_("Say of which agency: --agency with one of %(codes)s") % told)
    return agencies[0]
