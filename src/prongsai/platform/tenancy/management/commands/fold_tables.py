"""For developers, after `makemigrations` of a new room: its first migration makes its tables together."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.writer import MigrationWriter

from prongsai.platform.tenancy.tables_together import TablesTogether, folded

FIRST = "0001_initial"
_HEAD = re.compile(r'(?:#.*\n|"""[\s\S]*?"""\n)*')


class Command(BaseCommand):
    """Writes the file anew; the tables it makes stay the same."""

    help = "Write the first migration of a room so that its tables are made together, which is much faster"

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the label of the room."""
        parser.add_argument("label")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Fold, and name the file."""
        migration = MigrationLoader(None).disk_migrations.get((options["label"], FIRST))
        if migration is None:
            raise CommandError(f"no {FIRST} of {options['label']}")
        if not any(isinstance(operation, TablesTogether) for operation in migration.operations):
            together = type("Migration", (type(migration),), {"operations": [folded(migration.operations)]})
            writer = MigrationWriter(together(migration.name, migration.app_label), include_header=False)
            path = Path(writer.path)
            head = _HEAD.match(path.read_text("utf-8"))
            path.write_text(f"{head[0] if head else ''}\n{writer.as_string()}", "utf-8")
            self.stdout.write(path.name)
