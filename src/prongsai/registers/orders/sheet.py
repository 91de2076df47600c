"""The office's list of orders as a workbook: each row to one paper, with what is wrong or doubtful about it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from prongsai.ita.reading import RowList
from prongsai.ita.reading.row_cells import RowCells
from prongsai.ita.thai import Refused, buddhist_year, single_line, to_arabic
from prongsai.ita.writing.row_sheet import Value, write_row_sheet
from prongsai.platform.files.headed_lists import rows_under_heading

COLUMNS: dict[str, tuple[str, ...]] = {
    "kind": ("ประเภท", "ชนิด"),
    "number": ("เลขที่", "ที่", "เลขที่คำสั่ง", "คำสั่งที่", "เลขที่/ปี", "คำสั่งเลขที่"),
    "day": ("ลงวันที่", "วันที่", "วัน เดือน ปี", "สั่ง ณ วันที่"),
    "subject": ("เรื่อง", "ชื่อเรื่อง"),
    "signer": ("ผู้ลงนาม", "ตำแหน่งผู้ลงนาม"),
    "remark": ("หมายเหตุ",),
}
MOST_ROWS = 5_000
SHEET = "ทะเบียนคำสั่ง"
_NUMBER = re.compile(r"(?:ที่\s*)?(?P<number>[0-9]{1,6}(?:[.\-][0-9]{1,3})?)\s*(?:/\s*(?P<year>[0-9]{4}|[0-9]{2}))?")
_WIDTHS = (12, 14, 22, 60, 30, 30)


@dataclass(frozen=True, slots=True)
class OrderRow:
    """One paper as a list tells it. `faults` keep the list out, `doubts` are for a person to look at.

    Each fault or doubt is (rule, column, sentence).
    """

    place: int
    kind: str = "order"
    number: str = ""
    year: int | None = None
    day: date | None = None
    subject: str = ""
    signer: str = ""
    remark: str = ""
    faults: tuple[tuple[str, str, str], ...] = ()
    doubts: tuple[tuple[str, str, str], ...] = ()

    @property
    def key(self) -> tuple[str, int | None, str]:
        """What no two papers have in common."""
        return (self.kind, self.year, self.number)

    @property
    def title(self) -> str:
        """The paper in a few words."""
        return (
            f"{self.number}/{self.year} {self.subject}"
            if self.number
            else self.subject or _("Row %(row)s") % {"row": self.place}
        )

    def as_json(self) -> dict[str, Any]:
        """Give it as plain data."""
        return asdict(self) | {"day": self.day.isoformat() if self.day else None}

    @staticmethod
    def of_json(told: dict[str, Any]) -> OrderRow:
        """Make it from what `as_json` gave."""
        lists = {name: tuple(tuple(entry) for entry in told[name]) for name in ("faults", "doubts")}
        return OrderRow(**{**told, **lists, "day": date.fromisoformat(told["day"]) if told["day"] else None})


def read_orders(found: RowList, today: date) -> list[OrderRow]:
    """Read the sheets that have a heading with number and subject.

    Refuses COLUMNS (no such heading), EMPTY (no row below) and SIZE (more than 5,000 rows).
    """
    return [_row(cells, today) for cells in rows_under_heading(found, COLUMNS, ("subject", "day"), most=MOST_ROWS)]


def orders_workbook(rows: Sequence[OrderRow] = ()) -> bytes:
    """Write a list that `read_orders` reads back; every text stays a text, whatever it begins with."""
    columns = [(COLUMNS[name][0], width) for name, width in zip(COLUMNS, _WIDTHS, strict=True)]
    return write_row_sheet(SHEET, columns, map(_cells, rows))


def _cells(row: OrderRow) -> tuple[Value, ...]:
    number = f"{row.number}/{row.year}" if row.number else ""
    return (KIND_WORDS[row.kind], number, row.day, row.subject, row.signer, row.remark)


KIND_WORDS = {"order": "คำสั่ง", "announcement": "ประกาศ"}


def _row(cells: RowCells, today: date) -> OrderRow:
    subject, day = cells.text("subject", limit=400), cells.day("day")
    cells.require("subject", subject, _("The subject is missing."))
    cells.require("day", day, _("The day is missing."))
    kind = "announcement" if cells.text("kind", limit=60).startswith("ประกาศ") else "order"
    number, year = cells.read("number", _number_and_year) or ("", None)
    if number and year is None and day:
        year = buddhist_year(day)
        sentence = _("The number has no year; %(year)s is taken from the day.") % {"year": year}
        cells.doubt("YEAR", "number", sentence)
    if not number and kind == "order":
        cells.doubt("NUMBER", "number", _("This order has no number."))
    for rule, sentence in doubts_of(year, day, today):
        cells.doubt(rule, "day", sentence)
    return OrderRow(
        place=cells.row.number, kind=kind, number=number, year=year, day=day, subject=subject,
        signer=cells.text("signer", limit=200), remark=cells.text("remark", limit=400),
        faults=tuple(cells.faults), doubts=tuple(cells.doubts),
    )  # fmt: skip


def doubts_of(year: int | None, day: date | None, today: date) -> list[tuple[str, str]]:
    """Give what looks wrong about the day of a paper: later than today, or in another year than its number."""
    found = []
    if day and day > today:
        found.append(("FUTURE", _("The day has not come yet.")))
    if day and year and buddhist_year(day) != year:
        found.append(
            (
                "YEAR",
                _("The day lies in the year %(own)s, but the number is of %(year)s.")
                % {"own": buddhist_year(day), "year": year},
            )
        )
    return found


def _number_and_year(text: str) -> tuple[str, int | None]:
    match = _NUMBER.fullmatch(to_arabic(single_line(text)))
    if not match:
        raise Refused("NUMBER", _("This number cannot be read. Write it as 312/2567."))
    year = match["year"]
    return match["number"], None if year is None else int(year) + (2500 if len(year) == 2 else 0)
