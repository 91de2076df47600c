"""Sizes on the page: what room a text has, how wide the columns are, which rows may run over a page."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from prongsai.ita.papers.blocks import Cell, Gap, Inline, Items, PaperStyle, Row, Table

CM_PER_POINT = 2.54 / 72
CELL_PADDING_CM = 0.15
NARROW_CM = 2.6  # room for ประชาสัมพันธ์ at 11 points
MANY_COLUMNS = 5
SMALLEST_SIZE = 9.0
SHORT_LIST = 4
"""Entries of a list that goes whole to the page of the signatures below it."""

_MARKS = re.compile(r"[ัิ-ฺ็-๎]")
_LETTER_EM = 0.56  # the mean advance of a letter of Sarabun, measured over running Thai text
_LINE_EM = 1.6


@dataclass(frozen=True, slots=True)
class PageSize:
    """A sheet standing upright, in centimetres."""

    width: float
    height: float

    def text_width(self, style: PaperStyle, *, landscape: bool) -> float:
        """Return the room between the side margins in centimetres."""
        return (self.height if landscape else self.width) - float(style.margin_left + style.margin_right)

    def text_height(self, style: PaperStyle, *, landscape: bool) -> float:
        """Return the room between the upper and the lower margin in centimetres."""
        return (self.width if landscape else self.height) - float(style.margin_top + style.margin_bottom)


PAGE = PageSize(21.0, 29.7)


def column_widths(table: Table, width: float) -> list[float]:
    """Return the width of each column in centimetres; together they fill the given width."""
    shares = sum(column.share for column in table.columns)
    return [round(width * column.share / shares, 4) for column in table.columns]


def table_size(size: float, widths: Sequence[float]) -> float:
    """Return the size of letters in a table: a point or two smaller where columns are many or narrow."""
    smaller = (1 if len(widths) > MANY_COLUMNS - 1 else 0) + (1 if len(widths) > MANY_COLUMNS else 0)
    if min(widths) < NARROW_CM and not smaller:
        smaller = 1
    return max(size - smaller, min(size, SMALLEST_SIZE))


def may_break(row: Row, widths: Sequence[float], size: float, page_height: float) -> bool:
    """Whether a row may run over the end of a page: only where it is taller than about half a page."""
    return _tallest(row, widths, size) * size * _LINE_EM * CM_PER_POINT > page_height * 0.45


def stays_together(table: Table, widths: Sequence[float], size: float, page_height: float) -> bool:
    """Whether a table is so short (a third of a page) that it moves to the next page rather than being torn."""
    left = page_height / 3 / (size * _LINE_EM * CM_PER_POINT) - 2 - len(table.rows) / 4
    for row in table.rows:
        left -= 1 if row.band is not None else _tallest(row, widths, size)
        if left < 0:
            return False
    return left >= 0


def _tallest(row: Row, widths: Sequence[float], size: float) -> int:
    return max((_lines(cell, width, size) for cell, width in zip(row.cells, widths, strict=True)), default=0)


def _lines(cell: Cell, width: float, size: float) -> int:
    room = max(1.0, (width - 2 * CELL_PADDING_CM) / (size * _LETTER_EM * CM_PER_POINT))
    return sum(
        math.ceil(letters(paragraph) / room) or 1
        for block in cell.content
        for paragraph in (block.entries if isinstance(block, Items) else (block.content,))
    )


def letters(content: Sequence[Inline]) -> int:
    """Return how many letters a text is wide: marks above and below take no room."""
    texts = [f"{inline.asks_for} โปรดระบุ ........" if isinstance(inline, Gap) else inline for inline in content]
    return sum(len(_MARKS.sub("", text)) for text in texts)
