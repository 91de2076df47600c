"""Spreads cells that are merged over columns and rows, so that every row has a cell for every column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from prongsai.ita.reading.layout import Cell

LARGEST_SPAN = 60
MOST_CELLS = 200_000


@dataclass(frozen=True, slots=True)
class SpanningCell:
    """A cell as a file writes it: once, with the count of columns and rows that it takes."""

    lines: tuple[str, ...]
    columns: int = 1
    rows: int = 1


def spread(rows: Sequence[Sequence[SpanningCell]]) -> Iterator[tuple[Cell, ...]]:
    """Give the full rows; places that a merged cell covers hold its lines. Ends after 200,000 cells."""
    covered: dict[tuple[int, int], Cell] = {}
    total = 0
    for at, written in enumerate(rows):
        cells: list[Cell] = []
        for cell in written:
            _take_covered(covered, at, cells)
            for step in range(1, min(cell.rows, len(rows) - at)):
                for side in range(cell.columns):
                    covered[at + step, len(cells) + side] = Cell(cell.lines, "right" if side else "down")
            cells += [Cell(cell.lines), *(Cell(cell.lines, "right") for _ in range(cell.columns - 1))]
        _take_covered(covered, at, cells)
        total += len(cells)
        if total > MOST_CELLS:
            return
        yield tuple(cells)


def _take_covered(covered: dict[tuple[int, int], Cell], row: int, cells: list[Cell]) -> None:
    while (row, len(cells)) in covered:
        cells.append(covered.pop((row, len(cells))))
