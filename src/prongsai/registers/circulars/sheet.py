"""The registers as workbooks: circulars and briefings with counts. No names: who is missing is the sender's to know."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from prongsai.ita.writing.row_sheet import Value, write_row_sheet
from prongsai.registers.circulars.models import Briefing, Circular, ListKind
from prongsai.registers.circulars.services.counting import Counts

READ_AGAIN = (
    ("เลขที่", 18), ("ลงวันที่", 18), ("วันที่แจ้งเวียน", 18), ("เรื่อง", 60), ("ส่วนราชการ", 28), ("ผู้รับ", 10), ("รับทราบแล้ว", 12),
)  # fmt: skip
"""The columns that `reading` reads back, beside the state."""
CIRCULARS = (
    *READ_AGAIN, ("กำหนดรับทราบ", 18), ("ในระบบ", 10), ("ในแบบลงชื่อ", 12), ("ทางอื่น", 10), ("สถานะ", 14),
    ("บันทึกย้อนหลังเมื่อ", 20),
)  # fmt: skip
BRIEFINGS_READ_AGAIN = (
    ("วันที่", 18), ("เวลา", 14), ("เรื่อง", 60), ("สถานที่", 30), ("ผู้ชี้แจง", 30), ("ส่วนราชการ", 28), ("ผู้ที่เชิญ", 10),
    ("เข้าร่วม", 10), ("ผู้เข้าร่วมอื่น", 14),
)  # fmt: skip
BRIEFINGS = (*BRIEFINGS_READ_AGAIN, ("สถานะ", 14), ("บันทึกย้อนหลังเมื่อ", 20))
EXAMPLE: tuple[Value, ...] = (
    "", "", "20 ธันวาคม 2567", "ตัวอย่าง เจตนารมณ์ไม่รับของขวัญ (พิมพ์ทับได้)", "สำนักปลัด", 44, 44,
)  # fmt: skip
HELP = (
    "กรอกหนังสือแจ้งเวียนที่แจ้งไปแล้ว หนึ่งฉบับต่อหนึ่งบรรทัด ต้องมีวันที่แจ้งเวียน เรื่อง และจำนวนผู้รับ",
    "เลขที่และวันที่ของหนังสือกรอกตามที่งานสารบรรณให้ไว้ ไม่มีให้เว้นว่าง",
    "วันที่พิมพ์ได้ เช่น 20 ธันวาคม 2567",
    "จำนวนผู้รับและจำนวนที่รับทราบเป็นตัวเลขตามทะเบียนเดิม ระบบแสดงว่าเป็นจำนวนตามทะเบียนเดิม ไม่มีรายชื่อ",
    "ฉบับที่มีเรื่องและวันที่แจ้งเวียนตรงกับที่มีอยู่แล้ว ระบบไม่เพิ่มซ้ำ",
)
BRIEFING_EXAMPLE: tuple[Value, ...] = (
    "15 มกราคม 2568", "13.30-15.00", "ตัวอย่าง ชี้แจงแผนการใช้จ่ายงบประมาณ (พิมพ์ทับได้)", "ห้องประชุมสภา", "ผู้อำนวยการกองคลัง",
    "กองคลัง", 44, 40, 2,
)  # fmt: skip
BRIEFING_HELP = (
    "กรอกการประชุมชี้แจงที่จัดไปแล้ว หนึ่งครั้งต่อหนึ่งบรรทัด ต้องมีวันที่ เรื่อง จำนวนผู้ที่เชิญ และจำนวนผู้ที่เชิญซึ่งเข้าร่วม",
    "เวลา สถานที่ ผู้ชี้แจง และส่วนราชการ ไม่มีให้เว้นว่าง",
    "วันที่พิมพ์ได้ เช่น 15 มกราคม 2568 เวลาพิมพ์ได้ เช่น 13.30 หรือ 13.30-15.00",
    "ผู้ที่ไม่ได้อยู่ในรายชื่อเชิญแต่มาร่วม นับในช่องผู้เข้าร่วมอื่น",
    "จำนวนที่กรอกเป็นจำนวนตามทะเบียนเดิม ระบบแสดงว่าเป็นจำนวนตามทะเบียนเดิม ไม่มีรายชื่อ",
    "ครั้งที่มีเรื่องและวันที่ตรงกับที่มีอยู่แล้ว ระบบไม่เพิ่มซ้ำ",
)
_STATES = {"sent": "แจ้งเวียนแล้ว", "withdrawn": "ยกเลิก", "called": "เชิญแล้ว", "held": "จัดแล้ว", "off": "งดจัด"}


def circulars_workbook(circulars: Iterable[Circular], counts: Mapping[int, Counts]) -> bytes:
    """Write the circulars, each with its counts by its number."""
    return write_row_sheet("หนังสือแจ้งเวียน", CIRCULARS, [_circular(row, counts[row.pk]) for row in circulars])


def briefings_workbook(briefings: Iterable[tuple[Briefing, int, int]]) -> bytes:
    """Write the briefings, each with how many were asked and how many came."""
    return write_row_sheet("ประชุมชี้แจง", BRIEFINGS, [_briefing(*told) for told in briefings])


def template_workbook(kind: str) -> bytes:
    """Write the workbook into which an old register of a kind is typed, with one invented line and words of help."""
    if kind == ListKind.BRIEFINGS:
        return write_row_sheet("ประชุมชี้แจง", BRIEFINGS_READ_AGAIN, [BRIEFING_EXAMPLE], words=BRIEFING_HELP)
    return write_row_sheet("หนังสือแจ้งเวียน", READ_AGAIN, [EXAMPLE], words=HELP)


def _circular(row: Circular, counts: Counts) -> tuple[Value, ...]:
    return (
        row.paper_number, row.paper_day, row.sent, row.subject, row.unit.name, counts.asked, counts.acknowledged,
        row.due, counts.on_screen, counts.on_sheet, counts.told, _STATES.get(row.state, ""),
        row.entered if row.is_backdated else None,
    )  # fmt: skip


def _briefing(row: Briefing, asked: int, came: int) -> tuple[Value, ...]:
    held = row.is_held
    return (
        row.day, row.hours, row.subject, row.place, row.speakers, row.unit.name,
        asked, came if held else None, row.guests if held else None, _STATES.get(row.state, ""),
        row.entered if row.is_backdated else None,
    )  # fmt: skip
