"""Turns tables that put a measure on a card, label beside text, into tables whose labels are the header."""

from __future__ import annotations

from prongsai.ita.reading.columns import Role, role_of
from prongsai.ita.reading.headers import consists_of_header_words
from prongsai.ita.reading.layout import Cell, Row, Table

_DEEDS = frozenset({Role.MEASURES, Role.STEPS})
_DETAILS = frozenset({Role.UNITS, Role.PERIOD})
_FEWEST_LABELS = 4
_MOST_ROWS = 30


def unfolded(table: Table) -> Table:
    """Give a card as a header and one row; any other table as it is."""
    if len(table.rows) > _MOST_ROWS:
        return table
    pairs = [pair for row in table.rows for pair in _pairs(row)]
    if not pairs or any(label is None for label in pairs):
        return table
    told = [(label, text) for label, text in filter(None, pairs) if not _heads_the_card(text)]
    roles = [role_of(label.text) for label, _ in told]
    distinct = {*roles} - {None}
    repeats = len(distinct) < len([role for role in roles if role is not None])
    if repeats or len(distinct) < _FEWEST_LABELS or not (distinct & _DEEDS and distinct & _DETAILS):
        return table
    first = table.rows[0]
    return Table(
        (
            Row(tuple(label for label, _ in told), first.number, first.gap),
            Row(tuple(text for _, text in told), first.number),
        )
    )


def _pairs(row: Row) -> list[tuple[Cell, Cell] | None]:
    """Give label and text of each two neighbouring cells; None where the left one is no label."""
    cells = [row.own(n) for n in range(len(row.cells))]
    if len(cells) not in (2, 4) or not cells[0]:
        return [None]
    pairs = [(cells[n], cells[n + 1]) for n in range(0, len(cells), 2) if cells[n] or cells[n + 1]]
    return [pair if consists_of_header_words(pair[0].text) else None for pair in pairs]


def _heads_the_card(text: Cell) -> bool:
    """Whether the text beside a label only names the column of texts: รายละเอียด."""
    return consists_of_header_words(text.text) and role_of(text.text) is None
