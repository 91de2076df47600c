"""Finds lines and tables in plain text: tab-separated rows, Markdown tables and HTML tables.

Rows are kept as broken by the pages of the paper; joining them is a matter of meaning and happens later.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from prongsai.ita.reading.html_table import html_rows
from prongsai.ita.reading.layout import Block, Cell, Row, Table, TextLine
from prongsai.ita.reading.markup import cell_lines, plain_line
from prongsai.ita.reading.numbering import marker_of

_SEPARATOR = re.compile(r"[\s:|+\-=–—]+")
_LIST_MARK = re.compile(r"\s*(?:\(?[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2}){0,2}[.)]?|[-•*–—]|[ก-ฮ][.)])\s*")
_LONGEST_CELL = 60
_LONGEST_HTML_TABLE = 5_000


def text_blocks(text: str) -> tuple[Block, ...]:
    """Give the blocks of a normalised text in order."""
    return _Scan(text.split("\n")).run()


@dataclass
class _Scan:
    """One walk over the lines of a text. `width` is that of the table above, also over a blank line."""

    lines: list[str]
    at: int = 0
    gap: bool = False
    width: int = 0
    rows: list[Row] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)

    def run(self) -> tuple[Block, ...]:
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if not line.strip():
                self._blank()
            elif "<table" in line.lower():
                self._html_table()
            elif line.lstrip().startswith("|") and line.count("|") > 1:
                self._pipe_row(line)
            elif "\t" in line and self._is_row(line):
                self._tab_row(line)
            else:
                self._text(line)
        self._close()
        return tuple(self.blocks)

    def _blank(self) -> None:
        self._close()
        self.gap = True
        self.at += 1

    def _close(self) -> None:
        if self.rows:
            self.blocks.append(Table(tuple(self.rows)))
            self.rows = []

    def _add_row(self, cells: tuple[Cell, ...]) -> None:
        self.width = max(self.width, len(cells)) if self.rows else len(cells)
        self.rows.append(Row(cells, self.at + 1, self.gap))
        self.gap = False

    def _html_table(self) -> None:
        self._close()
        end = self.at
        while end < min(len(self.lines), self.at + _LONGEST_HTML_TABLE) and "</table" not in self.lines[end].lower():
            end += 1
        rows = html_rows("\n".join(self.lines[self.at : end + 1]), first=self.at + 1)
        if rows:
            self.blocks.append(Table(rows))
        self.at = end + 1
        self.gap = False

    def _pipe_row(self, line: str) -> None:
        inner = line.strip().removeprefix("|").removesuffix("|")
        if not _SEPARATOR.fullmatch(inner):
            self._add_row(tuple(Cell(cell_lines(raw)) for raw in inner.split("|")))
        self.at += 1

    def _is_row(self, line: str) -> bool:
        """Whether a line with tabs is a row of a table, not an indented paragraph or a list item."""
        stripped = line.strip(" ")
        width = stripped.count("\t") + 1
        beside = self.width == width
        if "\t" not in stripped.strip("\t "):
            return bool(self.rows) or beside or stripped.endswith("\t")
        first, _, rest = stripped.strip("\t").partition("\t")
        return bool(self.rows) or beside or "\t" in rest or not _LIST_MARK.fullmatch(first)

    def _tab_row(self, line: str) -> None:
        line = self._with_quoted_lines(line)
        raw_cells = line.split("\t")
        while len(raw_cells) < self.width:
            following = self._continuation(raw_cells)
            if not following:
                break
            raw_cells[-1] += "\n" + "\n".join(following[:-1]) + ("\n" if following[:-1] else "")
            rest = following[-1].split("\t")
            raw_cells[-1] += rest[0]
            raw_cells += rest[1:]
        self._add_row(tuple(Cell(_unquoted_lines(raw)) for raw in raw_cells))
        self.at += 1

    def _continuation(self, cells: list[str]) -> list[str]:
        """Give the lines that go on with a cell holding line ends, up to the one that brings the next cells.

        Lines without tabs between two parts of a row belong to its open cell. A line that follows at once must go on
        with the list of that cell, because rows may also be short where their last cells are empty.
        """
        end = self.at + 1
        last = min(len(self.lines), self.at + _LONGEST_CELL)
        while end < last and self.lines[end].strip() and "\t" not in self.lines[end]:
            end += 1
        if end >= last or len(cells) + self.lines[end].count("\t") > self.width or not self.lines[end].strip():
            return []
        at_once = end == self.at + 1
        if at_once and not _goes_on_with_list(cells[-1], self.lines[end]):
            return []
        if self.lines[end].count("\t") + 1 == self.width:
            return []
        following = self.lines[self.at + 1 : end + 1]
        self.at = end
        return following

    def _with_quoted_lines(self, line: str) -> str:
        """Join the lines of a cell that a spreadsheet has put in quotation marks."""
        if '\t"' not in line and not line.startswith('"'):
            return line
        last = min(len(self.lines), self.at + _LONGEST_CELL)
        joined = line
        for end in range(self.at + 1, last):
            if joined.count('"') % 2 == 0:
                return joined
            joined += "\n" + self.lines[end]
            if joined.count('"') % 2 == 0:
                self.at = end
                return joined
        return line

    def _text(self, line: str) -> None:
        self._close()
        self.width = 0
        text = plain_line(line)
        if text:
            self.blocks.append(TextLine(text, self.at + 1, self.gap))
            self.gap = False
        self.at += 1


def _unquoted_lines(raw: str) -> tuple[str, ...]:
    inner = raw.strip()
    if len(inner) > 1 and inner[0] == inner[-1] == '"' and inner.count('"') % 2 == 0 and "\n" in inner:
        inner = inner[1:-1].replace('""', '"')
    return cell_lines(inner)


def _goes_on_with_list(cell: str, line: str) -> bool:
    """Whether a line begins with the number that follows the last number of a cell, or with its bullet."""
    begun = [mark for mark in map(marker_of, cell_lines(cell)) if mark is not None]
    following = marker_of(line)
    if not begun or following is None or begun[-1][0] != following[0]:
        return False
    style, figures = following
    return style == "bullet" or figures[-1] == begun[-1][1][-1] + 1
