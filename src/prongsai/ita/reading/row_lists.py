"""Lists that an office keeps in a workbook, such as its staff: rows as they stand, and what their columns hold.

Nothing is inferred: a row is its texts with its place. What the columns mean says whoever asks, by the words that may
head them.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from prongsai.ita.reading.archive import clean_archive
from prongsai.ita.reading.folding import fold
from prongsai.ita.reading.kinds import FileKind, recognise
from prongsai.ita.reading.markup import cell_lines
from prongsai.ita.reading.sizes import check_size
from prongsai.ita.thai import Notice, Place, Refused, decode, normalise

HEADING_WITHIN = 40
"""Rows at the top of a sheet among which the heading must stand."""

MOST_CELLS = 200_000
_SIGNS = re.compile(r"[().:*\-_/,\s]+")
_FORMULA = re.compile(r"\s*[=＝]")


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row with its texts; `number` counts from 1 within the sheet, as a person sees it. A text keeps its lines."""

    number: int
    texts: tuple[str, ...]
    sheet: str | None = None

    def text(self, column: int | None) -> str:
        """Give the text of a column on one line, empty where there is none."""
        return " ".join(self.lines(column))

    def lines(self, column: int | None) -> tuple[str, ...]:
        """Give the lines of a column, none where it is empty."""
        held = self.texts[column] if column is not None and column < len(self.texts) else ""
        return tuple(held.split("\n")) if held else ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return not any(self.texts)

    def place(self, column: str | None = None) -> Place:
        """Say where it stands."""
        return Place(sheet=self.sheet, row=self.number, column=column)


@dataclass(frozen=True, slots=True)
class RowList:
    """The rows of each visible sheet, and what a person should know of the file (hidden rows, cells in error)."""

    sheets: tuple[tuple[ListRow, ...], ...]
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a list: its row, the column (from 0) of each field, headings as printed, headings not read."""

    row: ListRow
    columns: Mapping[str, int]
    unread: tuple[str, ...] = ()
    repeated: tuple[str, ...] = field(default=())

    def printed(self, wanted: str) -> str:
        """Give the words that head the column of a field."""
        return self.row.text(self.columns.get(wanted))


def read_rows(data: bytes, name: str) -> RowList:
    """Read a .xlsx or .csv file in this process; for a file from outside see `limited.read_rows_limited`.

    Hidden sheets, rows and columns are not read and are named in the notices; formulas are not calculated. Refuses
    KIND, SIZE (more than 200,000 cells), QUOTES, EMPTY (no text at all) and what opening the file refuses, with its
    name in the place.
    """
    check_size(data, name)
    try:
        found = _read(data, recognise(data, name))
    except Refused as refused:
        raise refused.at(file=name) from None
    if not any(not row.is_empty for sheet in found.sheets for row in sheet):
        raise Refused("EMPTY", "ไม่พบข้อความในแฟ้ม โปรดตรวจว่าแฟ้มมีเนื้อหา").at(file=name)
    return found


def find_heading(rows: Sequence[ListRow], words: Mapping[str, Iterable[str]], needed: Iterable[str]) -> Heading | None:
    """Find the row that heads a list: the one whose cells name most fields, all `needed` ones among them.

    `words`: for each field the words that may head its column, compared without blanks and signs. A column named twice
    counts once, and is told in `repeated`.
    """
    known = {_key(word): what for what, heads in words.items() for word in heads}
    best: Heading | None = None
    for row in rows[:HEADING_WITHIN]:
        found = _heading(row, known)
        if set(needed) <= set(found.columns) and (best is None or len(found.columns) > len(best.columns)):
            best = found
    return best


def rows_below(rows: Sequence[ListRow], heading: Heading) -> Iterator[ListRow]:
    """Give the filled rows below a heading, without those that only repeat it on a new page."""
    repeated = tuple(_key(text) for text in heading.row.texts)
    for row in rows:
        if row.number > heading.row.number and not row.is_empty and tuple(map(_key, row.texts)) != repeated:
            yield row


def may_be_formula(text: str) -> bool:
    """Say whether a text is a formula that a program saved as text: it holds no value."""
    return _FORMULA.match(text) is not None


def list_as_json(found: RowList) -> Iterator[dict[str, Any]]:
    """Give the sheets and notices of a list as plain data, one after the other."""
    for sheet in found.sheets:
        name = sheet[0].sheet if sheet else None
        yield {"sheet": name, "rows": [[row.number, list(row.texts)] for row in sheet]}
    for notice in found.notices:
        yield {"notice": [notice.rule, notice.message, notice.value]}


def list_from_json(told: Iterable[Mapping[str, Any]]) -> RowList:
    """Make a list from what `list_as_json` gave."""
    sheets, notices = [], []
    for entry in told:
        if "notice" in entry:
            notices.append(Notice(*entry["notice"]))
        else:
            sheets.append(tuple(ListRow(number, tuple(texts), entry["sheet"]) for number, texts in entry["rows"]))
    return RowList(tuple(sheets), tuple(notices))


def _read(data: bytes, kind: FileKind) -> RowList:
    if kind is FileKind.XLSX:
        return _of_workbook(data)
    if kind is FileKind.CSV:
        return _of_text(data)
    raise Refused("KIND", "รายชื่ออ่านจากแฟ้ม Excel (.xlsx) หรือ .csv เท่านั้น โปรดบันทึกเป็นชนิดนั้น")


def _of_workbook(data: bytes) -> RowList:
    from prongsai.ita.reading.xlsx_layout import xlsx_rows  # noqa: PLC0415

    archive = clean_archive(data)
    sheets, notices = xlsx_rows(archive.data)
    listed = tuple(
        tuple(ListRow(row.number, tuple(_text(cell.lines, cell.held) for cell in row.cells), name) for row in rows)
        for name, rows in sheets
    )
    return RowList(listed, (*archive.notices, *notices))


def _of_text(data: bytes) -> RowList:
    from prongsai.ita.reading.csv_layout import csv_rows  # noqa: PLC0415

    decoded = decode(data)
    text = normalise(decoded.text).removeprefix("\ufeff")
    try:
        raw = list(csv_rows(text))
    except csv.Error:
        raise Refused("QUOTES", "เครื่องหมายคำพูดในแฟ้มไม่ครบคู่ โปรดเปิดด้วย Excel แล้วบันทึกใหม่") from None
    if sum(map(len, raw)) > MOST_CELLS:
        raise Refused("SIZE", f"ตารางมีช่องเกิน {MOST_CELLS:,} ช่อง โปรดแยกแฟ้ม")
    rows = (ListRow(n, tuple(_text(cell_lines(cell)) for cell in cells)) for n, cells in enumerate(raw, 1))
    return RowList((tuple(rows),), decoded.notices)


def _text(lines: Sequence[str], held: str | None = None) -> str:
    """Give a cell as one text; a cell that a merged one covers from the left holds nothing of its own."""
    return "" if held == "right" else "\n".join(lines)


def _heading(row: ListRow, known: Mapping[str, str]) -> Heading:
    columns: dict[str, int] = {}
    unread, repeated = [], []
    for n in range(len(row.texts)):
        text = row.text(n)
        what = known.get(_key(text))
        if what in columns:
            repeated.append(text)
        elif what is not None:
            columns[what] = n
        elif text:
            unread.append(text)
    return Heading(row, columns, tuple(unread), tuple(repeated))


def _key(text: str) -> str:
    return _SIGNS.sub("", fold(text))
