"""An office's own register of circulars or briefings, row by row, with what is wrong or doubtful about each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, time
from typing import Any

from django.utils.translation import gettext as _

from prongsai.ita.reading import RowList
from prongsai.ita.reading.row_cells import Finding, RowCells
from prongsai.ita.thai import compact
from prongsai.platform.files.headed_lists import rows_under_heading
from prongsai.registers.circulars.register_kinds import KINDS, READERS, RegisterKind

MOST_ROWS = 2_000
NOT_DONE = ("งด", "ยกเลิก", "เลื่อน", "เชิญแล้ว", "ร่าง", "ยังไม่", "ไม่ได้จัด")
"""How a state begins that says that something was not sent, not held, or does not hold."""


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A circular or briefing as a register tells it; what a kind has no column for is empty.

    `asked` and `done`: to how many it went or who were called, and how many acknowledged or came. `stands`: not called
    off. `faults` keep the whole file out, `doubts` are for a person to look at.
    """

    place: str
    day: date | None = None
    subject: str = ""
    unit: str = ""
    asked: int = 0
    done: int = 0
    number: str = ""
    paper_day: date | None = None
    begins: time | None = None
    ends: time | None = None
    venue: str = ""
    speakers: str = ""
    guests: int = 0
    stands: bool = True
    faults: tuple[Finding, ...] = ()
    doubts: tuple[Finding, ...] = ()

    @property
    def key(self) -> tuple[str, date | None]:
        """What no two circulars, and no two briefings, have in common."""
        return (compact(self.subject), self.day)

    def as_json(self) -> dict[str, Any]:
        """Give it as plain data."""
        moments = {name: getattr(self, name) for name in _MOMENTS}
        return asdict(self) | {name: value.isoformat() if value else None for name, value in moments.items()}

    @classmethod
    def of_json(cls, told: Mapping[str, Any]) -> RegisterRow:
        """Make it from what `as_json` gave."""
        moments = {name: read.fromisoformat(told[name]) if told[name] else None for name, read in _MOMENTS.items()}
        wrong = {name: tuple(tuple(entry) for entry in told[name]) for name in ("faults", "doubts")}
        return cls(**{**told, **moments, **wrong})


_MOMENTS: dict[str, type[date] | type[time]] = {"day": date, "paper_day": date, "begins": time, "ends": time}


def read_register(found: RowList, today: date, kind: str) -> list[RegisterRow]:
    """Read the sheets that have a heading of a kind (a `ListKind`).

    Refuses COLUMNS (no sheet heads what every row needs), EMPTY (no row below), SIZE (over 2,000 rows).
    """
    listed = KINDS[kind]
    rows = rows_under_heading(found, listed.columns, listed.needed, most=MOST_ROWS)
    return [_row(cells, listed, today) for cells in rows]


def _row(cells: RowCells, kind: RegisterKind, today: date) -> RegisterRow:
    read = {name: READERS[name](cells, name) for name in kind.columns}
    begins, ends = read.pop("hours", None) or (None, None)
    stands = not compact(read.pop("state")).startswith(NOT_DONE)
    if stands:
        _check(cells, kind, read, today)
    else:
        cells.doubt("STATE", "state", _("Its state says that it was called off or is to come: it is not taken in."))
    told = {name: value for name, value in read.items() if value is not None}
    told |= {"begins": begins, "ends": ends, "stands": stands}
    return RegisterRow(str(cells.row.place()), **told, faults=tuple(cells.faults), doubts=tuple(cells.doubts))


def _check(cells: RowCells, kind: RegisterKind, read: Mapping[str, Any], today: date) -> None:
    for name in kind.needed:
        nobody_came = name == "done" and read[name] == 0
        cells.require(name, read[name] or nobody_came, _("This must be filled in."))
    if read["day"] and read["day"] > today:
        cells.fault("FUTURE", "day", _("The day has not come yet."))
    if (read["done"] or 0) > (read["asked"] or 0) > 0:
        cells.fault("RANGE", "done", str(kind.over))
    if read.get("paper_day") and read["day"] and read["paper_day"] > read["day"]:
        cells.doubt("ORDER", "paper_day", _("The paper is dated after it went out."))
