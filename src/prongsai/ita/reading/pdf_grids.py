"""Builds the grids of tables from ruled lines: columns, rows, and areas that span several of them.

The smallest boxes between neighbouring lines are joined wherever no line parts them. So a border may have small gaps,
the sides of a table may be open, and a table cut off by the page still has its last row.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from prongsai.ita.reading.pdf_rules import Rules

Line = tuple[float, float, float]
"""Where a line stands, and its two ends along its direction, in points."""

_SNAP = 2.0
_GAP = 3.0
_SHORTEST = 5.0
_NARROWEST = 4.0
_PARTING = 0.6
_MOST_MEETINGS = 4_000_000
_MOST_BOXES = 60_000


@dataclass(frozen=True, slots=True)
class Area:
    """A cell: its first row and column, and how many of each it spans."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: the places of its upright lines and of its level lines, and its areas from top to bottom."""

    across: tuple[float, ...]
    down: tuple[float, ...]
    areas: tuple[Area, ...]

    @property
    def columns(self) -> int:
        """Number of columns."""
        return len(self.across) - 1

    @property
    def rows(self) -> int:
        """Number of rows."""
        return len(self.down) - 1

    def box_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Give row and column of a point, or None outside the grid."""
        if not (self.across[0] <= x <= self.across[-1] and self.down[0] <= y <= self.down[-1]):
            return None
        row = min(bisect_right(self.down, y) - 1, self.rows - 1)
        return row, min(bisect_right(self.across, x) - 1, self.columns - 1)


def grids_of(rules: Rules) -> list[Grid]:
    """Give the grids of a page with two columns or more, from top to bottom; none where the lines are a drawing."""
    level, upright = _whole_lines(rules.level), _whole_lines(rules.upright)
    if len(level) * len(upright) > _MOST_MEETINGS:
        return []
    grids = (_grid(*group) for group in _touching(level, upright))
    return sorted((grid for grid in grids if grid is not None), key=lambda grid: grid.down[0])


def _whole_lines(lines: Iterable[Line]) -> list[Line]:
    """Snap lines that nearly coincide to one place and join those that follow each other."""
    rows: list[tuple[float, list[tuple[float, float]]]] = []
    for place, start, end in sorted(lines):
        if rows and place - rows[-1][0] <= _SNAP:
            rows[-1][1].append((start, end))
        else:
            rows.append((place, [(start, end)]))
    whole: list[Line] = []
    for place, spans in rows:
        for start, end in _joined_spans(spans):
            if end - start >= _SHORTEST:
                whole.append((place, start, end))
    return whole


def _joined_spans(spans: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    joined: list[tuple[float, float]] = []
    for start, end in sorted(spans):
        if joined and start - joined[-1][1] <= _GAP:
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        else:
            joined.append((start, end))
    return joined


def _touching(level: Sequence[Line], upright: Sequence[Line]) -> Iterable[tuple[list[Line], list[Line]]]:
    """Give groups of lines that hang together."""
    parent = list(range(len(level) + len(upright)))
    for n, (y, left, right) in enumerate(level):
        for m, (x, upper, lower) in enumerate(upright):
            if left - _GAP <= x <= right + _GAP and upper - _GAP <= y <= lower + _GAP:
                _unite(parent, n, len(level) + m)
    groups: dict[int, tuple[list[Line], list[Line]]] = defaultdict(lambda: ([], []))
    for n, line in enumerate([*level, *upright]):
        groups[_root(parent, n)][n >= len(level)].append(line)
    return (group for group in groups.values() if group[0] and group[1])


def _root(parent: list[int], n: int) -> int:
    while parent[n] != n:
        parent[n] = parent[parent[n]]
        n = parent[n]
    return n


def _unite(parent: list[int], n: int, m: int) -> None:
    parent[_root(parent, n)] = _root(parent, m)


def _grid(level: list[Line], upright: list[Line]) -> Grid | None:
    across = _places(upright, level)
    down = _places(level, upright)
    if len(across) < 3 or len(down) < 2 or (len(across) - 1) * (len(down) - 1) > _MOST_BOXES:
        return None
    return Grid(across, down, _areas(across, down, _Parting(upright), _Parting(level)))


def _places(lines: Iterable[Line], crossing: Sequence[Line]) -> tuple[float, ...]:
    """Give the places of lines; where the crossing lines reach further, their ends close the grid."""
    places = sorted(line[0] for line in lines)
    places = [
        min(places[0], *(line[1] for line in crossing)),
        *places,
        max(places[-1], *(line[2] for line in crossing)),
    ]
    kept = [places[0]]
    for place in places[1:]:
        if place - kept[-1] >= _NARROWEST:
            kept.append(place)
    return tuple(kept)


class _Parting:
    """Says whether a line parts two neighbouring boxes."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self.lines = sorted(lines)
        self.places = [line[0] for line in self.lines]

    def at(self, place: float, start: float, end: float) -> bool:
        """Whether a line at a place covers most of the way from start to end."""
        first = bisect_right(self.places, place - _NARROWEST)
        last = bisect_right(self.places, place + _NARROWEST)
        covered = sum(max(0.0, min(end, line[2]) - max(start, line[1])) for line in self.lines[first:last])
        return covered >= _PARTING * (end - start)


def _areas(across: tuple[float, ...], down: tuple[float, ...], upright: _Parting, level: _Parting) -> tuple[Area, ...]:
    rows, columns = len(down) - 1, len(across) - 1
    parent = list(range(rows * columns))
    for row in range(rows):
        for column in range(columns):
            box = row * columns + column
            if column + 1 < columns and not upright.at(across[column + 1], down[row], down[row + 1]):
                _unite(parent, box, box + 1)
            if row + 1 < rows and not level.at(down[row + 1], across[column], across[column + 1]):
                _unite(parent, box, box + columns)
    groups: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for box in range(rows * columns):
        groups[_root(parent, box)].append(divmod(box, columns))
    areas = [area for boxes in groups.values() for area in _rectangles(boxes)]
    return tuple(sorted(areas, key=lambda area: (area.row, area.column)))


def _rectangles(boxes: list[tuple[int, int]]) -> list[Area]:
    """Give boxes that hang together as one area, or row by row where they do not fill a rectangle."""
    rows = [row for row, _ in boxes]
    columns = [column for _, column in boxes]
    height, width = max(rows) - min(rows) + 1, max(columns) - min(columns) + 1
    if height * width == len(boxes):
        return [Area(min(rows), min(columns), height, width)]
    runs: list[Area] = []
    for row, column in sorted(boxes):
        last = runs[-1] if runs else None
        if last is not None and last.row == row and last.column + last.columns == column:
            runs[-1] = Area(row, last.column, 1, last.columns + 1)
        else:
            runs.append(Area(row, column))
    return runs
