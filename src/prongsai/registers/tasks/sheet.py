"""An office's own list of tasks, row by row, with what is wrong or doubtful about each; the workbook to fill in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from prongsai.ita.reading import RowList
from prongsai.ita.reading.row_cells import Finding, RowCells
from prongsai.ita.thai import compact
from prongsai.ita.writing.row_sheet import Value, write_row_sheet
from prongsai.platform.files.headed_lists import rows_under_heading

READ = {
    "title": ("งานที่ต้องทำ", "งาน", "เรื่องที่ต้องทำ", "เรื่อง", "รายการ"),
    "owner": ("ผู้รับผิดชอบ", "ส่วนราชการ", "มอบหมายให้"),
    "due": ("กำหนด", "กำหนดเสร็จ", "ภายในวันที่", "วันครบกำหนด"),
    "details": ("รายละเอียด", "หมายเหตุ"),
    "room": ("มาจาก",),
}
"""For each field the words that may head its column, the list's own first."""
NEEDED = ("title", "owner")
FILLED_IN = (("งานที่ต้องทำ", 70), ("ผู้รับผิดชอบ", 34), ("กำหนด", 22), ("รายละเอียด", 60))
EXAMPLE: tuple[Value, ...] = (
    "ตัวอย่าง ส่งภาพจุดติดโปสเตอร์ (พิมพ์ทับได้)", "สำนักปลัด", "31 มีนาคม 2568", "ภาพถ่ายทั้งห้าจุด",
)  # fmt: skip
HELP = (
    "กรอกหนึ่งงานต่อหนึ่งบรรทัด ต้องมีงานที่ต้องทำและผู้รับผิดชอบ",
    "ผู้รับผิดชอบคือชื่อส่วนราชการ หรือชื่อและนามสกุลของบุคคล ตามที่อยู่ในหน้าหน่วยงานและบุคลากร",
    "กำหนดพิมพ์ได้ เช่น 31 มีนาคม 2568 ไม่มีให้เว้นว่าง ระบบติดตามเฉพาะงานที่มีกำหนด",
    "งานที่มีอยู่แล้วและยังไม่เสร็จ (ชื่อ ผู้รับผิดชอบ และกำหนดตรงกัน) ระบบไม่เพิ่มซ้ำ",
)
MOST_ROWS = 200


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One task as a list tells it. `asked` is who is to do it: `person-17`, `unit-3`. `elsewhere`: of another room.

    `faults` keep the whole list out, `doubts` are for a person to look at.
    """

    place: str
    title: str = ""
    owner: str = ""
    asked: str = ""
    due: date | None = None
    details: str = ""
    elsewhere: bool = False
    faults: tuple[Finding, ...] = ()
    doubts: tuple[Finding, ...] = ()

    @property
    def key(self) -> tuple[str, str, date | None]:
        """What no two open tasks should have in common."""
        return (compact(self.title), self.asked, self.due)

    def as_json(self) -> dict[str, Any]:
        """Give it as plain data."""
        return asdict(self) | {"due": self.due.isoformat() if self.due else None}

    @staticmethod
    def of_json(told: Mapping[str, Any]) -> TaskRow:
        """Make it from what `as_json` gave."""
        lists = {name: tuple(tuple(entry) for entry in told[name]) for name in ("faults", "doubts")}
        return TaskRow(**{**told, **lists, "due": date.fromisoformat(told["due"]) if told["due"] else None})


@dataclass(frozen=True, slots=True)
class Known:
    """Keys of people and units by their compact names, compact titles of the other rooms, and the day."""

    owners: Mapping[str, tuple[str, ...]]
    rooms: frozenset[str]
    today: date


def read_tasks(found: RowList, known: Known) -> list[TaskRow]:
    """Read the sheets that head the task and who is to do it.

    Refuses COLUMNS (no such heading), EMPTY (no row below) and SIZE (more than 200 rows).
    """
    return [_row(cells, known) for cells in rows_under_heading(found, READ, NEEDED, most=MOST_ROWS)]


def workbook_to_fill_in() -> bytes:
    """Write the workbook that `read_tasks` reads, with one invented line and words of help."""
    return write_row_sheet("งานที่ต้องทำ", FILLED_IN, [EXAMPLE], words=HELP)


def _row(cells: RowCells, known: Known) -> TaskRow:
    place = str(cells.row.place())
    title, owner = cells.text("title", limit=300), cells.text("owner", limit=300)
    if compact(cells.text("room", limit=300)) in known.rooms:
        return TaskRow(place, title=title, owner=owner, elsewhere=True)
    due, details = cells.day("due"), cells.text("details", limit=3_000)
    cells.require("title", title, _("What is to be done is missing."))
    cells.require("owner", owner, _("A task needs somebody to do it: a person or a unit."))
    asked = known.owners.get(compact(owner), ())
    if owner and not asked:
        cells.fault("OWNER", "owner", _("Nobody to whom you may give tasks has this name: %(name)s") % {"name": owner})
    if len(asked) > 1:
        cells.fault("TWO", "owner", _("More than one has this name: %(name)s") % {"name": owner})
    if due and due < known.today:
        cells.doubt("PAST", "due", _("The day has passed: the task is late at once."))
    return TaskRow(
        place, title=title, owner=owner, asked=asked[0] if len(asked) == 1 else "", due=due, details=details,
        faults=tuple(cells.faults), doubts=tuple(cells.doubts),
    )  # fmt: skip
