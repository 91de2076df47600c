"""Turns a demo paper kept as text into an office's paper: pages joined, tables whole, lists one below the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from prongsai.ita.papers.blocks import Block, Cell, Column, PageBreak, Paper, Paragraph, Row, Table
from prongsai.ita.reading.layout import Row as ReadRow
from prongsai.ita.reading.layout import Table as ReadTable
from prongsai.ita.reading.layout import TextLine
from prongsai.ita.reading.text_layout import text_blocks
from prongsai.ita.thai import normalise

FOOTER = "ข้อมูลสมมุติเพื่อการสาธิต"
"""Stands on every page of every demo paper."""

_ITEM = re.compile(r"(?:^|\s)(?=(?:[๐-๙]{1,2}\.(?:[๐-๙]{1,2})?|o[๐-๙]{1,2}) )")
_FIRST_ITEM = re.compile(r"๑\. ")
_STATUS = "ดำเนินการแล้วเสร็จ"
_BAND = re.compile(r"ประเด็นที่ [๐-๙]")
_SHORT = 60
_LEAST_SHARE, _MOST_SHARE = 8, 90

Part = TextLine | ReadTable


def office_paper(text: str, *, agency: str, year: int, landscape: bool = False) -> Paper:
    """Make the paper of a text: its first lines are the title, the footer stands on every page instead of between them.

    Tables cut by pages become one table with one header; a row that went on over a page is one row again.
    """
    parts = list(_whole(text_blocks(normalise(text))))
    head = next(
        (n for n, part in enumerate(parts) if n and not (isinstance(part, TextLine) and not part.gap)), len(parts)
    )
    title = tuple(part.text for part in parts[:head] if isinstance(part, TextLine))
    blocks: list[Block] = [PageBreak(landscape=True)] if landscape else []
    blocks += _blocks(parts[head:])
    return Paper(title, title[0], tuple(blocks), agency, year, draft=False, footer=FOOTER)


def _whole(parts: Sequence[Part]) -> Iterator[Part]:
    """Give the parts without footers and repeated page heads, the pieces of a table joined."""
    seen: set[str] = set()
    table: list[ReadRow] = []
    for part in parts:
        if isinstance(part, TextLine):
            if part.text == FOOTER or (part.text in seen and table):
                continue
            if table:
                yield ReadTable(tuple(table))
                table = []
            seen.add(part.text)
            yield part
        elif table and _texts(part.rows[0]) == _texts(table[0]):
            _go_on(table, part.rows[1:])
        else:
            if table:
                yield ReadTable(tuple(table))
            table = list(part.rows)
    if table:
        yield ReadTable(tuple(table))


def _go_on(table: list[ReadRow], rows: Sequence[ReadRow]) -> None:
    for row in rows:
        if row.own(0):
            table.append(row)
            continue
        above = table[-1]
        cells = [
            type(cell)((*cell.lines, *(row.cells[n].lines if n < len(row.cells) else ())))
            for n, cell in enumerate(above.cells)
        ]
        table[-1] = ReadRow(tuple(cells), above.number)


def _blocks(parts: Sequence[Part]) -> list[Block]:
    """Give the blocks of the parts; a short line above a table, a list or another heading is a heading."""
    blocks: list[Block] = []
    leads = False
    for part in reversed(parts):
        if isinstance(part, ReadTable):
            blocks.append(_table(part))
            leads = True
            continue
        item = _ITEM.match(part.text) is not None
        heading = leads and not item and len(part.text) <= _SHORT
        blocks.append(Paragraph((part.text,), bold=heading, indent=not heading))
        leads = item or heading
    return blocks[::-1]


def _table(table: ReadTable) -> Table:
    headers, rows = list(_texts(table.rows[0])), table.rows[1:]
    if rows and not rows[0].own(0):  # the second row of a header
        headers = [f"{upper} {lower}".strip() for upper, lower in zip(headers, _texts(rows[0]), strict=True)]
        rows = rows[1:]
    longest = [max(len(row.own(n).text) for row in table.rows) for n in range(len(headers))]
    shares = [round(max(_LEAST_SHARE, min(_MOST_SHARE, size)) ** 0.8) for size in longest]
    columns = [Column(header, share) for header, share in zip(headers, shares, strict=True)]
    return Table(tuple(columns), tuple(_row(row, len(headers)) for row in rows), summary="ตารางของเอกสารสาธิต")


def _row(row: ReadRow, width: int) -> Row:
    if row.filled() == (0,) and _BAND.match(row.own(0).text):
        return Row(band=row.own(0).text)
    return Row(tuple(_cell(row.own(n).lines) for n in range(width)))


def _cell(lines: Sequence[str]) -> Cell:
    """Give a cell with one paragraph for each line, and for each item of a numbered list within a line."""
    texts = [text for line in lines for text in _items(line)]
    return Cell(tuple(Paragraph((text,), bold=text == _STATUS, indent=False) for text in texts or ("",)))


def _items(line: str) -> list[str]:
    if not _FIRST_ITEM.match(line):
        return [line]
    return [item.strip() for item in _ITEM.split(line) if item.strip()]


def _texts(row: ReadRow) -> tuple[str, ...]:
    return tuple(row.own(n).text for n in range(len(row.cells)))
