"""The register as rows of a workbook: its columns, and a list that somebody sends, row by row with what is doubtful."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.utils import translation

from prongsai.ita.reading import RowList
from prongsai.ita.reading.row_cells import CellFault, RowCells
from prongsai.ita.thai import compact, format_date, parse_text
from prongsai.ita.writing.row_sheet import Value, write_row_sheet
from prongsai.platform.files.headed_lists import rows_under_heading
from prongsai.registers.policies.models import Policy, PolicyKind

SHEET = "ทะเบียนนโยบาย"
MOST_ROWS = 1_000
COLUMNS = {
    "kind": ("ประเภท", "ชนิด"),
    "title": ("เรื่อง", "ชื่อเรื่อง", "รายการ"),
    "number": ("เลขที่", "เลขที่เอกสาร", "ที่"),
    "signed": ("ลงวันที่", "วันที่ลงนาม", "วันที่"),
    "since": ("มีผลตั้งแต่", "วันที่มีผล", "ใช้บังคับตั้งแต่"),
    "signer_post": ("ผู้ลงนาม", "ตำแหน่งผู้ลงนาม"),
    "unit": ("ส่วนราชการ", "ผู้รับผิดชอบ", "หน่วยงาน"),
    "text": ("ข้อความ", "สาระสำคัญ"),
}
"""For each field the words that may head its column, the register's own first."""
ONLY_OUT = ("ฉบับที่", "สถานะ", "ทบทวนภายใน")
WIDTHS = (14, 60, 18, 20, 20, 28, 22, 70, 8, 20, 20)
KIND_WORDS: dict[str, str] = {
    PolicyKind.POLICY: "นโยบาย",
    PolicyKind.RULE: "ระเบียบ",
    PolicyKind.GUIDE: "แนวปฏิบัติ",
    PolicyKind.ANNOUNCEMENT: "ประกาศ",
}
HELP = (
    "กรอกหนึ่งเรื่องต่อหนึ่งบรรทัด ต้องมีเรื่องและวันที่ลงนาม",
    f"ประเภท: {' '.join(KIND_WORDS.values())} (เว้นว่าง = ประกาศ)",
    "วันที่พิมพ์ได้ เช่น 1 ธันวาคม 2567 หากเว้นว่างช่องมีผลตั้งแต่ ระบบใช้วันที่ลงนาม",
    "เรื่องที่มีในทะเบียนแล้วจะไม่เพิ่มซ้ำ",
)
EXAMPLE: tuple[Value, ...] = (
    "ประกาศ", "ตัวอย่าง แนวทางการให้บริการ (พิมพ์ทับได้)", "", "16 ธันวาคม 2567", "", "นายก อบต.", "สำนักปลัด", "",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of a list: what it says, where it stands, what is wrong (`faults`) or doubtful (`doubts`)."""

    place_in_file: str
    kind: str = PolicyKind.ANNOUNCEMENT.value
    title: str = ""
    number: str = ""
    signed: date | None = None
    since: date | None = None
    signer_post: str = ""
    unit: str = ""
    text: str = ""
    faults: tuple[CellFault, ...] = ()
    doubts: tuple[CellFault, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Give it as plain data."""
        days = {
            name: day.isoformat() if day else None for name, day in (("signed", self.signed), ("since", self.since))
        }
        return asdict(self) | days

    @classmethod
    def of_json(cls, told: Mapping[str, Any]) -> Listed:
        """Make it from what `as_json` gave."""
        days = {name: date.fromisoformat(told[name]) if told[name] else None for name in ("signed", "since")}
        wrong = {name: tuple(CellFault(**fault) for fault in told[name]) for name in ("faults", "doubts")}
        return cls(**{**told, **wrong, **days})


def read_listed(found: RowList, today: date) -> list[Listed]:
    """Read the sheets that have a heading.

    Refuses COLUMNS (no sheet names titles and days), EMPTY (no row below the heading), SIZE (over 1,000 rows).
    """
    rows = rows_under_heading(found, COLUMNS, ("title", "signed"), most=MOST_ROWS)
    return [_listed(cells, today) for cells in rows]


def workbook(policies: Iterable[Policy]) -> bytes:
    """Write the register; `read_listed` reads it back."""
    with translation.override(settings.LANGUAGE_CODE):
        return write_row_sheet(SHEET, _columns(), [_row_of(policy) for policy in policies])


def template() -> bytes:
    """Write the same workbook with one invented line, to be typed over."""
    return write_row_sheet(SHEET, _columns()[: len(COLUMNS)], [EXAMPLE], words=HELP)


def _columns() -> list[tuple[str, int]]:
    names = [*(names[0] for names in COLUMNS.values()), *ONLY_OUT]
    return list(zip(names, WIDTHS, strict=True))


def _row_of(policy: Policy) -> tuple[Value, ...]:
    versions = list(policy.versions.all())
    shown = next((one for one in versions if one.is_in_force), versions[0])
    day = policy.repealed
    state = f"ยกเลิก {format_date(day, digits='arabic')}" if day else str(shown.get_state_display())
    return (
        KIND_WORDS[policy.kind], shown.title, shown.paper_number, shown.signed, shown.since, shown.signer_post,
        policy.unit.name, shown.text, shown.number, state, policy.review_due,
    )  # fmt: skip


def _listed(cells: RowCells, today: date) -> Listed:
    signed, since = cells.day("signed"), cells.day("since")
    told: dict[str, Any] = {
        "kind": _kind(cells),
        "title": cells.text("title", limit=300),
        "number": cells.text("number", limit=60),
        "signed": signed,
        "since": since or signed,
        "signer_post": cells.text("signer_post", limit=200),
        "unit": cells.text("unit", limit=200),
        "text": cells.read("text", lambda text: parse_text(text, limit=20_000)) or "",
    }
    for name in ("title", "signed"):
        cells.require(name, told[name], "ต้องกรอกช่องนี้")
    for name, day in (("signed", signed), ("since", since)):
        if day and day > today:
            cells.fault("FUTURE", name, "วันที่นี้ยังมาไม่ถึง")
    if signed and since and since < signed:
        cells.doubt("DOUBT", "since", "วันที่มีผลอยู่ก่อนวันที่ลงนาม")
    return Listed(str(cells.row.place()), **told, faults=cells.shown(cells.faults), doubts=cells.shown(cells.doubts))


def _kind(cells: RowCells) -> str:
    text = cells.text("kind", limit=100)
    found = next((key for key, said in KIND_WORDS.items() if compact(said) in compact(text)), None)
    if text and found is None:
        cells.doubt("DOUBT", "kind", f"ไม่รู้จักคำนี้ ระบบใช้ ประกาศ คำที่ใช้ได้: {' '.join(KIND_WORDS.values())}")
    return str(found or PolicyKind.ANNOUNCEMENT.value)
