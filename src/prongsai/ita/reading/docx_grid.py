"""Puts the cells of a Word table into the columns that a person sees.

A table whose borders were dragged has far more columns in the file than on paper, a millimetre apart. Borders that lie
closer together than the eye minds are taken as one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from prongsai.ita.reading.layout import Cell

_CLOSE = 160
"""Twentieths of a point between borders that are taken as one (2.8 mm)."""

_MOST_COLUMNS = 200


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell as the file has it: from one border of the grid to another, its lines, whether it goes on from above."""

    start: int
    end: int
    lines: tuple[str, ...] = ()
    merged: Literal["first", "more"] | None = None
    beside: bool = False
    """Whether the cell only goes on from the one to its left."""


def placed_rows(rows: Sequence[Sequence[GridCell]], widths: Sequence[int]) -> list[tuple[Cell, ...]]:
    """Give for each row one cell for every column of the table; merged cells hold the lines of their first cell."""
    column = _columns(rows, widths)
    open_above: dict[int, tuple[str, ...]] = {}
    placed: list[tuple[Cell, ...]] = []
    for row in rows:
        cells: list[Cell] = []
        for cell in row:
            start, end = column[cell.start], column[cell.end]
            if start == end:
                continue
            cells += [Cell()] * (start - len(cells))
            cells += _spread(cell, start, end, open_above, cells)
        placed.append(tuple(cells))
    return placed


def _spread(
    cell: GridCell, start: int, end: int, open_above: dict[int, tuple[str, ...]], before: list[Cell]
) -> list[Cell]:
    if cell.beside and before:
        return [Cell(before[-1].lines, "right")] * (end - start)
    above = open_above.get(start) if cell.merged == "more" else None
    lines = cell.lines if above is None else above
    for n in range(start, end):
        if cell.merged is None:
            open_above.pop(n, None)
        elif above is None:
            open_above[n] = lines
    first = Cell(lines, "down" if above else None)
    return [first, *([Cell(lines, "right")] * (end - start - 1))]


def _columns(rows: Sequence[Sequence[GridCell]], widths: Sequence[int]) -> dict[int, int]:
    """Give the column of each border of the grid that some cell touches."""
    borders = sorted({border for row in rows for cell in row for border in (cell.start, cell.end)})
    plain = {border: min(n, _MOST_COLUMNS) for n, border in enumerate(borders)}
    if not borders or borders[-1] > len(widths) or len(borders) > _MOST_COLUMNS:
        return plain
    column: dict[int, int] = {}
    begins, count = 0, -1
    for border in borders:
        at = sum(widths[:border])
        if count < 0 or at - begins > _CLOSE:
            begins, count = at, count + 1
        column[border] = count
    swallowed = any(column[cell.start] == column[cell.end] and cell.lines for row in rows for cell in row)
    return plain if swallowed else column
