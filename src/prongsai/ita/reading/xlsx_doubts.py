"""Collects what a person should know of a workbook, and says it in one sentence a kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from prongsai.ita.reading.xlsx_sheet import SheetDetails, column_letters
from prongsai.ita.thai import Notice

_SENTENCES = {
    "hidden-sheets": "มีแผ่นงานที่ซ่อนไว้ จึงไม่ได้อ่าน: {places}",
    "hidden-rows": "มีบรรทัดที่ซ่อนหรือกรองไว้ จึงไม่ได้อ่าน: {places}",
    "hidden-columns": "มีคอลัมน์ที่ซ่อนไว้ จึงไม่ได้อ่าน: {places}",
    "cell-error": "ช่องที่สูตรไม่มีผลหรือมีข้อผิดพลาด จึงเว้นว่างไว้ โปรดใส่ค่าเอง: {places}",
    "percent": "ช่องที่เก็บเป็นร้อยละ อ่านเป็นคะแนนเต็ม 100 โปรดตรวจว่าถูกต้อง: {places}",
    "date-doubtful": "ช่องวันที่ที่ปีอาจเป็น พ.ศ. อ่านตามที่พิมพ์ไว้ โปรดตรวจว่าถูกต้อง: {places}",
}
_MOST_PLACES = 10


@dataclass
class CellDoubts:
    """Places by kind of doubt, in the order in which they were met."""

    places: dict[str, list[str]] = field(default_factory=dict)

    def note(self, kind: str, place: str) -> None:
        """Keep the place of a doubt."""
        self.places.setdefault(kind, []).append(place)

    def note_hidden(self, sheet: str, filled: Iterable[tuple[int, int]], details: SheetDetails) -> None:
        """Keep the hidden rows and columns of a sheet that hold values."""
        filled = list(filled)
        rows = sorted({row for row, _ in filled} & details.hidden_rows)
        columns = sorted({column for _, column in filled} & details.hidden_columns)
        for first, last in _ranges(rows):
            self.note("hidden-rows", f"{sheet}!{first + 1}" + (f"-{last + 1}" if last > first else ""))
        for first, last in _ranges(columns):
            upto = f"-{column_letters(last)}" if last > first else ""
            self.note("hidden-columns", f"{sheet}!{column_letters(first)}{upto}")

    def notices(self) -> tuple[Notice, ...]:
        """Give one notice for each kind, with the first ten places."""
        found = []
        for kind, places in self.places.items():
            shown = ", ".join(places[:_MOST_PLACES]) + (" ..." if len(places) > _MOST_PLACES else "")
            found.append(Notice(kind, _SENTENCES[kind].format(places=shown), shown))
        return tuple(found)


def _ranges(numbers: list[int]) -> list[tuple[int, int]]:
    """Give runs of numbers that follow each other as (first, last)."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs
