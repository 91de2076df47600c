"""What a service sheet does not say yet, and what is to be written there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.ita.papers.service import Audience, ServiceSheet

ASKS_FOR = {
    "name": "ชื่องานบริการ",
    "unit": "ส่วนราชการที่รับผิดชอบ",
    "criteria": "หลักเกณฑ์ วิธีการ และเงื่อนไขในการยื่นคำขอ",
    "steps": "ขั้นตอนการให้บริการตามลำดับ",
    "times": "ระยะเวลาของแต่ละขั้นตอน",
    "responsible": "ผู้รับผิดชอบของแต่ละขั้นตอน",
    "documents": "เอกสารที่ต้องใช้ หรือเขียนว่าไม่ต้องใช้เอกสาร",
    "fees": "ค่าธรรมเนียม หรือเขียนว่าไม่มีค่าธรรมเนียม",
    "amounts": "จำนวนเงินหรืออัตราของค่าธรรมเนียม",
    "channels": "ช่องทางการให้บริการ พร้อมสถานที่ วัน และเวลา",
    "law": "กฎหมายที่เกี่ยวข้อง หรือเขียนว่าไม่มีกฎหมายเฉพาะ",
    "discretion": "จุดที่ใช้ดุลพินิจและเกณฑ์ที่ใช้ หรือเขียนว่าไม่มีการใช้ดุลพินิจ",
    "criterion": "เกณฑ์ที่ใช้ของแต่ละจุดที่ใช้ดุลพินิจ",
    "complaints": "ช่องทางร้องเรียนเกี่ยวกับการให้บริการ",
    "example": "คำยืนยันว่าได้ตรวจตัวอย่างกับระเบียบของหน่วยงานแล้ว",
}
"""What a person is asked to write, by gap."""


@dataclass(frozen=True, slots=True)
class Lacking:
    """A gap: its name (a key of `ASKS_FOR`), the part in which it is filled, and how often it comes."""

    gap: str
    part: str
    count: int = 1

    @property
    def asks_for(self) -> str:
        """What is to be written there, in Thai."""
        return ASKS_FOR[self.gap]


def gaps_of(sheet: ServiceSheet) -> tuple[Lacking, ...]:
    """Give the gaps in the order in which a manual is read. A sheet without gaps may be submitted."""
    return tuple(_gaps(sheet))


def _gaps(sheet: ServiceSheet) -> Iterator[Lacking]:
    if sheet.is_example:
        yield Lacking("example", "basics")
    for part in ("name", "unit"):
        if not getattr(sheet, part).strip():
            yield Lacking(part, "basics")
    yield from _unsaid(sheet, "law", part="basics")
    yield from _unsaid(sheet, "criteria", part="basics")
    yield from _unsaid(sheet, "discretion")
    yield from _counted("criterion", "discretion", sum(not entry.criterion for entry in sheet.discretion))
    yield from _unsaid(sheet, "steps")
    yield from _counted("times", "steps", sum(step.time is None for step in sheet.steps))
    yield from _counted("responsible", "steps", sum(not step.unit for step in sheet.steps))
    yield from _unsaid(sheet, "documents")
    yield from _unsaid(sheet, "fees")
    yield from _counted("amounts", "fees", sum(fee.amount is None and not fee.note for fee in sheet.fees))
    if sheet.audience is Audience.PUBLIC:
        yield from _unsaid(sheet, "channels")
        yield from _unsaid(sheet, "complaints", part="basics")


def _unsaid(sheet: ServiceSheet, name: str, *, part: str = "") -> Iterator[Lacking]:
    if not getattr(sheet, name) and name not in sheet.stated_none:
        yield Lacking(name, part or name)


def _counted(gap: str, part: str, count: int) -> Iterator[Lacking]:
    if count:
        yield Lacking(gap, part, count)
