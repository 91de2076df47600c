"""Fills the grids of ruled tables with the text of a page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from prongsai.ita.reading.layout import Cell, Row
from prongsai.ita.reading.pdf_grids import Area, Grid
from prongsai.ita.reading.pdf_lines import lines_of
from prongsai.ita.reading.pdf_paragraphs import Column, PrintedParagraph, paragraphs_of
from prongsai.ita.reading.pdf_pieces import Piece

_SAME_PLACE = 5.0
_WIDEST_PADDING = 8.0


@dataclass(slots=True)
class PrintedTable:
    """A table of one page: its grid and the paragraphs of each area.

    `held` are areas that go on with a merged cell of the page before; `moved` are rows that the page before has: a
    repeated header, or the rest of a row whose text has been put to its beginning.
    """

    grid: Grid
    texts: dict[Area, list[PrintedParagraph]]
    held: set[Area] = field(default_factory=set)
    moved: set[int] = field(default_factory=set)

    @property
    def top(self) -> float:
        """Upper border in points."""
        return self.grid.down[0]

    @property
    def lone(self) -> bool:
        """Whether it holds a single text: a frame or a drawing, unless it goes on with the table of the page before."""
        return len(self.texts) == 1

    @property
    def bottom(self) -> float:
        """Lower border in points."""
        return self.grid.down[-1]

    def column_of(self, area: Area) -> Column:
        """Give the room for level text in an area, within the padding that its own lines show."""
        left, right = self.grid.across[area.column], self.grid.across[area.column + area.columns]
        first = min((line.left for text in self.texts.get(area, ()) for line in text.lines), default=left)
        return _padded(left, right, first)

    def cells(self, across: Sequence[float]) -> list[list[Cell]]:
        """Give the cells of its rows over the given upright lines, of which its own are a part."""
        rows = [[Cell()] * (len(across) - 1) for _ in range(self.grid.rows)]
        at = [nearest(across, place) for place in self.grid.across]
        for area in self.grid.areas:
            first, last = at[area.column], at[area.column + area.columns]
            lines = tuple(text.text for text in self.texts.get(area, ()))
            for row in range(area.row, area.row + area.rows):
                down = row > area.row or area in self.held
                for column in range(first, last) if lines else ():
                    rows[row][column] = Cell(lines, "right" if column > first else "down" if down else None)
        return rows

    def rows(self, across: Sequence[float], first: int, *, gap: bool) -> list[Row]:
        """Give its rows that have a text, numbered from `first`; `gap`: they follow a break of the table."""
        kept = [cells for n, cells in enumerate(self.cells(across)) if any(cells) and n not in self.moved]
        return [Row(tuple(cells), first + n, gap and n == 0) for n, cells in enumerate(kept)]


def filled_tables(grids: Sequence[Grid], pieces: Iterable[Piece]) -> tuple[list[PrintedTable], list[Piece]]:
    """Give the tables of a page with their text, and the pieces that stand outside them."""
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
        texts = {area: found for area, inner in areas.items() if (found := _paragraphs(grids[n], area, inner))}
        if texts:
            tables.append(PrintedTable(grids[n], texts))
    return sorted(tables, key=lambda table: table.top), outside


def shared_columns(upper: Sequence[float], lower: Sequence[float]) -> tuple[float, ...] | None:
    """Give the upright lines of two tables of which one goes on with the other; None where they are two tables."""
    more, fewer = (upper, lower) if len(upper) >= len(lower) else (lower, upper)
    if any(abs(more[end] - fewer[end]) > _SAME_PLACE for end in (0, -1)):
        return None
    return tuple(more) if all(abs(more[nearest(more, place)] - place) <= _SAME_PLACE for place in fewer) else None


def nearest(places: Sequence[float], place: float) -> int:
    """Give the number of the place that is nearest."""
    return min(range(len(places)), key=lambda n: abs(places[n] - place))


def _paragraphs(grid: Grid, area: Area, pieces: list[Piece]) -> list[PrintedParagraph]:
    """Give the paragraphs of an area. Turned text is read in its own direction, after the level text."""
    left, right = grid.across[area.column], grid.across[area.column + area.columns]
    upper, lower = grid.down[area.row], grid.down[area.row + area.rows]
    ends = {0: (left, right), 1: (-lower, -upper), 2: (-right, -left), 3: (upper, lower)}
    found: list[PrintedParagraph] = []
    for turn in sorted({piece.turn for piece in pieces}):
        lines = lines_of(piece for piece in pieces if piece.turn == turn)
        if lines:
            found += paragraphs_of(lines, _padded(*ends[turn], min(line.left for line in lines)))
    return found


def _padded(start: float, end: float, first: float) -> Column:
    """Give the room between two borders, with the padding on the left kept on the right as well."""
    padding = min(max(0.0, first - start), _WIDEST_PADDING)
    return Column(start + padding, end - padding)


def _owners(grid: Grid) -> dict[tuple[int, int], Area]:
    return {
        (row, column): area
        for area in grid.areas
        for row in range(area.row, area.row + area.rows)
        for column in range(area.column, area.column + area.columns)
    }


def _extent(grid: Grid) -> float:
    return (grid.across[-1] - grid.across[0]) * (grid.down[-1] - grid.down[0])
