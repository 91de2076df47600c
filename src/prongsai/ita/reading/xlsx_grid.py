"""Gives the rows of a worksheet as a person sees them: hidden rows and columns gone, merged cells marked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Literal

from prongsai.ita.reading.layout import Cell, Row
from prongsai.ita.reading.xlsx_sheet import SheetDetails

Place = tuple[int, int]

_EMPTY = Cell()
_MOST_COVERED = 1_000_000


def shown_rows(
    texts: Mapping[Place, tuple[str, ...]], merged: Sequence[tuple[Place, Place]], details: SheetDetails, above: int
) -> list[Row]:
    """Give the visible rows that hold something, each with every visible column up to the last value.

    Between rows that do not touch stands one empty row. `above` is added to the numbers of the rows.
    """
    cells = {at: Cell(lines) for at, lines in texts.items() if not details.hides(at)}
    cells |= _covered(texts, merged, details)
    columns = [n for n in range(details.lowest[1], details.highest[1] + 1) if n not in details.hidden_columns]
    hidden = sorted(details.hidden_rows)
    rows: list[Row] = []
    last: int | None = None
    for row in sorted({row for row, _ in cells}):
        if last is not None and row - last - 1 > bisect_left(hidden, row) - bisect_left(hidden, last):
            rows.append(Row((), above + row))
        rows.append(Row(tuple(cells.get((row, column), _EMPTY) for column in columns), above + row + 1))
        last = row
    return rows


def _covered(
    texts: Mapping[Place, tuple[str, ...]], merged: Sequence[tuple[Place, Place]], details: SheetDetails
) -> dict[Place, Cell]:
    """Give the cells of merged ranges. Where their first row or column is hidden, the first visible place holds."""
    cells: dict[Place, Cell] = {}
    for (top, left), (last_row, last_column) in merged:
        lines = texts.get((top, left))
        bottom, right = min(last_row, details.highest[0]), min(last_column, details.highest[1])
        if lines is None or len(cells) + (bottom - top + 1) * (right - left + 1) > _MOST_COVERED:
            continue
        rows = [n for n in range(top, bottom + 1) if n not in details.hidden_rows]
        columns = [n for n in range(left, right + 1) if n not in details.hidden_columns]
        cells |= {
            (row, column): Cell(lines, _held(row == rows[0], column == columns[0]))
            for row in rows
            for column in columns
        }
    return cells


def _held(in_first_row: bool, in_first_column: bool, /) -> Literal["down", "right"] | None:
    if not in_first_column:
        return "right"
    return None if in_first_row else "down"
