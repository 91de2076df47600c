"""Short ways to make the blocks that papers are composed of."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from prongsai.ita.papers.blocks import Cell, Inline, Items, Paragraph
from prongsai.ita.thai import format_decimal

NONE = "ไม่มี"
UNCONFIRMED = "ยังไม่ยืนยัน"


def running(*content: Inline) -> Paragraph:
    """Return a paragraph of running text."""
    return Paragraph(content)


def text_cell(*content: Inline) -> Cell:
    """Return a cell with one paragraph."""
    return Cell((Paragraph(content),))


def list_cell(entries: Sequence[Inline]) -> Cell:
    """Return a cell with numbered entries; a single entry stands without a number, none as ไม่มี."""
    if len(entries) < 2:
        return text_cell(entries[0] if entries else NONE)
    return Cell((Items(tuple((entry,) for entry in entries)),))


def number_cell(value: Decimal | None, *, sign: bool = False) -> Cell:
    """Return a cell with a figure of two decimals, or a dash where there is none."""
    shown = "–" if value is None else format_decimal(value, sign=sign)
    return Cell((Paragraph((shown,)),), numeric=True)


def list_or_none(entries: Sequence[Inline]) -> Paragraph | Items:
    """Return a numbered list, one entry as a paragraph, or ไม่มี: nothing to say is said, never left out."""
    if len(entries) < 2:
        return running(entries[0] if entries else NONE)
    return Items(tuple((entry,) for entry in entries))
