"""Writes the demo's results paper as a workbook, as an office that types its results into a sheet would have it."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

import xlsxwriter
import yaml

from prongsai.ita.thai import printed_number

_MADE = datetime(2023, 8, 15)


def results_workbook(source: str) -> bytes:
    """Make the workbook that a YAML source describes; the same bytes for the same source."""
    data: dict[str, Any] = yaml.safe_load(source)
    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, {"in_memory": True})
    book.set_properties({"title": data["sheets"][0]["lines"][0], "created": _MADE})
    styles = {
        "line": book.add_format({"bold": True}),
        "header": book.add_format({"bold": True, "border": 1, "text_wrap": True, "align": "center"}),
        "text": book.add_format({"border": 1, "text_wrap": True, "valign": "top"}),
        "score": book.add_format({"border": 1, "num_format": "0.00", "valign": "top"}),
    }
    for entry in data["sheets"]:
        _write_sheet(book.add_worksheet(entry["name"]), entry, data["footer"], styles)
    book.close()
    return written.getvalue()


def _write_sheet(sheet: Any, entry: dict[str, Any], footer: str, styles: dict[str, Any]) -> None:
    for n, width in enumerate(entry["widths"]):
        sheet.set_column(n, n, width)
    sheet.set_paper(9)
    sheet.set_footer(f"&C{footer}")
    for n, line in enumerate(entry["lines"]):
        sheet.write_string(n, 0, line, styles["line"])
    top = len(entry["lines"]) + 1
    sheet.write_row(top, 0, entry["header"], styles["header"])
    for n, row in enumerate(entry["rows"], top + 1):
        for k, value in enumerate(row):
            _write_cell(sheet, n, k, value, styles)
    sheet.write_string(top + len(entry["rows"]) + 2, 0, footer)


def _write_cell(sheet: Any, row: int, column: int, value: str | int, styles: dict[str, Any]) -> None:
    """Write a whole number as it is, a figure in text as a score of two decimals, anything else as text."""
    score = printed_number(value) if isinstance(value, str) else None
    if isinstance(value, int):
        sheet.write_number(row, column, value, styles["text"])
    elif score is not None:
        sheet.write_number(row, column, float(score), styles["score"])
    else:
        sheet.write_string(row, column, value, styles["text"])
