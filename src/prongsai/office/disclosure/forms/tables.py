"""A table as people bring one: pasted from Excel, or a file of one sheet."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from prongsai.ita.reading import read_rows_limited
from prongsai.ita.thai import Refused
from prongsai.office.disclosure.services.pieces import MOST_COLUMNS, MOST_ROWS
from prongsai.platform.files.fields import file_error
from prongsai.platform.files.limited import CleanFile

Rows = list[list[str]]
LONGEST_CELL = 2_000
UNSEEN = ("hidden", "cell-error")
"""Rules of notices about what a file holds and its writer did not see."""


def pasted_rows(text: str) -> Rows:
    """Read cells as Excel puts them on the clipboard: tabs between them, quotes around those of several lines.

    The first row is the head. Raises ValidationError for no rows below it, and more than a page takes.
    """
    return checked(csv.reader(text.splitlines(keepends=True), delimiter="\t"))


def sent_rows(file: CleanFile) -> tuple[Rows, list[str]]:
    """Read the one sheet of a .xlsx or .csv file, in a limited child, and what should be looked at again in it.

    Raises ValidationError as `pasted_rows` does, and for hidden rows and cells in error, with their places: what is
    published must be what its writer saw.
    """
    try:
        found = read_rows_limited(file.data, file.name)
    except Refused as refused:
        raise file_error(refused, file.name) from None
    if unseen := [notice.message for notice in found.notices if notice.rule.startswith(UNSEEN)]:
        raise ValidationError(unseen)
    sheets = [sheet for sheet in found.sheets if any(not row.is_empty for row in sheet)]
    if len(sheets) > 1:
        raise ValidationError(_("The file has several sheets. Send a file with one, or paste the table."))
    rows = checked(row.texts for sheet in sheets for row in sheet)
    return rows, [notice.message for notice in found.notices]


def checked(rows: Iterable[Sequence[str]]) -> Rows:
    """Give rows of one width, without empty rows and empty columns at the end."""
    found: Rows = []
    try:
        for row in rows:
            cells = [cell.strip() for cell in row]
            if any(cells):
                found.append(cells)
            if len(found) > MOST_ROWS + 1:
                raise ValidationError(_("More than %(most)s rows. Part the table.") % {"most": f"{MOST_ROWS:,}"})
    except csv.Error:
        raise ValidationError(_("This is no table. Copy the cells from Excel and paste them here.")) from None
    if len(found) < 2:
        raise ValidationError(_("A table has a head and at least one row below it."))
    width = max(len(cells) - _empty_at_end(cells) for cells in found)
    if width > MOST_COLUMNS:
        raise ValidationError(_("More than %(most)s columns. Part the table.") % {"most": MOST_COLUMNS})
    if any(len(cell) > LONGEST_CELL for cells in found for cell in cells):
        raise ValidationError(_("A cell is longer than %(most)s letters.") % {"most": f"{LONGEST_CELL:,}"})
    return [(cells + [""] * width)[:width] for cells in found]


def _empty_at_end(cells: Sequence[str]) -> int:
    return next((n for n, cell in enumerate(reversed(cells)) if cell), len(cells))
