"""Tells the header rows of a table from its data rows, also where a header stands in two rows or comes again.

Header cells consist almost wholly of the words of headers; data cells do not. That tells them apart without knowing the
layout of the paper.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from prongsai.ita.reading.columns import Role, role_of
from prongsai.ita.reading.folding import WordSet, fold
from prongsai.ita.reading.layout import Row
from prongsai.ita.reading.vocabulary import Vocabulary
from prongsai.ita.reading.years import year_in

_WORDS = WordSet.named("headers")
_ITEM = re.compile(r"^\s*(?:[0-9๐-๙]{1,2}\s?[.)](?![0-9๐-๙])|\([0-9๐-๙]{1,2}\)|[-•])")
_DECIMAL = re.compile(r"[0-9๐-๙]\.[0-9๐-๙]{2}")
_FIGURE = re.compile(r"\(?[0-9๐-๙]{1,2}\)?")
_LONGEST_HEADER = 110
_PURE = 0.75


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it holds, the year its header names, the indicator its header names, the header itself."""

    role: Role | None
    header: str
    year: int | None = None
    indicator: int | None = None


Columns = tuple[Column, ...]


def read_header(rows: Sequence[Row], at: int, vocabulary: Vocabulary) -> tuple[Columns, int] | None:
    """Read a header that begins at a row: its columns and the number of rows it takes; None where there is none."""
    if not _is_header_row(rows[at], vocabulary):
        return None
    taken = 1
    texts = _texts(rows[at])
    if at + 1 < len(rows) and _goes_on(rows[at + 1], vocabulary):
        texts = _joined(rows[at], rows[at + 1])
        taken = 2
    columns = tuple(_column(upper, lower, vocabulary) for upper, lower in texts)
    if len({column.role for column in columns if column.role} | {c.indicator for c in columns if c.indicator}) < 2:
        return None
    if at + taken < len(rows) and _counts_columns(rows[at + taken]):
        taken += 1
    return columns, taken


def same_layout(left: Columns, right: Columns) -> bool:
    """Whether two headers head the same table, so that the second one only repeats the first."""

    def key(columns: Columns) -> list[tuple[Role | None, int | None, int | None]]:
        return [(column.role, column.year, column.indicator) for column in columns if column.header]

    return key(left) == key(right)


def _texts(row: Row) -> list[tuple[str, str]]:
    return [("", row.cells[n].text) for n in range(len(row.cells))]


def _joined(upper: Row, lower: Row) -> list[tuple[str, str]]:
    """Give upper and lower text of each column; an upper text spreads over empty cells that have a text below."""
    joined: list[tuple[str, str]] = []
    spread = ""
    for n in range(max(len(upper.cells), len(lower.cells))):
        above = upper.cells[n].text if n < len(upper.cells) else ""
        below = lower.own(n).text if n < len(lower.cells) and lower.cells[n].held != "down" else ""
        spread = above or (spread if below else "")
        joined.append((spread, below))
    return joined


def _column(upper: str, lower: str, vocabulary: Vocabulary) -> Column:
    whole = f"{upper} {lower}".strip()
    role = (role_of(lower) if lower else None) or role_of(whole)
    # A year above a plain figure heads scores of that year; the upper text decides what the lower one leaves open.
    if upper and role is Role.SCORE and role_of(upper) in (Role.CHANGE, Role.TARGET, Role.WEIGHT, Role.WEIGHTED):
        role = role_of(upper)
    indicator = vocabulary.indicator_of_header(whole)
    return Column(role, whole, year_in(whole), indicator)


def _is_header_row(row: Row, vocabulary: Vocabulary) -> bool:
    own = [row.own(n) for n in range(len(row.cells)) if row.own(n)]
    if len(own) < 2 or any(_DECIMAL.search(cell.text) for cell in own):
        return False
    named = sum(vocabulary.indicator_of_header(cell.text) is not None for cell in own)
    pure = [cell.text for cell in own if _is_pure(cell.text)]
    told = {role_of(text) for text in pure} - {None}
    if named >= 3 and len(pure) + named >= 0.6 * len(own):
        return True
    if any(_ITEM.match(cell.text) for cell in own):
        return False
    return len(told) >= 2 and len(pure) >= 0.6 * len(own)


def _is_pure(text: str) -> bool:
    key = fold(text)
    if not key or len(key) > _LONGEST_HEADER or key.startswith(fold("ทุก")):
        return False
    return _WORDS.share(text) >= _PURE


def _goes_on(lower: Row, vocabulary: Vocabulary) -> bool:
    """Whether the row below a header row still belongs to the header."""
    filled = [n for n in lower.filled() if lower.cells[n].held != "down"]
    first_empty = 0 not in filled
    if not filled or not first_empty or any(_DECIMAL.search(lower.cells[n].text) for n in filled):
        return False
    return all(
        _is_pure(lower.cells[n].text)
        or _FIGURE.fullmatch(lower.cells[n].text.strip()) is not None
        or vocabulary.indicator_of_header(lower.cells[n].text) is not None
        for n in filled
    ) and (any(role_of(lower.cells[n].text) for n in filled) or len(filled) > 1)


def _counts_columns(row: Row) -> bool:
    """Whether the row only numbers the columns: (1) (2) (3) ..."""
    figures = [row.own(n).text.strip(" ()") for n in range(len(row.cells))]
    return len(figures) > 2 and [fold(figure) for figure in figures] == [str(n) for n in range(1, len(figures) + 1)]
