"""A list as a workbook of one sheet: a heading, rows below it, and a second sheet of words on how to fill it in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import TypeAlias

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from prongsai.ita.thai import format_date
from prongsai.ita.writing.xlsx_cells import in_arabic
from prongsai.ita.writing.xlsx_names import sheet_names

Value: TypeAlias = str | int | Decimal | date | None

HELP = "คำอธิบาย"
_PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}


def write_row_sheet(
    name: str, columns: Sequence[tuple[str, int]], rows: Iterable[Sequence[Value]], *, words: Sequence[str] = ()
) -> bytes:
    """Return the workbook. `columns` are headings with their widths in characters, `words` sentences of help.

    Digits are Arabic, counts are numbers, days are written out (`17 มีนาคม 2568`), no text becomes a formula.
    It prints across A4, the heading again on each page.
    """
    target = BytesIO()
    with Workbook(target, _PLAIN) as book:
        head = book.add_format({"bold": True, "text_wrap": True, "bg_color": "#E7EDF6", "border": 1, "valign": "top"})
        body = book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
        (title,) = sheet_names([name], other=name)
        page = book.add_worksheet(title)
        for column, (heading, width) in enumerate(columns):
            page.set_column(column, column, width)
            page.write_string(0, column, heading, head)
        for number, values in enumerate(rows, start=1):
            _write_row(page, number, values, body)
        _set_print(page)
        if words:
            _write_words(book, words)
    return target.getvalue()


def _write_row(page: Worksheet, number: int, values: Sequence[Value], body: Format) -> None:
    for column, value in enumerate(values):
        if isinstance(value, date):
            page.write_string(number, column, format_date(value, digits="arabic"), body)
        elif isinstance(value, str):
            page.write_string(number, column, in_arabic(value), body)
        elif value is not None:
            page.write_number(number, column, float(value), body)


def _set_print(page: Worksheet) -> None:
    page.freeze_panes(1, 1)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def _write_words(book: Workbook, words: Sequence[str]) -> None:
    page = book.add_worksheet(HELP)
    page.set_column(0, 0, 100)
    for row, sentence in enumerate(words):
        page.write_string(row, 0, sentence)
