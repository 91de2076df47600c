"""Takes out of a paper what is still to be written: marked gaps «โปรดระบุ: ...» with their dots, and the word ร่าง.

Papers of this project mark a lacking fact so; what asks for a fact is no fact, wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from prongsai.ita.reading.layout import Block, Cell, Row, Table, TextLine

_GAP = re.compile(r"[.…_ \t]{0,60}«\s{0,3}โปรดระบุ\s{0,3}:[^«»]*»")
_DRAFT = frozenset({"ร่าง", "(ร่าง)", "-ร่าง-"})
_EMPTY = re.compile(r"\(?(?:[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})?)?[\s.…_()\[\]:\-–]*")


def without_gaps(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Give the blocks without gaps and without lines that only say ร่าง. Lines that become empty fall away."""
    return tuple(_kept(blocks))


def _kept(blocks: Sequence[Block]) -> Iterator[Block]:
    gap = False
    for block in blocks:
        if isinstance(block, Table):
            yield Table(tuple(_row(row) for row in block.rows))
            gap = False
            continue
        text = "" if block.text[:12].replace(" ", "") in _DRAFT else filled_in(block.text)
        if text:
            yield block if text == block.text and not gap else TextLine(text, block.number, block.gap or gap)
            gap = False
        else:
            gap = gap or block.gap


def _row(row: Row) -> Row:
    if not any("«" in line for cell in row.cells for line in cell.lines):
        return row
    return replace(row, cells=tuple(_cell(cell) for cell in row.cells))


def _cell(cell: Cell) -> Cell:
    """Give a cell without gaps, also one that goes on in the next line."""
    if not any("«" in line for line in cell.lines):
        return cell
    lines = _GAP.sub("", "\n".join(cell.lines)).split("\n")
    return replace(cell, lines=tuple(text for text in map(_said, lines) if text))


def filled_in(text: str) -> str:
    """Give a text without its gaps; empty where nothing but a number or brackets would be left."""
    return _said(_GAP.sub("", text)) if _GAP.search(text) else text


def _said(text: str) -> str:
    return "" if _EMPTY.fullmatch(text.strip()) else text.strip()
