"""The register as rows of a workbook: its columns, and a list that somebody sends, row by row with what is doubtful."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from prongsai.ita.reading import RowList
from prongsai.ita.reading.row_cells import CellFault, RowCells
from prongsai.ita.thai import compact
from prongsai.platform.files.headed_lists import rows_under_heading
from prongsai.registers.placements.models import Kind, Topic

SHEET = "ทะเบียนจุดติดตั้ง"
MOST_ROWS = 2_000
NEEDED = ("title", "place", "since")
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
    faults: tuple[CellFault, ...] = ()
    doubts: tuple[CellFault, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Give it as plain data."""
        return asdict(self) | {"since": self.since.isoformat() if self.since else None}

    @classmethod
    def of_json(cls, told: Mapping[str, Any]) -> Listed:
        """Make it from what `as_json` gave."""
        since = date.fromisoformat(told["since"]) if told["since"] else None
        wrong = {name: tuple(CellFault(**fault) for fault in told[name]) for name in ("faults", "doubts")}
        return cls(**{**told, **wrong, "since": since})


def read_listed(found: RowList, today: date) -> list[Listed]:
    """Read the sheets that have a heading.

    Refuses COLUMNS (no sheet names things, places and days), EMPTY (no row below the heading), SIZE (over 2,000 rows).
    """
    rows = rows_under_heading(found, COLUMNS, NEEDED, most=MOST_ROWS)
    return [_listed(cells, today) for cells in rows]


def _listed(cells: RowCells, today: date) -> Listed:
    told: dict[str, Any] = {
        "title": cells.text("title", limit=300),
        "place": cells.text("place", limit=200),
        "area": cells.text("area", limit=200),
        "unit": cells.text("unit", limit=200),
        "about": cells.text("about", limit=300),
        "kind": _choice(cells, "kind", KIND_WORDS, Kind.POSTER),
        "topic": _choice(cells, "topic", TOPIC_WORDS, ""),
        "since": cells.day("since"),
    }
    for name in NEEDED:
        cells.require(name, told[name], "ต้องกรอกช่องนี้")
    if told["since"] and told["since"] > today:
        cells.fault("FUTURE", "since", "วันที่นี้ยังมาไม่ถึง")
    return Listed(str(cells.row.place()), **told, faults=cells.shown(cells.faults), doubts=cells.shown(cells.doubts))


def _choice(cells: RowCells, name: str, words: Mapping[Any, str], otherwise: str) -> str:
    """Read one of some words; another word is doubtful and taken as nothing said."""
    text = cells.text(name, limit=100)
    found = next((key for key, said in words.items() if compact(said) in compact(text)), None) if text else None
    if text and found is None:
        cells.doubt("WORD", name, f"ไม่รู้จักคำนี้ คำที่ใช้ได้: {' '.join(words.values())}")
    return str(found or otherwise)
