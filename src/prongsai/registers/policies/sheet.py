"""The register as rows of a workbook: its columns, and a list that somebody sends, row by row with what is doubtful."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any, TypeVar

from django.conf import settings
from django.utils import translation

from prongsai.ita.reading import Heading, ListRow, RowList, find_heading
from prongsai.ita.reading.row_lists import may_be_formula, rows_below
from prongsai.ita.thai import Refused, compact, format_date, parse_date, parse_text, single_line
from prongsai.ita.writing.row_sheet import Value, write_row_sheet
from prongsai.registers.policies.models import Policy, PolicyKind

Read = TypeVar("Read")

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
class Fault:
    """Why a row cannot be taken, or is to be looked at: the rule, the column as printed, what stands there, words."""

    rule: str
    column: str
    value: str
    message: str


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
    faults: tuple[Fault, ...] = ()
    doubts: tuple[Fault, ...] = ()

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
        wrong = {name: tuple(Fault(**fault) for fault in told[name]) for name in ("faults", "doubts")}
        return cls(**{**told, **wrong, **days})


def read_listed(found: RowList, today: date) -> list[Listed]:
    """Read the sheets that have a heading.

    Refuses COLUMNS (no sheet names titles and days), EMPTY (no row below the heading), SIZE (over 1,000 rows).
    """
    needed = ("title", "signed")
    headed = [(heading, sheet) for sheet in found.sheets if (heading := find_heading(sheet, COLUMNS, needed))]
    if not headed:
        names = " ".join(f"“{COLUMNS[name][0]}”" for name in needed)
        raise Refused("COLUMNS", f"ไม่พบคอลัมน์ {names} ในหัวตาราง โปรดใช้แบบ Excel จากหน้านี้ หรือตั้งหัวคอลัมน์ตามนั้น")
    rows = [_RowReader(row, heading, today).listed() for heading, sheet in headed for row in rows_below(sheet, heading)]
    if not rows:
        raise Refused("EMPTY", "ไม่พบรายการใต้หัวตาราง โปรดตรวจแฟ้ม")
    if len(rows) > MOST_ROWS:
        raise Refused("SIZE", f"แฟ้มมีเกิน {MOST_ROWS:,} บรรทัด โปรดแยกแฟ้ม")
    return rows


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


@dataclass
class _RowReader:
    """Reads the cells of one row, and gathers what is wrong with them."""

    row: ListRow
    heading: Heading
    today: date
    faults: list[Fault] = field(default_factory=list)
    doubts: list[Fault] = field(default_factory=list)

    def listed(self) -> Listed:
        """Give the row."""
        signed = self._day("signed", needed=True)
        told: dict[str, Any] = {
            "kind": self._kind(),
            "title": self._text("title", 300),
            "number": self._text("number", 60),
            "signed": signed,
            "since": self._day("since") or signed,
            "signer_post": self._text("signer_post", 200),
            "unit": self._text("unit", 200),
            "text": self._read("text", lambda text: parse_text(text, limit=20_000)) or "",
        }
        if not told["title"]:
            self._fault("REQUIRED", "title", "ต้องกรอกช่องนี้")
        if told["signed"] and told["since"] < told["signed"]:
            self._doubt("since", "วันที่มีผลอยู่ก่อนวันที่ลงนาม")
        return Listed(str(self.row.place()), **told, faults=tuple(self.faults), doubts=tuple(self.doubts))

    def _text(self, name: str, limit: int) -> str:
        return self._read(name, lambda text: single_line(parse_text(text, limit=limit))) or ""

    def _kind(self) -> str:
        text = self._text("kind", 100)
        found = next((key for key, said in KIND_WORDS.items() if compact(said) in compact(text)), None)
        if text and found is None:
            self._doubt("kind", f"ไม่รู้จักคำนี้ ระบบใช้ ประกาศ คำที่ใช้ได้: {' '.join(KIND_WORDS.values())}")
        return str(found or PolicyKind.ANNOUNCEMENT.value)

    def _day(self, name: str, *, needed: bool = False) -> date | None:
        before = len(self.faults)
        day: date | None = self._read(name, lambda text: parse_date(text).date)
        if day and day > self.today:
            self._fault("FUTURE", name, "วันที่นี้ยังมาไม่ถึง")
        if needed and day is None and len(self.faults) == before:
            self._fault("REQUIRED", name, "ต้องกรอกช่องนี้")
        return day

    def _read(self, name: str, read: Callable[[str], Read]) -> Read | None:
        text = self.row.text(self.heading.columns.get(name))
        if not text:
            return None
        try:
            if may_be_formula(text):
                raise Refused("FORMULA", "ช่องนี้เป็นสูตร โปรดพิมพ์เป็นข้อความ")
            return read(text)
        except Refused as refused:
            self._fault(refused.rule, name, refused.message)
            return None

    def _fault(self, rule: str, name: str, message: str) -> None:
        self.faults.append(self._wrong(rule, name, message))

    def _doubt(self, name: str, message: str) -> None:
        self.doubts.append(self._wrong("DOUBT", name, message))

    def _wrong(self, rule: str, name: str, message: str) -> Fault:
        value = self.row.text(self.heading.columns.get(name))[:100]
        return Fault(rule, self.heading.printed(name), value, message)
