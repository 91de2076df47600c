"""Puts the tables and lines of all pages in order, as the blocks of the paper.

A paragraph or table that goes on over the page is one block; running lines and page numbers are gone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from prongsai.ita.reading.layout import Block, Row, Table, TextLine
from prongsai.ita.reading.pdf_breaks import Foot, feet_of, mend_break
from prongsai.ita.reading.pdf_file import PrintedPage
from prongsai.ita.reading.pdf_lines import PrintedLine
from prongsai.ita.reading.pdf_paragraphs import Column, PrintedParagraph, add_line, goes_on, stands_alone, usual_pitch
from prongsai.ita.reading.pdf_running import without_running
from prongsai.ita.reading.pdf_tables import PrintedTable, shared_columns

_USUAL_MARGIN = 72.0
_WIDEST_MARGIN = 110.0
_SAME_PLACE = 2.0
_BLANK_LINE = 1.3
_NEW_PAGE = 1_000.0
_LONGEST_HEAD = 7


def blocks_of(pages: Sequence[PrintedPage]) -> tuple[Block, ...]:
    """Give the blocks of all pages in order, numbered as they stand."""
    lines = without_running([page.lines for page in pages], [page.height for page in pages])
    columns = _text_columns(pages, lines)
    pitch = usual_pitch(zip(lines, columns, strict=True))
    writer = _Writer(pitch)
    for page, kept, column in zip(pages, lines, columns, strict=True):
        writer.begin_page(replace(column, pitch=pitch))
        items: list[PrintedTable | PrintedLine] = [*page.tables, *kept]
        for item in sorted(items, key=lambda item: item.top if isinstance(item, PrintedTable) else item.base):
            writer.add(item)
    return tuple(writer.finish())


def _text_columns(pages: Sequence[PrintedPage], lines: Sequence[Sequence[PrintedLine]]) -> list[Column]:
    """Give the room for text on each page, told by all pages of the same width."""
    begins: dict[int, list[float]] = defaultdict(list)
    closes: dict[int, list[float]] = defaultdict(list)
    for page, found in zip(pages, lines, strict=True):
        width = round(page.width)
        begins[width] += [line.left for line in found]
        closes[width] += [line.right for line in found]
        for table in page.tables:  # twice: where a table begins is no chance
            begins[width] += [table.grid.across[0]] * 2
            closes[width].append(table.grid.across[-1])
    rooms = {width: _room(width, sorted(begins[width]), closes[width]) for width in begins}
    return [rooms[round(page.width)] for page in pages]


def _room(width: float, begins: Sequence[float], closes: Sequence[float]) -> Column:
    """Give the room for text: from where lines begin again and again, to where a line or margin ends."""
    shared = (left for left, after in pairwise(begins) if after - left < _SAME_PLACE)
    left = min(next(shared, _USUAL_MARGIN), _WIDEST_MARGIN)
    right = min(max(width - left, *closes, 0.0), width)
    return Column(min([left, *begins]), right)


class _Writer:
    """Collects lines and tables in order, going on with paragraphs and tables of the page before."""

    def __init__(self, pitch: float) -> None:
        self.pitch = pitch
        self.found: list[PrintedParagraph | list[PrintedTable]] = []
        self.feet: list[Foot] = []
        self.column = Column(0, 0)
        self.fresh = False
        self.base: float | None = None

    def begin_page(self, column: Column) -> None:
        self.column = column
        self.fresh = bool(self.found)
        self.base = None

    def add(self, item: PrintedTable | PrintedLine) -> None:
        if isinstance(item, PrintedTable):
            self._table(item)
            self.base = item.grid.down[-1]
        else:
            self._line(item)
            self.base = item.base
        self.fresh = False

    def _table(self, table: PrintedTable) -> None:
        last = self.found[-1] if self.found else None
        if self.fresh and isinstance(last, list) and shared_columns(last[-1].grid.across, table.grid.across):
            self.feet = mend_break(self.feet, last[0], table)
            last.append(table)
        elif table.lone:
            for text in next(iter(table.texts.values())):
                for line in text.lines:
                    self._line(line)
        else:
            self.feet = feet_of(table)
            self.found.append([table])

    def _line(self, line: PrintedLine) -> None:
        last = self.found[-1] if self.found else None
        if isinstance(last, PrintedParagraph):
            may_head = len(self.found) < _LONGEST_HEAD or len(last.lines) == 1
            heading = may_head and stands_alone(last, line)
            if not heading and goes_on(last, line, self.column, new_page=self.fresh):
                add_line(last, line)
                return
        space = _NEW_PAGE if self.fresh else 0.0 if self.base is None else (line.base - self.base) / line.size
        self.found.append(PrintedParagraph([line], line.text, space))

    def finish(self) -> list[Block]:
        blocks: list[Block] = []
        number = 0
        in_head, in_body = _BLANK_LINE * self._usual_space(), _BLANK_LINE * (self.pitch or self._usual_space())
        for item in self.found:
            if isinstance(item, PrintedParagraph):
                number += 1
                blank_line = in_head if number <= _LONGEST_HEAD else in_body
                blocks.append(TextLine(item.text, number, item.space > blank_line))
                continue
            across = max((table.grid.across for table in item), key=len)
            rows: list[Row] = []
            for n, table in enumerate(item):
                rows += table.rows(across, number + len(rows) + 1, gap=n > 0)
            number += len(rows)
            blocks.append(Table(tuple(rows)))
        return blocks

    def _usual_space(self) -> float:
        """Give the usual distance between paragraphs in parts of their size."""
        found = (item.space for item in self.found if isinstance(item, PrintedParagraph))
        spaces = sorted(space for space in found if 0 < space < _NEW_PAGE)
        return max(self.pitch, spaces[len(spaces) // 4]) if spaces else self.pitch
