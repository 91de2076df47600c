"""Tables of a web page: headers that a listener hears with each cell, in a frame that scrolls by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lxml import etree
from lxml.builder import E

from prongsai.ita.papers.blocks import Cell, Row, Table

if TYPE_CHECKING:
    from prongsai.ita.writing.html_blocks import PageHand
    from prongsai.ita.writing.html_text import Nodes

MIDDLING, WIDE = 4, 6
"""From so many columns on a table scrolls on a narrow screen, a little or far, rather than being squeezed."""


def table_element(block: Table, hand: PageHand) -> etree._Element:
    """Return a table inside a region that can be reached by keyboard and scrolled; its summary names the region."""
    columns = len(block.columns)
    table = E.table({"class": "wide" if columns >= WIDE else "middling" if columns >= MIDDLING else "narrow"})
    if block.caption:
        table.append(E.caption(_staying(hand.text(block.caption))))
    table.append(_widths(block))
    heads = [E.th({"scope": "col"}, *hand.text(column.header)) for column in block.columns]
    table.append(E.thead(E.tr(*heads)))
    for group in _groups(block.rows):
        table.append(E.tbody(*(_row(row, hand, columns) for row in group)))
    told = hand.printed(block.summary or block.caption or "ตาราง")
    return E.div({"class": "table", "role": "region", "tabindex": "0", "aria-label": told}, table)


def _staying(text: Nodes) -> etree._Element:
    """Return a text that stays in sight while the table below it scrolls sideways."""
    return E.span({"class": "staying"}, *text)


def _widths(block: Table) -> etree._Element:
    """Return the widths of the columns as attributes: a style of their own would be forbidden by a strict policy."""
    shares = sum(column.share for column in block.columns)
    return E.colgroup(*(E.col({"width": f"{100 * column.share / shares:.2f}%"}) for column in block.columns))


def _groups(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Give the rows in groups, each headed by its band."""
    group: list[Row] = []
    for row in rows:
        if row.band is not None and group:
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _row(row: Row, hand: PageHand, columns: int) -> etree._Element:
    if row.band is not None:
        return E.tr(
            {"class": "band"}, E.th({"scope": "rowgroup", "colspan": str(columns)}, _staying(hand.text(row.band)))
        )
    first, *others = row.cells
    head = _cell(E.th({"scope": "row"}), first, hand)
    return E.tr(head, *(_cell(E.td(), cell, hand) for cell in others))


def _cell(made: etree._Element, cell: Cell, hand: PageHand) -> etree._Element:
    made.extend([hand.running(block, in_cell=True) for block in cell.content])
    if cell.numeric:
        made.set("class", "number")
    return made
