"""Lists as CSV and Excel: for spreadsheets of offices, in which no text may become a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from prongsai.ita.thai import to_arabic
from prongsai.ita.writing.row_sheet import write_row_sheet
from prongsai.ita.writing.xlsx_cells import figure, may_become_a_formula

_BOM = "\ufeff"
_LEAD = re.compile(r"^[\s;,]*")
_WIDEST = 60


def as_csv(head: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Write a list as CSV (RFC 4180): UTF-8 with the mark that Excel looks for, Arabic digits, no formula.

    A text that a spreadsheet could take for a formula gets an apostrophe before it; figures stay as they are.
    """
    told = io.StringIO(newline="")
    told.write(_BOM)
    writer = csv.writer(told)
    writer.writerow([guarded(entry) for entry in head])
    writer.writerows([guarded("" if cell is None else str(cell)) for cell in row] for row in rows)
    return told.getvalue().encode()


def as_xlsx(title: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Write a table as a workbook of one sheet."""
    columns = [(entry, min(_WIDEST, max(12, len(entry) + 2))) for entry in head]
    return write_row_sheet(title, columns, rows)


def guarded(text: str) -> str:
    """Give a text as it stands in a cell of a CSV file."""
    plain = to_arabic(text.replace("\x00", ""))
    begins = _LEAD.sub("", plain)
    risky = may_become_a_formula(plain) or may_become_a_formula(begins)
    return f"'{plain}" if risky and len(begins) > 1 and figure(plain) is None else plain
