"""A table on a sheet of its own: the header stays in sight and repeats on paper, bands span the table."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from prongsai.ita.papers.blocks import Row, Table
from prongsai.ita.writing.xlsx_cells import in_arabic, value_of
from prongsai.ita.writing.xlsx_pages import Pages

HEAD = {"bold": True, "bg_color": "#DCDCDC", "border": 1, "align": "center", "valign": "vcenter", "text_wrap": True}
BAND = {"bold": True, "bg_color": "#ECECEC", "border": 1, "text_wrap": True}
CELL = {"border": 1, "text_wrap": True}
NARROWEST = 11
_WIDTH_OF_A_COLUMN = 24
_WIDEST_TABLE = 150


def write_table(pages: Pages, name: str, table: Table) -> None:
    """Write a table with its caption above, lying on the page."""
    sheet = pages.sheet(name, landscape=True)
    widths = column_letters(table)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    head = 1 if table.caption else 0
    if table.caption:
        pages.write_row(sheet, 0, [in_arabic(table.caption)], [sum(widths)], bold=True)
    at = head + pages.write_row(sheet, head, [in_arabic(column.header) for column in table.columns], widths, **HEAD)
    sheet.freeze_panes(at, 0)
    sheet.repeat_rows(head, at - 1)
    for row in table.rows:
        at += _write_row(pages, sheet, at, row, widths)


def column_letters(table: Table) -> list[float]:
    """Return how many letters wide each column is: by the shares of the table, none too narrow for a figure."""
    shares = sum(column.share for column in table.columns)
    whole = min(_WIDEST_TABLE, _WIDTH_OF_A_COLUMN * len(table.columns))
    return [max(NARROWEST, round(whole * column.share / shares, 1)) for column in table.columns]


def _write_row(pages: Pages, sheet: Worksheet, at: int, row: Row, widths: Sequence[float]) -> int:
    """Write a row and return how many rows of the sheet it took."""
    if row.band is None:
        return pages.write_row(sheet, at, [value_of(cell) for cell in row.cells], widths, **CELL)
    if len(widths) > 1:
        sheet.merge_range(at, 0, at, len(widths) - 1, "", pages.format(**BAND))
    return pages.write_row(sheet, at, [in_arabic(row.band)], [sum(widths)], **BAND)
