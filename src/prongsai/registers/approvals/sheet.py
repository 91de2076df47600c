"""The register of submissions as a workbook: out as a list, in from an older register, row by row with its doubts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from prongsai.ita.reading import RowList
from prongsai.ita.reading.row_cells import Finding, RowCells
from prongsai.ita.thai import compact
from prongsai.ita.writing.row_sheet import Value, write_row_sheet
from prongsai.platform.files.headed_lists import rows_under_heading
from prongsai.registers.approvals.models import Submission, SubmissionStep, TakenOver

SHEET = "ทะเบียนเรื่องเสนอ"
COLUMNS = {
    "number": ("เลขที่", "ที่", "เลขทะเบียน", "เลขที่หนังสือ"),
    "day": ("วันที่เสนอ", "วันที่", "ลงวันที่"),
    "subject": ("เรื่อง", "ชื่อเรื่อง"),
    "sender": ("จาก", "ผู้เสนอ"),
    "receiver": ("ถึง", "เสนอต่อ", "เรียน"),
    "decision": ("ผลการพิจารณา", "คำสั่งการ", "การสั่งการ", "ผล"),
    "decision_number": ("เลขที่ของหนังสือที่ลงนาม", "เลขที่คำสั่งการ", "เลขที่อนุมัติ"),
    "decided": ("วันที่พิจารณา", "วันที่สั่งการ", "วันที่อนุมัติ"),
    "unit": ("ส่วนราชการ", "หน่วยงาน", "เจ้าของเรื่อง"),
    "origin": ("ที่มา",),
}
"""For each field the words that may head its column, the register's own first."""
NEEDED = ("day", "subject")
WIDTHS = (18, 20, 60, 28, 28, 34, 24, 20, 26, 24)
HERE, TAKEN_OVER = "บันทึกในระบบ", "นำเข้าจากทะเบียนเดิม"
MOST_ROWS = 2_000
HELP = (
    "กรอกหนึ่งเรื่องต่อหนึ่งบรรทัด ต้องมีวันที่เสนอและเรื่อง วันที่พิมพ์ได้ เช่น 20 ธันวาคม 2567",
    "จาก ถึง และผลการพิจารณา พิมพ์ตามที่ปรากฏในทะเบียนเดิม ระบบไม่ถือว่าเป็นการอนุมัติในระบบ",
    "เลขที่และวันที่ของหนังสือที่ลงนาม กรอกตามที่งานสารบรรณให้ไว้ ไม่มีให้เว้นว่าง",
    "เรื่องที่มีเลขที่ เรื่อง และวันที่เสนอตรงกับที่นำเข้าแล้ว ระบบไม่เพิ่มซ้ำ",
)
EXAMPLE: tuple[Value, ...] = (
    "", "20 ธันวาคม 2567", "ตัวอย่าง ขออนุมัติจัดประชุม (พิมพ์ทับได้)", "สำนักปลัด", "นายก อบต.", "อนุมัติ", "",
    "23 ธันวาคม 2567", "สำนักปลัด",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class OldEntry:
    """A line of a register. `here`: it was written by this system, and is in it.

    `faults` keep the whole file out, `doubts` are for a person to look at.
    """

    place: str
    number: str = ""
    day: date | None = None
    subject: str = ""
    sender: str = ""
    receiver: str = ""
    decision: str = ""
    decision_number: str = ""
    decided: date | None = None
    unit: str = ""
    here: bool = False
    faults: tuple[Finding, ...] = ()
    doubts: tuple[Finding, ...] = ()

    @property
    def key(self) -> tuple[str, str, date | None]:
        """What no two lines have in common."""
        return (compact(self.number), compact(self.subject), self.day)

    def as_json(self) -> dict[str, Any]:
        """Give it as plain data."""
        return asdict(self) | {name: day.isoformat() if (day := getattr(self, name)) else None for name in _DAYS}

    @classmethod
    def of_json(cls, told: Mapping[str, Any]) -> OldEntry:
        """Make it from what `as_json` gave."""
        days = {name: date.fromisoformat(told[name]) if told[name] else None for name in _DAYS}
        wrong = {name: tuple(tuple(entry) for entry in told[name]) for name in ("faults", "doubts")}
        return cls(**{**told, **days, **wrong})


_DAYS = ("day", "decided")


def read_register(found: RowList, today: date) -> list[OldEntry]:
    """Read the sheets that head day and subject. Refuses COLUMNS, EMPTY and SIZE (over 2,000 rows)."""
    return [_entry(cells, today) for cells in rows_under_heading(found, COLUMNS, NEEDED, most=MOST_ROWS)]


def submissions_workbook(submissions: Iterable[Submission]) -> bytes:
    """Write submissions of this system; each says so, and `read_register` leaves it where it is."""
    with translation.override(settings.LANGUAGE_CODE):
        rows = [_submission(row) for row in submissions]
    return write_row_sheet(SHEET, _columns(), rows)


def taken_over_workbook(entries: Iterable[TakenOver]) -> bytes:
    """Write what was taken over; `read_register` reads it back."""
    return write_row_sheet(SHEET, _columns(), [_taken_over(row) for row in entries])


def workbook_to_fill_in() -> bytes:
    """Write the workbook into which an older register is typed, with one invented line and words of help."""
    return write_row_sheet(SHEET, _columns()[:-1], [EXAMPLE], words=HELP)


def _columns() -> list[tuple[str, int]]:
    return [(words[0], width) for words, width in zip(COLUMNS.values(), WIDTHS, strict=True)]


def _entry(cells: RowCells, today: date) -> OldEntry:
    texts = {"number": 60, "subject": 300, "sender": 200, "receiver": 200, "decision": 300, "decision_number": 60}
    told: dict[str, Any] = {name: cells.text(name, limit=limit) for name, limit in texts.items()}
    told |= {"day": cells.day("day"), "decided": cells.day("decided"), "unit": cells.text("unit", limit=200)}
    for name in NEEDED:
        cells.require(name, told[name], _("This must be filled in."))
    for name in _DAYS:
        if told[name] and told[name] > today:
            cells.fault("FUTURE", name, _("The day has not come yet."))
    if told["decided"] and told["day"] and told["decided"] < told["day"]:
        cells.fault("ORDER", "decided", _("It was decided before it was submitted."))
    if told["decision"] and not told["decided"]:
        cells.doubt("DAY", "decision", _("The day of the decision is missing."))
    if told["decided"] and not told["decision"]:
        cells.doubt("WORD", "decided", _("What was decided is missing."))
    return OldEntry(
        place=str(cells.row.place()), here=compact(cells.text("origin", limit=100)) == compact(HERE),
        faults=tuple(cells.faults), doubts=tuple(cells.doubts), **told,
    )  # fmt: skip


def _submission(row: Submission) -> tuple[Value, ...]:
    last = next((step for step in reversed(row.steps.all()) if step.day and step.person_id), None)
    said = last if last and not row.is_waiting else None
    return (
        "", row.submitted, row.subject, row.submitter.full_name if row.submitter else "", _asked(row, said),
        str(row.get_state_display()), said.paper_number if said else "", row.settled, row.unit.name, HERE,
    )  # fmt: skip


def _asked(row: Submission, said: SubmissionStep | None) -> str:
    return said.post if said else str(row.get_decides_display())


def _taken_over(row: TakenOver) -> tuple[Value, ...]:
    return (
        row.number, row.day, row.subject, row.sender, row.receiver, row.decision, row.decision_number, row.decided,
        row.unit.name, TAKEN_OVER,
    )  # fmt: skip
