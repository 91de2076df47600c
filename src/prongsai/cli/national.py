"""Yearly results of many agencies: collected from a sheet with a progress bar, and shown."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from prongsai.cli.language import translate as _
from prongsai.cli.output import print_heading, print_list, print_table

if TYPE_CHECKING:
    from prongsai.ita.reading import NationalColumns, NationalRow, RowError

MANY = 20
"""Rows in doubt that are shown; all stand in the JSON."""


@dataclass
class NationalResults:
    """All that was read of one file."""

    columns: list[NationalColumns] = field(default_factory=list)
    rows: list[NationalRow] = field(default_factory=list)
    errors: list[RowError] = field(default_factory=list)

    def as_json(self) -> dict[str, object]:
        """Give everything as plain data."""
        from prongsai.ita.reading.national_json import entry_as_json  # noqa: PLC0415

        def plain(entries: list[NationalColumns] | list[NationalRow] | list[RowError]) -> list[object]:
            return [value for entry in entries for value in entry_as_json(entry).values()]

        return {"columns": plain(self.columns), "rows": plain(self.rows), "errors": plain(self.errors)}


def collect_national(file: Path) -> NationalResults:
    """Read a file in a child process; where a person looks on, a bar on the error output tells how far it is."""
    from prongsai.ita.reading import NationalColumns, NationalRow, read_national_limited  # noqa: PLC0415

    results = NationalResults()
    with _progress_bar() as progress:
        for entry in read_national_limited(file, progress=progress):
            if isinstance(entry, NationalColumns):
                results.columns.append(entry)
            elif isinstance(entry, NationalRow):
                results.rows.append(entry)
            else:
                results.errors.append(entry)
    return results


@contextmanager
def _progress_bar() -> Iterator[Callable[[int, int], None] | None]:
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console  # noqa: PLC0415 - only where somebody looks on
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(_("Reading rows"), total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def show_national(results: NationalResults) -> None:
    """Print what the columns were taken for, how many agencies were read, and the rows in doubt."""
    for columns in results.columns:
        print_heading(columns.sheet or _("Columns"))
        print_table([_("Read as"), _("Heading")], [[what, printed] for what, printed in columns.read.items()])
        if columns.unread:
            print_list([_("not read: {headings}").format(headings=" · ".join(columns.unread))])
    print_heading(_("Agencies read: {count}").format(count=len(results.rows)))
    levels = Counter(row.level for row in results.rows if row.level)
    print_list([f"{level}: {count}" for level, count in levels.most_common()])
    print_heading(_("Rows in doubt: {count}").format(count=len(results.errors)))
    told = [str(refused) for error in results.errors[:MANY] for refused in error.refusals]
    print_list(told)
    if len(results.errors) > MANY:
        click.echo(_("The first {count} are shown; --json lists them all.").format(count=MANY))
