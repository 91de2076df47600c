"""The rows of a list below the row that heads them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django.utils.translation import gettext as _

from prongsai.ita.reading import RowList, find_heading
from prongsai.ita.reading.row_cells import RowCells
from prongsai.ita.reading.row_lists import rows_below
from prongsai.ita.thai import Refused


def rows_under_heading(
    found: RowList, columns: Mapping[str, Sequence[str]], needed: Iterable[str], *, most: int
) -> list[RowCells]:
    """Give the filled rows of every sheet that has a heading, each with its cells to be read by field.

    `columns`: for each field the words that may head its column, the room's own first. Refuses COLUMNS (no sheet heads
    all `needed` fields), EMPTY (no row below a heading) and SIZE (more than `most` rows).
    """
    wanted = tuple(needed)
    headed = [(heading, sheet) for sheet in found.sheets if (heading := find_heading(sheet, columns, wanted))]
    if not headed:
        names = " ".join(f"“{columns[name][0]}”" for name in wanted)
        said = _("No row heads the columns %(names)s. Use the workbook of this page.") % {"names": names}
        raise Refused("COLUMNS", said)
    rows = [RowCells(row, heading) for heading, sheet in headed for row in rows_below(sheet, heading)]
    if not rows:
        raise Refused("EMPTY", _("Nothing stands below the heading."))
    if len(rows) > most:
        raise Refused("SIZE", _("More than %(most)s rows. Part the file.") % {"most": f"{most:,}"})
    return rows
