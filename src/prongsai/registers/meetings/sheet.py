"""Decisions of meetings as a workbook: out as a list, in as rows with what is wrong or doubtful about each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from prongsai.ita.reading import RowList
from prongsai.ita.reading.row_cells import RowCells
from prongsai.ita.thai import compact
from prongsai.ita.writing.row_sheet import Value, write_row_sheet
from prongsai.platform.files.headed_lists import rows_under_heading
from prongsai.registers.meetings.models import Decision

COLUMNS = (
    ("เรื่องที่ต้องทำ", 60), ("ผู้รับผิดชอบ", 34), ("กำหนดเสร็จ", 20), ("สถานะ", 28), ("ปิดเรื่องเมื่อ", 20),
    ("การประชุม", 46), ("วันประชุม", 20), ("ระเบียบวาระ", 14),
)  # fmt: skip
READ = {
    "what": ("เรื่องที่ต้องทำ", "เรื่อง", "มติ", "มติที่ประชุม", "สิ่งที่ต้องดำเนินการ"),
    "owner": ("ผู้รับผิดชอบ", "ส่วนราชการ", "หน่วยงานรับผิดชอบ"),
    "due": ("กำหนดเสร็จ", "กำหนด", "ภายในวันที่", "วันครบกำหนด"),
}
SHEET = "มติที่ต้องปฏิบัติ"
MOST_ROWS = 200


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One decision as a list tells it; person or unit by id. See `ita.reading.row_cells` for faults and doubts."""

    place: int
    what: str = ""
    owner: str = ""
    person: int | None = None
    unit: int | None = None
    due: date | None = None
    faults: tuple[tuple[str, str, str], ...] = ()
    doubts: tuple[tuple[str, str, str], ...] = ()

    @property
    def title(self) -> str:
        """The decision in a few words."""
        return self.what[:60] or _("Row %(row)s") % {"row": self.place}

    def as_json(self) -> dict[str, Any]:
        """Give it as plain data."""
        return asdict(self) | {"due": self.due.isoformat() if self.due else None}

    @staticmethod
    def of_json(told: dict[str, Any]) -> DecisionRow:
        """Make it from what `as_json` gave."""
        lists = {name: tuple(tuple(entry) for entry in told[name]) for name in ("faults", "doubts")}
        return DecisionRow(**{**told, **lists, "due": date.fromisoformat(told["due"]) if told["due"] else None})


@dataclass(frozen=True, slots=True)
class Owners:
    """Who may own a decision: ids of people and units by their names, and the day before which nothing is due."""

    people: Mapping[str, int]
    units: Mapping[str, int]
    since: date


def read_decisions(found: RowList, owners: Owners) -> list[DecisionRow]:
    """Read the sheets that head what is to be done and who owns it.

    Refuses COLUMNS (no such heading), EMPTY (no row below) and SIZE (more than 200 rows).
    """
    rows = rows_under_heading(found, READ, ("what", "owner"), most=MOST_ROWS)
    return [_row(cells, owners) for cells in rows]


def decisions_workbook(decisions: Sequence[Decision]) -> bytes:
    """Write decisions as a list; every text stays a text, whatever it begins with."""
    return write_row_sheet(SHEET, COLUMNS, map(_cells, decisions))


def _row(cells: RowCells, owners: Owners) -> DecisionRow:
    what, owner, due = cells.text("what", limit=500), cells.text("owner", limit=300), cells.day("due")
    cells.require("what", what, _("What is to be done is missing."))
    cells.require("owner", owner, _("A decision needs an owner: a person or a unit."))
    cells.require("due", due, _("The day is missing."))
    person, unit = owners.people.get(compact(owner)), owners.units.get(compact(owner))
    if owner and person is None and unit is None:
        cells.fault("OWNER", "owner", _("Nobody here and no unit has this name: %(name)s") % {"name": owner})
    if due and due < owners.since:
        cells.fault("DUE", "due", _("It cannot be due before the meeting."))
    return DecisionRow(
        place=cells.row.number, what=what, owner=owner, person=person, unit=None if person else unit, due=due,
        faults=tuple(cells.faults), doubts=tuple(cells.doubts),
    )  # fmt: skip


def _cells(decision: Decision) -> tuple[Value, ...]:
    return (
        decision.what,
        decision.owner,
        decision.due,
        str(decision.get_state_display()),
        decision.closed,
        str(decision.meeting),
        decision.meeting.day,
        decision.item.number,
    )
