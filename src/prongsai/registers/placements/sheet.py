"""The register as rows of a workbook: its columns, and a list that somebody sends, row by row with what is doubtful."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any, TypeVar

from prongsai.ita.reading import Heading, ListRow, RowList, find_heading
from prongsai.ita.reading.row_lists import may_be_formula, rows_below
from prongsai.ita.thai import Refused, compact, parse_date, parse_text, single_line
from prongsai.registers.placements.models import Kind, Topic

Value = TypeVar("Value")

SHEET = "ทะเบียนจุดติดตั้ง"
MOST_ROWS = 2_000
COLUMNS = {
    "title": ("สิ่งที่ติดตั้ง", "รายการ", "ชื่อสื่อ", "สื่อ"),
    "kind": ("ประเภท", "ชนิด"),
    "place": ("สถานที่ติดตั้ง", "สถานที่", "จุดติดตั้ง"),
    "area": ("บริเวณหรือหมู่บ้าน", "บริเวณ", "หมู่บ้าน", "หมู่ที่"),
    "unit": ("ส่วนราชการ", "ผู้รับผิดชอบ", "หน่วยงาน"),
    "topic": ("ติดตั้งเพื่อ", "เรื่อง"),
    "about": ("เอกสารที่เกี่ยวข้อง", "อ้างอิง"),
    "since": ("ติดตั้งเมื่อ", "วันที่ติดตั้ง", "ตั้งแต่วันที่"),
}
"""For each field the words that may head its column, the register's own first."""
ONLY_OUT = ("พบล่าสุด", "ถ่ายภาพล่าสุด", "สถานะ")
"""Columns that are written and never read: they follow from what somebody saw."""
KIND_WORDS: dict[str, str] = {
    Kind.POSTER: "โปสเตอร์",
    Kind.SIGN: "ป้าย",
    Kind.BOX: "กล่อง",
    Kind.BOARD: "บอร์ด",
    Kind.KIOSK: "ตู้หรือจอ",
}
TOPIC_WORDS: dict[str, str] = {
    Topic.STEPS: "ขั้นตอนและระยะเวลา",
    Topic.QUEUE: "ลำดับการให้บริการ",
    Topic.NEWS: "ข่าวประชาสัมพันธ์",
    Topic.CHANNELS: "ช่องทางเข้าถึงข้อมูล",
    Topic.FEEDBACK: "รับฟังความคิดเห็น",
    Topic.COMPLAINTS: "แจ้งเรื่องทุจริต",
    Topic.NO_GIFTS: "ไม่รับของขวัญ",
    Topic.ASSETS: "การใช้ทรัพย์สินของราชการ",
    Topic.PARTICIPATION: "การมีส่วนร่วม",
}
HELP = (
    "กรอกหนึ่งรายการต่อหนึ่งบรรทัด ต้องมีสิ่งที่ติดตั้ง สถานที่ และวันที่ติดตั้ง",
    f"ประเภท: {' '.join(KIND_WORDS.values())} (เว้นว่าง = โปสเตอร์)",
    f"ติดตั้งเพื่อ: {', '.join(TOPIC_WORDS.values())} (เว้นว่างได้)",
    "วันที่พิมพ์ได้ เช่น 1 ธันวาคม 2567",
    "สถานที่ที่ยังไม่มีในระบบ ระบบเพิ่มให้ รายการที่ติดตั้งอยู่แล้วในสถานที่เดียวกันจะไม่เพิ่มซ้ำ",
)
EXAMPLE = ("ตัวอย่าง แผนผังขั้นตอนชำระภาษี (พิมพ์ทับได้)", "โปสเตอร์", "จุดบริการชั้นล่าง", "ที่ทำการ", "กองคลัง",
           "ขั้นตอนและระยะเวลา", "", "16 ธันวาคม 2567")  # fmt: skip


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
    title: str = ""
    kind: str = Kind.POSTER.value
    place: str = ""
    area: str = ""
    unit: str = ""
    topic: str = ""
    about: str = ""
    since: date | None = None
    faults: tuple[Fault, ...] = ()
    doubts: tuple[Fault, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Give it as plain data."""
        return asdict(self) | {"since": self.since.isoformat() if self.since else None}

    @classmethod
    def of_json(cls, told: Mapping[str, Any]) -> Listed:
        """Make it from what `as_json` gave."""
        since = date.fromisoformat(told["since"]) if told["since"] else None
        wrong = {name: tuple(Fault(**fault) for fault in told[name]) for name in ("faults", "doubts")}
        return cls(**{**told, **wrong, "since": since})


def read_listed(found: RowList, today: date) -> list[Listed]:
    """Read the sheets that have a heading.

    Refuses COLUMNS (no sheet names things, places and days), EMPTY (no row below the heading), SIZE (over 2,000 rows).
    """
    needed = ("title", "place", "since")
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
        told: dict[str, Any] = {
            "title": self._needed("title", 300),
            "place": self._needed("place", 200),
            "area": self._text("area", 200),
            "unit": self._text("unit", 200),
            "about": self._text("about", 300),
            "kind": self._choice("kind", KIND_WORDS, Kind.POSTER),
            "topic": self._choice("topic", TOPIC_WORDS, ""),
            "since": self._day(),
        }
        place = str(self.row.place())
        return Listed(place, **told, faults=tuple(self.faults), doubts=tuple(self.doubts))

    def _needed(self, name: str, limit: int) -> str:
        text = self._text(name, limit)
        if not text and not any(fault.column == self.heading.printed(name) for fault in self.faults):
            self._fault("REQUIRED", name, "ต้องกรอกช่องนี้")
        return text

    def _text(self, name: str, limit: int) -> str:
        return self._read(name, lambda text: single_line(parse_text(text, limit=limit))) or ""

    def _choice(self, name: str, words: Mapping[Any, str], otherwise: str) -> str:
        """Read one of some words; another word is doubtful and taken as nothing said."""
        text = self._text(name, 100)
        if not text:
            return str(otherwise)
        found = next((key for key, said in words.items() if compact(said) in compact(text)), None)
        if found is None:
            printed = self.heading.printed(name)
            known = " ".join(words.values())
            self.doubts.append(Fault("WORD", printed, text, f"ไม่รู้จักคำนี้ คำที่ใช้ได้: {known}"))
        return str(found or otherwise)

    def _day(self) -> date | None:
        day = self._read("since", lambda text: parse_date(text).date)
        if day is None:
            if not any(fault.column == self.heading.printed("since") for fault in self.faults):
                self._fault("REQUIRED", "since", "ต้องกรอกช่องนี้")
        elif day > self.today:
            self._fault("FUTURE", "since", "วันที่นี้ยังมาไม่ถึง")
        return day

    def _read(self, name: str, read: Callable[[str], Value]) -> Value | None:
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
        value = self.row.text(self.heading.columns.get(name))[:100]
        self.faults.append(Fault(rule, self.heading.printed(name), value, message))
