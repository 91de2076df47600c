"""Brings an Excel file (.xlsx) into the neutral shape: its visible sheets one after the other, as a person sees them.

Formulas are never calculated: what the file keeps as their result is read. Hidden sheets, rows and columns are named
in notices and not read.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from prongsai.ita.reading.layout import Block, Row, Table, TextLine
from prongsai.ita.reading.layout_result import Layout
from prongsai.ita.reading.markup import cell_lines
from prongsai.ita.reading.ooxml import Package, broken
from prongsai.ita.reading.vocabulary import standard_vocabulary
from prongsai.ita.reading.xlsx_blocks import sheet_blocks
from prongsai.ita.reading.xlsx_doubts import CellDoubts
from prongsai.ita.reading.xlsx_grid import shown_rows
from prongsai.ita.reading.xlsx_parts import SheetParts
from prongsai.ita.reading.xlsx_sheet import MOST_CELLS, SheetDetails, cell_name
from prongsai.ita.reading.xlsx_values import shown_value
from prongsai.ita.reading.years import years_in
from prongsai.ita.thai import Notice, Refused, normalise

MOST_SHEETS = 100
"""Sheets that a workbook may have."""


def xlsx_blocks(data: bytes) -> Layout:
    """Give the blocks of the visible sheets of an Excel file in order.

    Notices: `hidden-sheets`, `hidden-rows`, `hidden-columns` (not read), `cell-error` (a formula without a result, left
    empty), `percent` (shown as a figure of 100), `date-doubtful` (a year that cannot be meant as it is stored).
    Refuses TRUNCATED (no sound Excel file) and SIZE (more than 200,000 values or 100 sheets, or values too far apart).
    """
    walk = _Walk(SheetParts(Package(data)))
    _walk_through(data, walk.read_blocks, walk)
    return Layout(tuple(walk.blocks), walk.doubts.notices())


def xlsx_rows(data: bytes) -> tuple[list[tuple[str, list[Row]]], tuple[Notice, ...]]:
    """Give the visible sheets of an Excel file as name and rows, numbered within their sheet, and the notices.

    Notices and refusals are those of `xlsx_blocks`. Between rows that do not touch stands one empty row.
    """
    walk = _Walk(SheetParts(Package(data)))
    found: list[tuple[str, list[Row]]] = []
    _walk_through(data, lambda name, *sheet: found.append((name, walk.rows(name, *sheet))), walk)
    return found, walk.doubts.notices()


def _walk_through(data: bytes, take: Callable[[str, CalamineSheet, SheetDetails], None], walk: _Walk) -> None:
    """Hand over each visible worksheet that holds something."""
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            if len(workbook.sheet_names) > MOST_SHEETS:
                raise Refused("SIZE", f"แฟ้มมีเกิน {MOST_SHEETS} แผ่นงาน โปรดแยกแฟ้ม")
            for n, sheet in enumerate(workbook.sheets_metadata):
                if sheet.typ is not SheetTypeEnum.WorkSheet:
                    continue
                if sheet.visible is not SheetVisibleEnum.Visible:
                    walk.doubts.note("hidden-sheets", sheet.name)
                    continue
                details = walk.book.details(sheet.name, most_cells=MOST_CELLS - walk.filled)
                if details.filled:  # only now are the values loaded
                    take(sheet.name, workbook.get_sheet_by_index(n), details)
    except CalamineError:
        raise broken() from None


@dataclass
class _Walk:
    """One walk through the sheets of a workbook."""

    book: SheetParts
    blocks: list[Block] = field(default_factory=list)
    doubts: CellDoubts = field(default_factory=CellDoubts)
    filled: int = 0
    above: int = 0
    """Rows of the sheets before this one: numbers of rows count on through the whole file."""

    def read_blocks(self, name: str, sheet: CalamineSheet, details: SheetDetails) -> None:
        """Add the blocks of a sheet."""
        found = sheet_blocks(self.rows(name, sheet, details, self.above), standard_vocabulary())
        if found and isinstance(found[0], Table) and self.above and years_in(name):
            found.insert(0, TextLine(name, self.above, gap=True))  # the only place that says the year
        self.blocks += found
        self.above += details.highest[0] + 1

    def rows(self, name: str, sheet: CalamineSheet, details: SheetDetails, above: int = 0) -> list[Row]:
        """Give the visible rows of a sheet, and note what is doubtful in it."""
        self.filled += details.filled
        texts = self._texts(name, sheet, details)
        self.doubts.note_hidden(name, texts, details)
        for at in details.troubled:
            self.doubts.note("cell-error", f"{name}!{cell_name(*at)}")
        return shown_rows(texts, sheet.merged_cell_ranges or (), details, above)

    def _texts(self, name: str, sheet: CalamineSheet, details: SheetDetails) -> dict[tuple[int, int], tuple[str, ...]]:
        """Give the lines of every filled cell by its place."""
        texts: dict[tuple[int, int], tuple[str, ...]] = {}
        left = sheet.start[1] if sheet.start else 0
        troubled = set(details.troubled)
        for row, values in enumerate(
            sheet.iter_rows()
        ):  # rows from the first of the sheet, columns from the first used
            for column, value in enumerate(values, left):
                at = (row, column)
                if value == "" or at in troubled:
                    continue
                shown = shown_value(value, self.book.code(details.styles.get(at, 0)))
                lines = cell_lines(normalise(shown.text))
                if lines:
                    texts[at] = lines
                if shown.doubt and not details.hides(at):
                    self.doubts.note(shown.doubt, f"{name}!{cell_name(*at)}")
        return texts
