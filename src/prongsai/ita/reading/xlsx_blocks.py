"""Parts the filled cells of a worksheet into lines of text and tables.

A sheet is one big grid: titles, tables and notes stand in it below each other. Rows that touch belong together; a row
with one filled cell above a table, or below its first column, is a line of text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from prongsai.ita.reading.headers import read_header
from prongsai.ita.reading.layout import Block, Cell, Row, Table, TextLine
from prongsai.ita.reading.signatures import is_for_signatures
from prongsai.ita.reading.vocabulary import Vocabulary

_MARK = re.compile(r"(?:\(?[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2}){0,2}[.)]{0,2}|[-–•*]|[ก-ฮ][.)])")
_LABEL = re.compile(r".{2,40}[:：]\s*$")


@dataclass
class _Span:
    """The columns of the table that was met last: a piece without a header goes on in them."""

    first: int = 0
    end: int = 0


def sheet_blocks(rows: Sequence[Row], vocabulary: Vocabulary) -> list[Block]:
    """Give the blocks of a sheet: its rows in order, an empty one between rows that do not touch."""
    blocks: list[Block] = []
    span = _Span()
    for run in _runs(rows):
        blocks += _run_blocks(run, span, vocabulary)
    return blocks


def _runs(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Give the runs of rows without an empty row between them; the first row of each has a gap above."""
    run: list[Row] = []
    for row in rows:
        if row.cells and all(row.cells[n].held == "down" for n in row.filled()):
            continue  # nothing but the lower part of merged cells
        if row.filled():
            run.append(Row(row.cells, row.number, gap=not run))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _run_blocks(run: list[Row], span: _Span, vocabulary: Vocabulary) -> Iterator[Block]:
    at = 0
    while at < len(run):
        if _is_line(run, at) and not _goes_on(run, at, span, vocabulary):
            yield _line(run[at])
            at += 1
            continue
        end = _table_end(run, at, vocabulary)
        yield from _table_blocks(run[at:end], span, vocabulary)
        at = end


def _is_line(run: Sequence[Row], at: int) -> bool:
    """Whether a row that begins a piece is a line of text: one cell, or a label or a list mark with its text."""
    row = run[at]
    filled = row.filled()
    if len(filled) == 1:
        return True
    first = row.own(filled[0]).text
    below = run[at + 1].filled() if at + 1 < len(run) else ()
    if len(filled) > 2 or len(below) > 2:
        return False
    return bool(_LABEL.fullmatch(first) or _MARK.fullmatch(first))


def _goes_on(run: Sequence[Row], at: int, span: _Span, vocabulary: Vocabulary) -> bool:
    """Whether a row with one cell goes on with the last table: under an inner column, rows of that table below it."""
    filled = run[at].filled()
    below = at + 1 < len(run) and len(run[at + 1].filled()) > 1 and read_header(run, at + 1, vocabulary) is None
    return below and len(filled) == 1 and span.first < filled[0] < span.end


def _line(row: Row) -> TextLine:
    return TextLine(" ".join(row.own(n).text for n in row.filled()), row.number, row.gap)


def _table_end(run: Sequence[Row], at: int, vocabulary: Vocabulary) -> int:
    """Give where the table that begins at a row ends: before lines that follow it or head the next table."""
    first = min(n for row in run[at:] if len(row.filled()) > 1 for n in row.filled())
    end = at + 1
    while end < len(run):
        after = end
        while after < len(run) and run[after].filled() == (first,):
            after += 1
        if after > end and (after == len(run) or read_header(run, after, vocabulary) is not None):
            return end
        end = max(after, end + 1)
    return end


def _table_blocks(rows: Sequence[Row], span: _Span, vocabulary: Vocabulary) -> Iterator[Block]:
    headed = read_header(rows, 0, vocabulary) is not None
    if not headed and is_for_signatures(rows):
        yield from map(_line, rows)
        return
    if not headed and not span.end and len(rows) == 1:  # labels and values side by side above the first table
        yield _line(rows[0])
        return
    if headed or not span.end:
        span.first = min(n for row in rows for n in row.filled())
        span.end = max(_last(row) for row in rows) + 1
    yield Table(tuple(Row(_cut(row.cells, span), row.number, row.gap) for row in rows))


def _last(row: Row) -> int:
    """Give the last column of a row that has a text, merged cells with all columns that they cover."""
    return max((n for n, cell in enumerate(row.cells) if cell), default=0)


def _cut(cells: tuple[Cell, ...], span: _Span) -> tuple[Cell, ...]:
    kept = cells[span.first : span.end]
    return kept + (Cell(),) * (span.end - span.first - len(kept))
