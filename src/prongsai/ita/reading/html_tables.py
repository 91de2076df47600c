"""The tables of a web page: which cells a person sees, and whether a table holds data or only frames the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from prongsai.ita.reading.html_lines import Lines, is_hidden
from prongsai.ita.reading.merged_cells import LARGEST_SPAN, SpanningCell

_SECTIONS = ("thead", "tbody", "tfoot")


@dataclass(frozen=True, slots=True)
class SeenTable:
    """A table as seen: its caption, the elements of its cells by row, and how many rows with text are hidden."""

    caption: tuple[str, ...]
    elements: tuple[tuple[etree._Element, ...], ...]
    hidden: int = 0

    @property
    def is_frame(self) -> bool:
        """Whether the table only places other things: one column, or tables in cells and no data of its own."""
        if all(len(row) < 2 for row in self.elements):
            return True
        nests = any(cell.find(".//table") is not None for row in self.elements for cell in row)
        return nests and sum(sum(map(_has_own_text, row)) > 1 for row in self.elements) < 2

    @property
    def rows(self) -> list[list[SpanningCell]]:
        """Give the cells with their lines and spans."""
        return [[_spanning(cell) for cell in row] for row in self.elements]


def see_table(table: etree._Element) -> SeenTable:
    """Look at a table element; the cells of tables inside it stay theirs."""
    rows = list(_rows(table))
    seen = [tuple(cell for cell in _cells(row) if not is_hidden(cell)) for row in rows if not is_hidden(row)]
    hidden = sum(1 for row in rows if is_hidden(row) and any(cell_lines_of(cell) for cell in _cells(row)))
    captions = [line for caption in table.findall("caption") for line in cell_lines_of(caption)]
    return SeenTable(tuple(captions), tuple(seen), hidden)


def cell_lines_of(cell: etree._Element) -> tuple[str, ...]:
    """Give the lines of a cell; of a table inside it every row is a line."""
    lines = Lines(at_table=_flatten)
    lines.inside(cell)
    return tuple(" ".join(line.text.split()) for line in lines.taken())


def _flatten(table: etree._Element, lines: Lines) -> None:
    for row in see_table(table).elements:
        lines.add(" ".join(line for cell in row for line in cell_lines_of(cell)))


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """Give the rows of a table; its foot comes last, wherever it is written."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in _SECTIONS and child.tag != "tfoot" and not is_hidden(child):
            yield from child.findall("tr")
    for foot in table.findall("tfoot"):
        yield from foot.findall("tr")


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    yield from (child for child in row if child.tag in ("td", "th"))


def _has_own_text(cell: etree._Element) -> bool:
    """Whether a cell has text outside the tables inside it."""
    lines = Lines(at_table=lambda _table, _lines: None)
    lines.inside(cell)
    return bool(lines.taken())


def _spanning(cell: etree._Element) -> SpanningCell:
    return SpanningCell(cell_lines_of(cell), _span(cell.get("colspan")), _span(cell.get("rowspan"), to_end=True))


def _span(value: str | None, *, to_end: bool = False) -> int:
    """Give a span; 0 rows means all rows that follow."""
    if not value or not value.strip().isdecimal() or not value.isascii():
        return 1
    told = min(int(value[:6]), LARGEST_SPAN)
    return told or (LARGEST_SPAN if to_end else 1)
