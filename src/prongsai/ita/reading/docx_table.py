"""Reads the rows of a Word table: cells merged over rows and columns, rows deleted or hidden, rows that open a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from prongsai.ita.reading.docx_grid import GridCell, placed_rows
from prongsai.ita.reading.docx_paragraph import Passed, alternative
from prongsai.ita.reading.docx_styles import W, is_on
from prongsai.ita.reading.layout import Cell
from prongsai.ita.reading.ooxml import Element, attribute, local_name, whole

_WIDEST = 100
_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo"})


@dataclass(frozen=True, slots=True)
class CellText:
    """What stands in a cell, and whether it begins on a new page."""

    lines: tuple[str, ...] = ()
    on_new_page: bool = False


ReadCell = Callable[[Element], CellText]


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row with one cell for every column of the table."""

    cells: tuple[Cell, ...]
    on_new_page: bool


def table_rows(table: Element, read_cell: ReadCell, passed: Passed) -> list[TableRow]:
    """Give the rows of a table that a person sees."""
    rows: list[list[GridCell]] = []
    breaks: list[bool] = []
    for row in shown_rows(table, passed):
        cells, on_new_page = _row(row, read_cell)
        rows.append(cells)
        breaks.append(on_new_page)
    placed = placed_rows(rows, _widths(table))
    return [TableRow(cells, on_new_page) for cells, on_new_page in zip(placed, breaks, strict=True)]


def shown_rows(table: Element, passed: Passed) -> Iterator[Element]:
    """Give the rows of a table that are neither deleted nor hidden."""
    for row in wrapped(table, "tr"):
        properties = row.find(W + "trPr")
        if properties is not None and properties.find(W + "del") is not None:
            passed.deleted += 1
        elif is_on(properties, "hidden"):
            passed.hidden += 1
        else:
            yield row


def wrapped(parent: Element, name: str) -> Iterator[Element]:
    """Give the children of a name, also those inside content controls and inserted parts."""
    for child in parent:
        found = local_name(child)
        if found == name:
            yield child
        elif found in _WRAPPERS:
            yield from wrapped(child, name)
        elif found == "AlternateContent":
            for inner in alternative(child):
                if local_name(inner) == name:
                    yield inner


def _row(row: Element, read_cell: ReadCell) -> tuple[list[GridCell], bool]:
    properties = row.find(W + "trPr")
    at = _count(properties, "gridBefore", least=0)
    cells: list[GridCell] = []
    on_new_page = False
    for element in wrapped(row, "tc"):
        own = element.find(W + "tcPr")
        end = at + _count(own, "gridSpan", least=1)
        text = read_cell(element)
        on_new_page = on_new_page or (text.on_new_page and not any(cell.lines for cell in cells))
        cells.append(GridCell(at, end, text.lines, _merged(own, "vMerge"), _merged(own, "hMerge") == "more"))
        at = end
    return cells, on_new_page


def _merged(properties: Element | None, name: str) -> Literal["first", "more"] | None:
    element = properties.find(W + name) if properties is not None else None
    if element is None:
        return None
    return "first" if attribute(element, "val") == "restart" else "more"


def _count(properties: Element | None, name: str, *, least: int) -> int:
    value = whole(attribute(properties.find(W + name), "val")) if properties is not None else None
    return least if value is None else max(least, min(value, _WIDEST))


def _widths(table: Element) -> list[int]:
    """Give the widths of the columns of the grid, none where the file does not give each."""
    grid = table.find(W + "tblGrid")
    widths = [whole(attribute(column, "w")) for column in grid.findall(W + "gridCol")] if grid is not None else []
    return [width or 0 for width in widths] if all(widths) else []
