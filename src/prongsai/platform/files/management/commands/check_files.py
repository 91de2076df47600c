"""`prongsai manage check_files`: says whether every row of a file has its content."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.platform.agency.models import Agency
from prongsai.platform.files.consistency import compare
from prongsai.platform.tenancy.speaker import speaking


class Command(BaseCommand):
    """Compares rows and contents of every agency. Exit status 1 where they disagree."""

    help = "Compare the files on the disk with their rows in the database"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take `--read`."""
        parser.add_argument("--read", action="store_true", help="read every file, not only its size")

    def handle(self, *_args: Any, read: bool = False, **_options: Any) -> None:
        """Compare."""
        sound = True
        for agency in Agency.objects.order_by("code"):
            with transaction.atomic(), speaking(agency.pk, actor="command:check_files"):
                found = compare(agency.pk, reading=read)
                for version in found.damaged:
                    told = {"agency": agency.code, "file": version.public_id, "sha256": version.sha256}
                    self.stdout.write(
                        _("%(agency)s: the content of %(file)s is missing or damaged (%(sha256)s)") % told
                    )
            if found.old_orphans:
                told = {"agency": agency.code, "count": found.old_orphans}
                self.stdout.write(_("%(agency)s: %(count)s contents that no file names") % told)
            sound = sound and found.is_sound
        if not sound:
            sys.exit(1)
        self.stdout.write(_("Every file has its content."))
