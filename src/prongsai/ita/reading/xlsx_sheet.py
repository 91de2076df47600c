"""What the values of a worksheet do not say: what is hidden, how numbers are shown, which cells are in trouble.

One walk through the XML of the sheet that keeps nothing of it. It also measures the sheet before its values are
loaded: a single value in the last column of the last row would make the program ask for memory for every cell between.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import IO

from lxml import etree

from prongsai.ita.reading.ooxml import Element, broken, local_name, whole
from prongsai.ita.thai import Refused

MOST_CELLS = 200_000
"""Cells with a value that a workbook may have."""

_LARGEST_AREA = 2_000_000
_LAST_COLUMN = 16_384
_LAST_ROW = 1_048_576
_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_NO_VALUE = frozenset({"true", "1"})


@dataclass
class SheetDetails:
    """Places are (row, column) from 0. `styles` has the number of the cell style of each number."""

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    styles: dict[tuple[int, int], int] = field(default_factory=dict)
    troubled: list[tuple[int, int]] = field(default_factory=list)
    filled: int = 0
    lowest: tuple[int, int] = (_LAST_ROW, _LAST_COLUMN)
    highest: tuple[int, int] = (-1, -1)

    def hides(self, at: tuple[int, int]) -> bool:
        """Whether a place is in a hidden row or column."""
        return at[0] in self.hidden_rows or at[1] in self.hidden_columns

    @property
    def area(self) -> int:
        """Number of cells between the first and the last value."""
        return max(0, self.highest[0] - self.lowest[0] + 1) * max(0, self.highest[1] - self.lowest[1] + 1)


def sheet_details(stream: IO[bytes], *, most_cells: int = MOST_CELLS) -> SheetDetails:
    """Walk through a worksheet. Refuses SIZE (too many values, or values too far apart) and TRUNCATED."""
    walk = _SheetWalk(most_cells)
    events = etree.iterparse(
        stream,
        events=("start", "end"),
        tag=("{*}row", "{*}c", "{*}col"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    try:
        for event, element in events:
            walk.take(event, element)
    except etree.XMLSyntaxError:
        raise broken() from None
    if walk.found.area > _LARGEST_AREA:
        raise Refused("SIZE", "แผ่นงานมีค่าอยู่ห่างกันมากเกินไป โปรดลบช่องที่ไม่ใช้ทางขวาสุดหรือล่างสุด")
    return walk.found


class _SheetWalk:
    def __init__(self, most_cells: int) -> None:
        self.found = SheetDetails()
        self._most = most_cells
        self._row = -1
        self._column = -1

    def take(self, event: str, element: Element) -> None:
        name = local_name(element)
        if event == "start":
            if name == "row":
                self._begin_row(element)
            return
        if name == "c":
            self._cell(element)
        elif name == "col":
            self._columns(element)
        element.clear()
        if name == "row":
            while element.getprevious() is not None:
                del element.getparent()[0]

    def _begin_row(self, element: Element) -> None:
        number = whole(element.get("r"))
        self._row = self._row + 1 if number is None else number - 1
        self._column = -1
        if element.get("hidden") in _NO_VALUE:
            self.found.hidden_rows.add(self._row)

    def _columns(self, element: Element) -> None:
        first, last = whole(element.get("min")), whole(element.get("max"))
        if first and last and element.get("hidden") in _NO_VALUE:
            self.found.hidden_columns.update(range(first - 1, min(last, _LAST_COLUMN)))

    def _cell(self, element: Element) -> None:
        place = _PLACE.fullmatch(element.get("r") or "")
        self._column = column_number(place[1]) if place else self._column + 1
        at = (int(place[2]) - 1 if place else self._row, self._column)
        children = {local_name(child): child for child in element}
        value = children.get("v")
        empty = value is None or not value.text
        kind = element.get("t") or "n"
        if kind == "e" or (empty and "f" in children and kind != "str"):
            self.found.troubled.append(at)
        if children:
            self._note(at)
        if kind == "n" and not empty:
            self.found.styles[at] = whole(element.get("s")) or 0

    def _note(self, at: tuple[int, int]) -> None:
        found = self.found
        found.filled += 1
        if found.filled > self._most:
            raise Refused("SIZE", f"แผ่นงานมีข้อมูลเกิน {self._most:,} ช่อง โปรดแยกแฟ้มแล้วอ่านทีละส่วน")
        found.lowest = (min(found.lowest[0], at[0]), min(found.lowest[1], at[1]))
        found.highest = (max(found.highest[0], at[0]), max(found.highest[1], at[1]))


def column_number(letters: str) -> int:
    """Give the number, from 0, of a column named by letters (A, B ... AA)."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def column_letters(number: int) -> str:
    """Give the letters of a column numbered from 0."""
    letters = ""
    number += 1
    while number:
        number, place = divmod(number - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """Give the name of a cell as a spreadsheet shows it: B3."""
    return f"{column_letters(column)}{row + 1}"
