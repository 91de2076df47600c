"""The parts of a service sheet as lines of Thai text with Arabic digits: for papers, workbooks and comparisons."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from prongsai.ita.papers.service import Channel, Discretion, Fee, NeededDocument, ServiceKind, ServiceSheet, ServiceStep
from prongsai.ita.papers.service_time import time_text
from prongsai.ita.thai import format_decimal

KIND_WORDS = {
    ServiceKind.PERMIT: "อนุญาต",
    ServiceKind.REGISTER: "จดทะเบียน",
    ServiceKind.NOTIFY: "รับแจ้ง",
    ServiceKind.APPROVE: "อนุมัติ",
    ServiceKind.SERVICE: "บริการ",
}
NONE_WORDS = {
    "law": "ไม่มีกฎหมายเฉพาะของงานนี้",
    "discretion": "ไม่มีการใช้ดุลพินิจ",
    "documents": "ไม่ต้องใช้เอกสารประกอบ",
    "fees": "ไม่มีค่าธรรมเนียม",
    "forms": "ไม่ต้องใช้แบบฟอร์ม",
}
PART_WORDS = {
    "name": "ชื่องาน",
    "kind": "ประเภทของงาน",
    "unit": "ส่วนราชการที่รับผิดชอบ",
    "law": "กฎหมายที่เกี่ยวข้อง",
    "criteria": "หลักเกณฑ์ วิธีการ และเงื่อนไข",
    "discretion": "จุดที่ใช้ดุลพินิจและเกณฑ์ที่ใช้",
    "steps": "ขั้นตอนและระยะเวลา",
    "documents": "เอกสารที่ต้องใช้",
    "fees": "ค่าธรรมเนียม",
    "channels": "ช่องทางการให้บริการ",
    "complaints": "ช่องทางร้องเรียน",
    "remarks": "หมายเหตุ",
}
"""The parts of a manual in its order, and their headings."""


def lines_of(sheet: ServiceSheet, part: str) -> tuple[str, ...]:
    """Give the lines of a part (a key of `PART_WORDS`); the one line that says none where that is stated."""
    if part == "kind":
        return (KIND_WORDS[sheet.kind],)
    if part in ("name", "unit"):
        value = getattr(sheet, part)
        return (value,) if value else ()
    if sheet.says_none(part):
        return (NONE_WORDS[part],)
    line = _LINES.get(part, str)
    return tuple(line(entry) for entry in getattr(sheet, part))


def short_lines_of(sheet: ServiceSheet, part: str) -> tuple[str, ...]:
    """Give the lines of a part for a sheet on a wall: papers with their number, channels with place, days and hours."""
    if part == "documents" and sheet.documents:
        return tuple(f"{paper.name} {copies_text(paper)}".strip() for paper in sheet.documents)
    if part == "channels" and sheet.channels:
        return tuple(_joined(way.name, way.place or way.contact, way.days, way.hours) for way in sheet.channels)
    return lines_of(sheet, part)


def step_line(step: ServiceStep) -> str:
    """Write a step with its time, unit and place."""
    return _joined(step.title, time_text(step.time) if step.time else "", step.unit, step.place)


def document_line(document: NeededDocument) -> str:
    """Write a paper with how many of it, who issues it, and the remark."""
    issuer = f"ออกโดย{document.issuer}" if document.issuer else ""
    return _joined(document.name, copies_text(document), issuer, document.note)


def copies_text(document: NeededDocument) -> str:
    """Write how many originals and copies are asked for."""
    counts = (("ฉบับจริง", document.originals), ("สำเนา", document.copies))
    return " ".join(f"{word} {count} ฉบับ" for word, count in counts if count)


def fee_line(fee: Fee) -> str:
    """Write a fee with its amount and remark."""
    return _joined(fee.item, money_text(fee.amount) if fee.amount is not None else "", fee.note)


def money_text(amount: Decimal) -> str:
    """Write an amount of baht as people do: satang only where there are some."""
    whole, _, satang = format_decimal(amount).partition(".")
    return f"{int(whole):,}{'' if satang == '00' else f'.{satang}'} บาท"


def channel_line(channel: Channel) -> str:
    """Write a channel with place, days, hours and telephone."""
    return _joined(channel.name, channel.place, channel.days, channel.hours, channel.contact)


def discretion_line(entry: Discretion) -> str:
    """Write a point of discretion with its criterion."""
    return f"{entry.point}: {entry.criterion}" if entry.criterion else entry.point


def _joined(first: str, *more: str) -> str:
    rest = " · ".join(part for part in more if part)
    return f"{first} · {rest}" if rest else first


_LINES: dict[str, Callable[..., str]] = {
    "discretion": discretion_line,
    "steps": step_line,
    "documents": document_line,
    "fees": fee_line,
    "channels": channel_line,
}
