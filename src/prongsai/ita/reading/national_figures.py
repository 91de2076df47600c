"""The figures and names in the cells of a national list, read by the one parser of numbers, each value once.

A list of 8,300 agencies holds 370,000 cells but few different values; what was read is kept.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TypeAlias

from prongsai.ita.thai import Refused, check_score, parse_number, round_half_up, single_line

CellValue: TypeAlias = str | float | int | bool | date | datetime | time | timedelta
Figure: TypeAlias = Decimal | Refused | None
"""A score, the refusal of what stands there, or None where nothing is stated."""

_MOST_KEPT = 50_000
_TEN_DIGITS = ".10g"


class Figures(dict[CellValue, Figure]):
    """Scores by the cell that holds them; a cell of another type needs Figures of its own (1 and True are equal).

    Numbers of a spreadsheet keep what ten digits show: the file holds 85.85000000000001 where a person sees 85.85.
    Further decimals are kept, as a sheet may hide them by its format.
    """

    def __missing__(self, cell: CellValue) -> Figure:
        figure = _figure(cell)
        if len(self) < _MOST_KEPT:
            self[cell] = figure
        return figure


class FiguresByType(dict[type, Figures]):
    """Figures of cells, by the type of the cell."""

    def __missing__(self, kind: type) -> Figures:
        figures = self[kind] = Figures()
        return figures


class Texts(dict[CellValue, str]):
    """Texts of cells on one line, normalised."""

    def __missing__(self, cell: CellValue) -> str:
        text = cell_text(cell)
        if len(self) < _MOST_KEPT:
            self[cell] = text
        return text


def cell_text(cell: CellValue) -> str:
    """Give the text of a cell about as a person sees it, on one line, normalised."""
    return single_line(_shown(cell))


def _figure(cell: CellValue) -> Figure:
    shown = _shown(cell)
    try:
        if isinstance(cell, bool) or not isinstance(cell, str | int | float):
            raise Refused("NUMBER", f"“{shown}” ไม่ใช่ตัวเลขคะแนน")
        value = parse_number(shown).value
        if value is not None:
            check_score(round_half_up(value), shown)
    except Refused as refused:
        return Refused(refused.rule, refused.message, value=shown)
    return value


def _shown(cell: CellValue) -> str:
    return format(cell, _TEN_DIGITS) if isinstance(cell, float) else str(cell)
