"""An office's own register of circulars, row by row, with what is wrong or doubtful about each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from prongsai.ita.reading import RowList
from prongsai.ita.reading.row_cells import Finding, RowCells
from prongsai.ita.thai import Refused, compact, parse_whole
from prongsai.platform.files.headed_lists import rows_under_heading

COLUMNS: dict[str, tuple[str, ...]] = {
    "number": ("เลขที่", "ที่", "เลขที่หนังสือ"),
    "paper_day": ("ลงวันที่", "วันที่ของหนังสือ"),
    "sent": ("วันที่แจ้งเวียน", "แจ้งเวียนวันที่", "วันที่"),
    "subject": ("เรื่อง", "ชื่อเรื่อง"),
    "unit": ("ส่วนราชการ", "ผู้แจ้ง", "เจ้าของเรื่อง"),
    "asked": ("ผู้รับ", "จำนวนผู้รับ", "จำนวนบุคลากร"),
    "done": ("รับทราบแล้ว", "รับทราบ", "จำนวนผู้รับทราบ"),
}
"""For each field the words that may head its column, the register's own first."""
NEEDED = ("sent", "subject", "asked")
MOST_ROWS, MOST_PEOPLE = 2_000, 100_000


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A circular as a register tells it. `faults` keep the whole file out, `doubts` are for a person to look at."""

    place: str
    number: str = ""
    paper_day: date | None = None
    sent: date | None = None
    subject: str = ""
    unit: str = ""
    asked: int = 0
    done: int = 0
    faults: tuple[Finding, ...] = ()
    doubts: tuple[Finding, ...] = ()

    @property
    def key(self) -> tuple[str, date | None]:
        """What no two circulars have in common."""
        return (compact(self.subject), self.sent)

    def as_json(self) -> dict[str, Any]:
        """Give it as plain data."""
        days = {name: getattr(self, name).isoformat() if getattr(self, name) else None for name in _DAYS}
        return asdict(self) | days

    @classmethod
    def of_json(cls, told: Mapping[str, Any]) -> RegisterRow:
        """Make it from what `as_json` gave."""
        days = {name: date.fromisoformat(told[name]) if told[name] else None for name in _DAYS}
        wrong = {name: tuple(tuple(entry) for entry in told[name]) for name in ("faults", "doubts")}
        return cls(**{**told, **days, **wrong})


_DAYS = ("paper_day", "sent")


def read_register(found: RowList, today: date) -> list[RegisterRow]:
    """Read the sheets that have a heading.

    Refuses COLUMNS (no sheet names subject, day and receivers), EMPTY (no row below), SIZE (over 2,000 rows).
    """
    return [_row(cells, today) for cells in rows_under_heading(found, COLUMNS, NEEDED, most=MOST_ROWS)]


def _row(cells: RowCells, today: date) -> RegisterRow:
    told: dict[str, Any] = {
        "number": cells.text("number", limit=60),
        "paper_day": cells.day("paper_day"),
        "sent": cells.day("sent"),
        "subject": cells.text("subject", limit=300),
        "unit": cells.text("unit", limit=200),
        "asked": cells.read("asked", _people) or 0,
        "done": cells.read("done", _people) or 0,
    }
    for name in NEEDED:
        cells.require(name, told[name], _("This must be filled in."))
    if told["sent"] and told["sent"] > today:
        cells.fault("FUTURE", "sent", _("The day has not come yet."))
    if told["done"] > told["asked"] > 0:
        cells.fault("RANGE", "done", _("More have acknowledged than received it."))
    if told["paper_day"] and told["sent"] and told["paper_day"] > told["sent"]:
        cells.doubt("ORDER", "paper_day", _("The paper is dated after it went out."))
    return RegisterRow(str(cells.row.place()), **told, faults=tuple(cells.faults), doubts=tuple(cells.doubts))


def _people(text: str) -> int:
    count = parse_whole(text)
    if count > MOST_PEOPLE:
        raise Refused("RANGE", _("No office has so many people."))
    return count
