"""Tells the header rows of a table from its data rows, also where a header stands in two rows or comes again.

Header cells consist almost wholly of the words of headers; data cells do not. That tells them apart without knowing the
layout of the paper.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from prongsai.ita.reading.columns import Role, role_at_head, role_of
from prongsai.ita.reading.folding import WordSet, fold
from prongsai.ita.reading.layout import Cell, Row
from prongsai.ita.reading.numbering import marker_of
from prongsai.ita.reading.vocabulary import Vocabulary, instrument_of
from prongsai.ita.reading.years import year_in

_WORDS = WordSet.named("headers")
_ITEM = re.compile(r"^\s*(?:[0-9๐-๙]{1,2}\s?[.)](?![0-9๐-๙])|\([0-9๐-๙]{1,2}\)|[-•])")
_CODE = re.compile(r"[IEOieo]\s?[0-9๐-๙]{1,2}")
_DECIMAL = re.compile(r"[0-9๐-๙]\.[0-9๐-๙]{2}")
_FIGURE = re.compile(r"\(?[0-9๐-๙]{1,2}\)?")
_LONGEST_HEADER = 110
_LONGEST_NAME = 30
_LONGEST_UNKNOWN = 60
_FEWEST_KNOWN = 3
_PURE = 0.75
_WHOLLY = 0.99
_MOST_HEADER_ROWS = 3


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
    if not _is_header_row(rows[at], vocabulary) and not (at == 0 and _begins_like_header(rows[at])):
        return None
    taken = 1
    while at + taken < len(rows) and taken < _MOST_HEADER_ROWS and _goes_on(rows[at + taken], vocabulary, rows[at]):
        taken += 1
    texts = _texts(rows[at]) if taken == 1 else _joined(rows[at : at + taken])
    columns = tuple(_column(upper, lower, vocabulary) for upper, lower in texts)
    if len({_what_is_told(column) for column in columns} - {None}) < 2:
        return None
    if at + taken < len(rows) and _counts_columns(rows[at + taken]):
        taken += 1
    return columns, taken


def _what_is_told(column: Column) -> Role | int | str | None:
    return column.indicator or instrument_of(column.header) or column.role


def same_layout(left: Columns, right: Columns) -> bool:
    """Whether two headers head the same table, so that the second one only repeats the first."""

    def key(columns: Columns) -> list[tuple[Role | None, int | None, int | None]]:
        return [(column.role, column.year, column.indicator) for column in columns if column.header]

    return key(left) == key(right)


def _texts(row: Row) -> list[tuple[str, str]]:
    return [("", row.cells[n].text) for n in range(len(row.cells))]


def _joined(rows: Sequence[Row]) -> list[tuple[str, str]]:
    """Give upper and lower text of each column; an upper text spreads over empty cells that have a text below.

    Where it spreads over no other column, both parts are one header that stands in several lines: all of it is lower.
    """
    width = max(len(row.cells) for row in rows)
    own = [[_own_text(row, n, first=row is rows[0]) for n in range(width)] for row in rows]
    spread = [""] * (len(rows) - 1)
    joined: list[tuple[str, str]] = []
    alone: list[bool] = []
    for n in range(width):
        carried = False
        for level in range(len(spread)):
            below = any(own[deeper][n] for deeper in range(level + 1, len(rows)))
            begins_above = any(own[higher][n] for higher in range(level))
            carries = not own[level][n] and below and not begins_above and bool(spread[level])
            spread[level] = own[level][n] or (spread[level] if carries else "")
            carried = carried or carries
        joined.append((" ".join(filter(None, spread)), own[-1][n]))
        alone.append(not carried)
        if carried and n:
            alone[n - 1] = False
    return [
        ("", f"{upper} {lower}".strip()) if alone[n] and own[0].count(own[0][n]) == 1 else (upper, lower)
        for n, (upper, lower) in enumerate(joined)
    ]


def _own_text(row: Row, n: int, *, first: bool) -> str:
    if n >= len(row.cells) or (not first and row.cells[n].held == "down"):
        return ""
    return row.cells[n].text if first else row.own(n).text


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
    if len(own) < 2 or any(_DECIMAL.search(cell.text) or _CODE.fullmatch(cell.text) for cell in own):
        return False
    named = sum(vocabulary.indicator_of_header(cell.text) is not None for cell in own)
    instruments = [instrument_of(cell.text) for cell in own if len(cell.text) <= _LONGEST_NAME]
    pure = [cell.text for cell in own if _is_pure(cell.text) or role_of(cell.text) is Role.TIME]
    told = {role_of(text) for text in pure} - {None, Role.TIME}
    if named >= 3 and len(pure) + named >= 0.6 * len(own):
        return True
    if len({*instruments} - {None}) >= 2 and len({*pure, *instruments}) >= 0.6 * len(own):
        return True
    if any(_ITEM.match(cell.text) for cell in own) and not _are_counted(own):
        return False
    return len(told) >= 2 and len(pure) >= 0.6 * len(own)


def _begins_like_header(row: Row) -> bool:
    """Whether the first row of a table can only be its header, though some of its words are unknown.

    At least three short cells then begin with the words of different columns.
    """
    own = [row.own(n).text for n in range(len(row.cells)) if row.own(n)]
    if any(len(text) > _LONGEST_UNKNOWN or _ITEM.match(text) or _DECIMAL.search(text) for text in own):
        return False
    begun = {role_at_head(text) for text in own} - {None, Role.TIME, Role.UNITS}
    return len(begun) >= _FEWEST_KNOWN


def _are_counted(cells: Sequence[Cell]) -> bool:
    """Whether the cells of a row are numbered one after the other, as columns are: (1) ประเด็น, (2) ข้อค้นพบ ..."""
    marks = [marker_of(cell.text) for cell in cells]
    return [mark[1] for mark in marks if mark] == [(n,) for n in range(1, len(cells) + 1)]


def consists_of_header_words(text: str) -> bool:
    """Whether a text consists almost wholly of the words of headers."""
    return _is_pure(text)


def _is_pure(text: str) -> bool:
    key = fold(text)
    if not key or len(key) > _LONGEST_HEADER or key.startswith(fold("ทุก")):
        return False
    return _WORDS.share(text) >= _PURE


def _goes_on(lower: Row, vocabulary: Vocabulary, upper: Row) -> bool:
    """Whether the row below a header row still belongs to the header; its words may be cut by the end of a line."""
    filled = [n for n in lower.filled() if lower.cells[n].held != "down"]
    first_empty = 0 not in filled
    if not filled or not first_empty or any(_DECIMAL.search(lower.cells[n].text) for n in filled):
        return False
    return all(
        _is_pure(lower.cells[n].text)
        or _completes_word(upper.own(n).text, lower.cells[n].text)
        or role_of(lower.cells[n].text) is Role.TIME
        or _FIGURE.fullmatch(lower.cells[n].text.strip()) is not None
        or vocabulary.indicator_of_header(lower.cells[n].text) is not None
        for n in filled
    ) and (any(role_of(lower.cells[n].text) for n in filled) or len(filled) > 1)


def _completes_word(upper: str, lower: str) -> bool:
    """Whether the end of a line has cut a header inside a word: only both parts together consist of header words."""
    return bool(upper) and len(lower) <= _LONGEST_NAME and _WORDS.share(upper + lower) > _WHOLLY


def _counts_columns(row: Row) -> bool:
    """Whether the row only numbers the columns: (1) (2) (3) ..."""
    figures = [row.own(n).text.strip(" ()") for n in range(len(row.cells))]
    return len(figures) > 2 and [fold(figure) for figure in figures] == [str(n) for n in range(1, len(figures) + 1)]
