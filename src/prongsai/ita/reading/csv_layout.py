"""Lays out tables saved as text: comma, semicolon or tab between the cells, quotation marks around them."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from prongsai.ita.reading.layout import Cell, Row
from prongsai.ita.reading.layout_result import Layout
from prongsai.ita.reading.markup import cell_lines
from prongsai.ita.reading.vocabulary import standard_vocabulary
from prongsai.ita.reading.xlsx_blocks import sheet_blocks
from prongsai.ita.thai import Notice, Refused, normalise

DELIMITERS = ",;\t"
MOST_CELLS = 200_000

_SAMPLE_ROWS = 60
_LONGEST_CELL = 100_000
_UNBALANCED = Notice("quotes-unbalanced", "เครื่องหมายคำพูดในแฟ้มไม่ครบคู่ อ่านทุกบรรทัดเป็นหนึ่งแถว โปรดตรวจตาราง")


def csv_blocks(text: str) -> Layout:
    """Lay out a table saved as text: title lines, tables, remarks below them. Refuses SIZE (over 200,000 cells)."""
    text = normalise(text).removeprefix("\ufeff")
    notices: tuple[Notice, ...] = ()
    try:
        rows = list(_numbered(csv_rows(text)))
    except csv.Error:
        notices = (_UNBALANCED,)
        rows = _unquoted(text)
    return Layout(tuple(sheet_blocks(rows, standard_vocabulary())), notices)


def _unquoted(text: str) -> list[Row]:
    try:
        return list(_numbered(csv_rows(text, quoted=False)))
    except csv.Error:
        raise Refused("SIZE", f"ช่องหนึ่งยาวเกิน {_LONGEST_CELL:,} ตัวอักษร โปรดตรวจเครื่องหมายคั่นคอลัมน์") from None


def csv_rows(text: str, *, quoted: bool = True) -> Iterator[list[str]]:
    """Give the rows of the text, by the delimiter that fits it. Raises csv.Error where quotation marks never close."""
    lines = text.split("\n")
    delimiter, first = _told_delimiter(lines[0])
    csv.field_size_limit(_LONGEST_CELL)
    body = io.StringIO("\n".join(lines[first:]), newline="")
    sign = delimiter or _delimiter(text)
    if quoted:
        return csv.reader(body, delimiter=sign, strict=True)
    return csv.reader(body, delimiter=sign, quoting=csv.QUOTE_NONE)


def _told_delimiter(line: str) -> tuple[str | None, int]:
    """Give the delimiter that a spreadsheet has told in a first line `sep=;`, and the line where the table begins."""
    told = line.strip().lower()
    return (told[4], 1) if len(told) == 5 and told.startswith("sep=") and told[4] in DELIMITERS else (None, 0)


def _delimiter(text: str) -> str:
    """Choose the delimiter that gives most rows the same number of cells, and more than one.

    Where several do, the rarer sign of ordinary text is meant: a tab, then a semicolon.
    """
    return max(DELIMITERS, key=lambda sign: (_fit(text, sign), DELIMITERS.index(sign)))


def _fit(text: str, sign: str) -> int:
    """Say how well a delimiter fits: how many rows have the commonest width above one."""
    try:
        rows = islice(csv.reader(io.StringIO(text, newline=""), delimiter=sign), _SAMPLE_ROWS)
        widths = Counter(len(row) for row in rows if len(row) > 1)
    except csv.Error:
        return 0
    return max(widths.values(), default=0)


def _numbered(rows: Iterator[list[str]]) -> Iterator[Row]:
    total = 0
    for number, raw in enumerate(rows, 1):
        total += len(raw)
        if total > MOST_CELLS:
            raise Refused("SIZE", f"ตารางมีช่องเกิน {MOST_CELLS:,} ช่อง โปรดแยกแฟ้ม")
        yield Row(tuple(Cell(cell_lines(cell)) for cell in raw), number)
