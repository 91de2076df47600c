"""Single values as a person writes them in a cell, and back. Numbers and dates go through `ita.thai` alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import TypeAlias

from prongsai.ita.catalogue.fields import Kind, Leaf
from prongsai.ita.catalogue.labels import choice_from_label, choice_label
from prongsai.ita.catalogue.yaml_source import Value
from prongsai.ita.thai.dates import buddhist_year, format_date, parse_date
from prongsai.ita.thai.numbers import parse_number, parse_whole
from prongsai.ita.thai.refusal import Refused

Cell: TypeAlias = "str | float | int | bool | date | None"

YES, NO = "ใช่", "ไม่ใช่"
CELL_LIMIT = 32_000


def to_cell(value: object, leaf: Leaf) -> str | float | None:
    """Write a value for a cell: numbers as numbers, all else as text, a list with one entry a line.

    Refuses LENGTH where a list does not fit into one cell.
    """
    if value is None or value == ():
        return None
    if isinstance(value, tuple):
        text = "\n".join(_written(entry, leaf.kind) for entry in value)
        if len(text) > CELL_LIMIT:
            raise Refused("LENGTH", f"“{leaf.heading}” ยาวเกินหนึ่งช่องของตาราง")
        return text
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        return float(value)
    return _written(value, leaf.kind)


def from_cell(cell: Cell, leaf: Leaf) -> Value:
    """Read a value back; None where the cell is empty. Raises Refused (without its place) for what cannot be read."""
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return None
    if not leaf.many:
        return _READERS[leaf.kind](cell, leaf)
    if not isinstance(cell, str):
        return [_READERS[leaf.kind](cell, leaf)]
    lines = (line.strip() for line in cell.splitlines())
    return [_READERS[leaf.kind](line, leaf) for line in lines if line]


def _written(value: object, kind: Kind) -> str:
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, date):
        return format_date(value, digits="arabic")
    if isinstance(value, Decimal):
        return f"{value:f}"
    return choice_label(str(value)) if kind == "choice" else str(value)


def _text(cell: Cell, leaf: Leaf) -> Value:
    if isinstance(cell, bool | date):
        raise Refused("TEXT", f"“{leaf.heading}” ต้องเป็นข้อความ โปรดจัดรูปแบบช่องเป็นข้อความแล้วพิมพ์ใหม่")
    if isinstance(cell, float | int):
        return f"{Decimal(repr(cell)).normalize():f}"
    return cell


def _number(cell: Cell, leaf: Leaf) -> Value:
    if isinstance(cell, bool | date):
        raise Refused("NUMBER", f"“{leaf.heading}” ต้องเป็นตัวเลข")
    if isinstance(cell, str):
        return parse_number(cell).value
    return Decimal(repr(cell))


def _whole(cell: Cell, leaf: Leaf) -> Value:
    if isinstance(cell, bool | date) or (isinstance(cell, float) and not cell.is_integer()):
        raise Refused("NUMBER", f"“{leaf.heading}” ต้องเป็นจำนวนเต็ม")
    return parse_whole(cell) if isinstance(cell, str) else int(cell or 0)


def _flag(cell: Cell, leaf: Leaf) -> Value:
    if isinstance(cell, bool):
        return cell
    if cell not in (YES, NO):
        raise Refused("CHOICE", f"“{leaf.heading}” ต้องเป็น {YES} หรือ {NO}")
    return cell == YES


def _date(cell: Cell, leaf: Leaf) -> Value:
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, date):
        if cell.year > 2400:
            shown = f"{cell.year} ในช่องวันที่น่าจะเป็น พ.ศ."
            raise Refused("ERA", f"“{leaf.heading}”: {shown} โปรดพิมพ์เป็นข้อความ เช่น 1 มกราคม {buddhist_year(cell) - 543}")
        return cell
    if not isinstance(cell, str):
        raise Refused("DATE", f"“{leaf.heading}” ต้องเป็นวันที่ เช่น 1 มกราคม 2567")
    return parse_date(cell).date


def _choice(cell: Cell, leaf: Leaf) -> Value:
    return choice_from_label(str(_text(cell, leaf)).strip(), leaf.choices)


_READERS: dict[Kind, Callable[[Cell, Leaf], Value]] = {
    "text": _text,
    "number": _number,
    "whole": _whole,
    "flag": _flag,
    "date": _date,
    "choice": _choice,
}
