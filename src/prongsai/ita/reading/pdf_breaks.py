"""Mends what a page break does to a table: rows that it cuts in two, and merged cells that go on below it.

A row was cut where text goes on in the middle of a paragraph, and nothing below the break speaks against it: every cell
that has text below was filled to the last line above. All other rows are left alone; what they mean is told later.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from prongsai.ita.reading.numbering import marker_of
from prongsai.ita.reading.pdf_grids import Area
from prongsai.ita.reading.pdf_paragraphs import Column, PrintedParagraph, add_line, goes_on
from prongsai.ita.reading.pdf_tables import PrintedTable
from prongsai.ita.thai import compact

_SAME_PLACE = 5.0
_ONE_LINE = 2.0
_ROOM_BELOW = 5.0
"""In parts of the size of the letters: how much higher than its neighbours a full cell may end, and all of them."""

_FEWEST_LINES = 3


class _Fit(Enum):
    """How the text of a cell below a page break fits the one above."""

    GOES_ON = "goes on"
    MAY = "may go on"
    NOTHING_BELOW = "nothing below"
    OPENS = "opens"
    AGAINST = "against"


@dataclass(slots=True)
class Foot:
    """A cell at the lower end of a page: its ends, its text (shared with the table), what its place tells."""

    left: float
    right: float
    texts: list[PrintedParagraph]
    column: Column
    merged: bool
    filled: bool
    """Whether its text reaches the lower border."""


def feet_of(table: PrintedTable) -> list[Foot]:
    """Give the cells that reach the lower end of a table, from left to right."""
    grid = table.grid
    areas = sorted((area for area in grid.areas if area.row + area.rows == grid.rows), key=lambda area: area.column)
    lowest = max((text[-1].lines[-1].base for area in areas if (text := table.texts.get(area))), default=0.0)
    return [
        Foot(
            grid.across[area.column],
            grid.across[area.column + area.columns],
            table.texts.setdefault(area, []),
            table.column_of(area),
            area.rows > 1,
            _is_filled(table, area, lowest),
        )
        for area in areas
    ]


def mend_break(feet: Sequence[Foot], first: PrintedTable, lower: PrintedTable) -> list[Foot]:
    """Join a table with the one that goes on below a page break, and give the feet of what is now its lower end.

    `feet` are those above the break, `first` is the first piece of the whole table (its header may be repeated).
    """
    header = _repeated_rows(first, lower)
    lower.moved |= set(range(header))
    pairs = _pairs(feet, lower, header)
    fits = [_fit(foot, area, lower) for foot, area in pairs]
    if not _is_cut(pairs, fits, lower):
        for (foot, area), fit in zip(pairs, fits, strict=True):
            _hold(foot, area, fit, lower)
        return feet_of(lower)
    for foot, area in pairs:
        _move(foot, lower.texts.get(area, []))
        lower.texts[area] = foot.texts
    lower.moved.add(header)
    below = feet_of(lower)
    for foot in below:
        foot.merged = foot.merged or (lower.grid.rows == header + 1 and any(above.merged for above, _ in pairs))
    return below


def _is_filled(table: PrintedTable, area: Area, lowest: float) -> bool:
    """Whether the text of a cell reaches down as far as that of any cell beside it, and almost to the border."""
    texts = table.texts.get(area)
    if not texts:
        return False
    last = texts[-1].lines[-1]
    return lowest - last.base <= _ONE_LINE * last.size and table.bottom - lowest <= _ROOM_BELOW * last.size


def _repeated_rows(first: PrintedTable, lower: PrintedTable) -> int:
    """Give the number of rows with which a table repeats the header of its first piece."""
    count = 0
    above, below = first.cells(first.grid.across), lower.cells(lower.grid.across)
    for upper_row, lower_row in zip(above[:-1], below[:-1], strict=False):
        texts = [compact(cell.text) for cell in upper_row if cell]
        if not texts or texts != [compact(cell.text) for cell in lower_row if cell]:
            break
        count += 1
    return count


def _pairs(feet: Sequence[Foot], lower: PrintedTable, row: int) -> list[tuple[Foot, Area]]:
    """Give the cells above the break, each with the one below that has the same ends; none where the ends differ."""
    across = lower.grid.across
    tops = sorted((area for area in lower.grid.areas if area.row == row), key=lambda area: area.column)
    if len(tops) != len(feet):
        return []
    alike = all(
        abs(across[area.column] - foot.left) <= _SAME_PLACE
        and abs(across[area.column + area.columns] - foot.right) <= _SAME_PLACE
        for foot, area in zip(feet, tops, strict=True)
    )
    return list(zip(feet, tops, strict=True)) if alike else []


def _fit(foot: Foot, area: Area, lower: PrintedTable) -> _Fit:
    below = lower.texts.get(area)
    if not below:
        return _Fit.NOTHING_BELOW
    if not foot.texts:
        return _Fit.OPENS
    above = foot.texts[-1]
    if not foot.filled or _complete(foot.texts, below):
        return _Fit.AGAINST
    if goes_on(above, below[0].lines[0], foot.column, new_page=True):
        return _Fit.GOES_ON
    marker = marker_of(below[0].text)
    if marker is None:
        return _Fit.MAY
    return _Fit.MAY if area.column > 0 and _next_item(foot.texts, marker) else _Fit.AGAINST


def _next_item(above: Sequence[PrintedParagraph], marker: tuple[str, tuple[int, ...]]) -> bool:
    """Whether a number or bullet goes on with the list above it, or opens one below a text without numbers."""
    numbers = [found[1] for text in above if (found := marker_of(text.text)) is not None and found[0] == marker[0]]
    if not marker[1]:
        return bool(numbers)
    return marker[1][-1] == (numbers[-1][-1] + 1 if numbers else 1)


def _complete(above: Sequence[PrintedParagraph], below: Sequence[PrintedParagraph]) -> bool:
    """Whether both texts are figures, or the same text, so that each stands for itself."""
    upper, lower = (compact("".join(text.text for text in texts)) for texts in (above, below))
    return upper == lower or not any(char.isalpha() for char in upper + lower)


def _is_cut(pairs: Sequence[tuple[Foot, Area]], fits: Sequence[_Fit], lower: PrintedTable) -> bool:
    going = [pair for pair, fit in zip(pairs, fits, strict=True) if fit is _Fit.GOES_ON]
    if not going or _Fit.AGAINST in fits or fits.count(_Fit.MAY) > len(going):
        return False
    if fits.count(_Fit.OPENS) >= len(going):
        return False
    lines = (
        sum(len(text.lines) for text in foot.texts) + sum(len(text.lines) for text in lower.texts[area])
        for foot, area in going
    )
    return max(lines) >= _FEWEST_LINES


def _hold(foot: Foot, area: Area, fit: _Fit, lower: PrintedTable) -> None:
    """Let a merged cell hold its text below the break as well, where its text ends above or goes on below."""
    if not (foot.merged or area.rows > 1) or not foot.texts:
        return
    if fit is _Fit.GOES_ON:
        _move(foot, lower.texts[area])
    elif fit is not _Fit.NOTHING_BELOW:
        return
    lower.texts[area] = foot.texts
    lower.held.add(area)


def _move(foot: Foot, below: list[PrintedParagraph]) -> None:
    """Put text from below the break to the cell above it."""
    rest = list(below)
    if rest and foot.texts and goes_on(foot.texts[-1], rest[0].lines[0], foot.column, new_page=True):
        for line in rest.pop(0).lines:
            add_line(foot.texts[-1], line)
    foot.texts.extend(rest)
