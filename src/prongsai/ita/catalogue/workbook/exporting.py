"""Writes a framework as an XLSX workbook that an official can correct. Text stays text: nothing becomes a formula."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from prongsai.ita.catalogue.fields import Leaf, value_at
from prongsai.ita.catalogue.labels import choice_label
from prongsai.ita.catalogue.model import Framework
from prongsai.ita.catalogue.tables import TABLES, Table, single_leaves
from prongsai.ita.catalogue.topics import load_topics
from prongsai.ita.catalogue.workbook.cells import NO, YES, to_cell
from prongsai.ita.catalogue.workbook.guide import GUIDE
from prongsai.ita.catalogue.workbook.sheets import (
    GUIDE_SHEET,
    OPEN_SHEET,
    TOPIC_SHEET,
    YEAR_HEADINGS,
    YEAR_SHEET,
)

FONT = "TH SarabunPSK"
SPARE_ROWS = 200
"""Empty rows below a table that still offer the choices of their column."""

_NO_GUESSING = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_NARROW = frozenset({"number", "whole", "flag", "choice"})


def export_workbook(framework: Framework, path: Path) -> None:
    """Write a framework to an XLSX file. `import_workbook` reads an equal framework from it.

    Raises Refused LENGTH where a list does not fit into a cell, before anything is written.
    """
    path.write_bytes(workbook_bytes(framework))


def workbook_bytes(framework: Framework) -> bytes:
    """Give the workbook of a framework as bytes; the same framework gives the same bytes."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, _NO_GUESSING) as book:
        book.set_properties({"title": framework.title, "created": datetime(framework.year - 543, 1, 1)})
        writer = _Writer(book)
        writer.guide()
        writer.year(framework)
        for table in TABLES:
            writer.table(table, framework)
        writer.open_points(framework)
        writer.topics()
    return buffer.getvalue()


class _Writer:
    """Holds the book and its few formats."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self.book = book
        base = {"font_name": FONT, "font_size": 14, "valign": "top", "text_wrap": True, "border": 1}
        self.body = book.add_format(base)
        self.head = book.add_format(base | {"bold": True, "bg_color": "#E8EEF4"})
        self.still = book.add_format(base | {"font_color": "#777777"})
        self.plain = book.add_format({"font_name": FONT, "font_size": 16, "text_wrap": True})

    def guide(self) -> None:
        sheet = self.book.add_worksheet(GUIDE_SHEET)
        sheet.set_column(0, 0, 110, self.plain)
        for row, line in enumerate(GUIDE):
            sheet.write_string(row, 0, line, self.plain)

    def year(self, framework: Framework) -> None:
        sheet = self._sheet(YEAR_SHEET, YEAR_HEADINGS, (60, 70, 40))
        for row, leaf in enumerate(single_leaves(), start=1):
            sheet.write_string(row, 0, leaf.heading, self.still)
            self._write(sheet, row, 1, value_at(framework, leaf.path), leaf)
            sheet.write_string(row, 2, ".".join(leaf.path), self.still)
            self._offer(sheet, row, row, 1, leaf)

    def table(self, table: Table, framework: Framework) -> None:
        offset = 1 if table.keyed else 0
        widths = [12] * offset + [_width(column) for column in table.columns]
        sheet = self._sheet(table.name, table.headings, widths)
        rows = table.rows(framework)
        for row, (key, record) in enumerate(rows, start=1):
            if table.keyed:
                sheet.write_string(row, 0, key, self.body)
            for number, column in enumerate(table.columns, start=offset):
                self._write(sheet, row, number, value_at(record, column.path), column)
        for number, column in enumerate(table.columns, start=offset):
            self._offer(sheet, 1, len(rows) + SPARE_ROWS, number, column)

    def open_points(self, framework: Framework) -> None:
        sheet = self._sheet(OPEN_SHEET, (OPEN_SHEET,), (110,))
        for row, point in enumerate(framework.open_points, start=1):
            sheet.write_string(row, 0, point, self.body)

    def topics(self) -> None:
        sheet = self._sheet(TOPIC_SHEET, ("รหัสเรื่อง", "ชื่อ", "คำอธิบาย"), (34, 50, 90))
        for row, topic in enumerate(load_topics().values(), start=1):
            for column, text in enumerate((topic.id, topic.name_th, topic.description)):
                sheet.write_string(row, column, text, self.still)

    def _sheet(self, name: str, headings: tuple[str, ...], widths: Sequence[int]) -> Worksheet:
        sheet = self.book.add_worksheet(name)
        sheet.freeze_panes(1, 1)
        for column, (heading, width) in enumerate(zip(headings, widths, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, heading, self.head)
        return sheet

    def _write(self, sheet: Worksheet, row: int, column: int, value: object, leaf: Leaf) -> None:
        cell = to_cell(value, leaf)
        if cell is None:
            sheet.write_blank(row, column, None, self.body)
        elif isinstance(cell, str):
            sheet.write_string(row, column, cell, self.body)
        else:
            sheet.write_number(row, column, cell, self.body)

    def _offer(self, sheet: Worksheet, first: int, last: int, column: int, leaf: Leaf) -> None:
        """Let a cell be chosen from a list where its values are listed."""
        source: object = None
        if leaf.path[-1] == "topic":
            source = f"='{TOPIC_SHEET}'!$A$2:$A${len(load_topics()) + 1}"
        elif leaf.kind == "flag":
            source = [YES, NO]
        elif leaf.kind == "choice" and not leaf.many:
            source = [choice_label(choice) for choice in leaf.choices]
        if source is not None:
            sheet.data_validation(first, column, last, column, {"validate": "list", "source": source})


def _width(leaf: Leaf) -> int:
    if leaf.kind in _NARROW and not leaf.many:
        return 14
    if leaf.path[-1] in ("code", "indicator", "sub_indicator", "source", "scale") or leaf.path[-1].endswith("_source"):
        return 16
    return 44
