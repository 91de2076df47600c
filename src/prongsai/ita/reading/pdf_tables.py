"""Fills the grids of ruled tables with the text of a page, and joins tables that pages have cut apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from prongsai.ita.reading.layout import Cell, Row
from prongsai.ita.reading.pdf_grids import Area, Grid
from prongsai.ita.reading.pdf_letters import Piece
from prongsai.ita.reading.pdf_lines import lines_of
from prongsai.ita.reading.pdf_paragraphs import Column, paragraphs_of

_FEWEST_CELLS = 2
_SAME_PLACE = 5.0


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table of one page: its grid and the lines of each area."""

    grid: Grid
    lines: dict[Area, tuple[str, ...]]

    @property
    def top(self) -> float:
        """Upper border in points."""
        return self.grid.down[0]

    def rows(self, across: Sequence[float]) -> list[tuple[Cell, ...]]:
        """Give its rows over the given upright lines, of which its own are a part."""
        width = len(across) - 1
        rows = [[Cell()] * width for _ in range(self.grid.rows)]
        at = [_nearest(across, place) for place in self.grid.across]
        for area in self.grid.areas:
            first, last = at[area.column], at[area.column + area.columns]
            texts = self.lines.get(area, ())
            for row in range(area.row, area.row + area.rows):
                for column in range(first, last):
                    held = "right" if column > first else "down" if row > area.row else None
                    rows[row][column] = Cell(texts, held) if texts else Cell()
        return [tuple(cells) for cells in rows if any(cells)]


def filled_tables(grids: Sequence[Grid], pieces: Iterable[Piece]) -> tuple[list[PrintedTable], list[Piece]]:
    """Give the tables of a page with their text, and the pieces that stand outside them.

    A grid in which fewer than two areas have a text is a drawing or a frame: its text stands outside tables.
    """
    inside: dict[int, dict[Area, list[Piece]]] = defaultdict(lambda: defaultdict(list))
    outside: list[Piece] = []
    owners = [_owners(grid) for grid in grids]
    smallest_first = sorted(range(len(grids)), key=lambda n: _extent(grids[n]))
    for piece in pieces:
        for n in smallest_first:
            box = grids[n].box_at(*piece.middle)
            if box is not None:
                inside[n][owners[n][box]].append(piece)
                break
        else:
            outside.append(piece)
    tables = []
    for n, areas in inside.items():
        lines = {area: texts for area, found in areas.items() if (texts := _texts(grids[n], area, found))}
        if len(lines) >= _FEWEST_CELLS:
            tables.append(PrintedTable(grids[n], lines))
        else:
            outside += [piece for found in areas.values() for piece in found]
    return sorted(tables, key=lambda table: table.top), outside


def shared_columns(upper: Sequence[float], lower: Sequence[float]) -> tuple[float, ...] | None:
    """Give the upright lines of two tables of which one goes on with the other; None where they are two tables."""
    more, fewer = (upper, lower) if len(upper) >= len(lower) else (lower, upper)
    for ends in (0, -1):
        if abs(more[ends] - fewer[ends]) > _SAME_PLACE:
            return None
    if all(abs(more[_nearest(more, place)] - place) <= _SAME_PLACE for place in fewer):
        return tuple(more)
    return None


def numbered_rows(cells: Iterable[tuple[Cell, ...]], first: int, *, gap: bool) -> list[Row]:
    """Give rows with their numbers in the file; `gap`: they follow a break of the table."""
    return [Row(row, first + n, gap and n == 0) for n, row in enumerate(cells)]


def _texts(grid: Grid, area: Area, pieces: list[Piece]) -> tuple[str, ...]:
    """Give the paragraphs of an area. Turned text is read in its own direction, after the level text."""
    left, right = grid.across[area.column], grid.across[area.column + area.columns]
    upper, lower = grid.down[area.row], grid.down[area.row + area.rows]
    texts: list[str] = []
    for turn in sorted({piece.turn for piece in pieces}):
        lines = lines_of(piece for piece in pieces if piece.turn == turn)
        if not lines:
            continue
        ends = {0: (left, right), 1: (-lower, -upper), 2: (-right, -left), 3: (upper, lower)}[turn]
        padding = max(0.0, min(min(line.left for line in lines) - ends[0], 8.0))
        column = Column(ends[0] + padding, ends[1] - padding)
        texts += [paragraph.text for paragraph in paragraphs_of(lines, column)]
    return tuple(texts)


def _owners(grid: Grid) -> dict[tuple[int, int], Area]:
    return {
        (row, column): area
        for area in grid.areas
        for row in range(area.row, area.row + area.rows)
        for column in range(area.column, area.column + area.columns)
    }


def _extent(grid: Grid) -> float:
    return (grid.across[-1] - grid.across[0]) * (grid.down[-1] - grid.down[0])


def _nearest(places: Sequence[float], place: float) -> int:
    return min(range(len(places)), key=lambda n: abs(places[n] - place))
