"""รายการแจ้งปรับปรุงเว็บไซต์: what the contractor who runs the site is asked to change, as a paper and as text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from prongsai.ita.papers.blocks import Block, Cell, Column, Paper, Paragraph, Row, Table
from prongsai.ita.thai import format_date
from prongsai.ita.writing.cells import running, text_cell
from prongsai.ita.writing.compose.head import PaperHead, centred, plain

SUBJECT = "รายการแจ้งปรับปรุงเว็บไซต์"
_COLUMNS = (
    Column("ข้อ", 2),
    Column("เรื่อง", 6),
    Column("สิ่งที่ขอให้ทำ", 4),
    Column("ตำแหน่งและไฟล์", 6),
    Column("ที่อยู่เว็บ (URL)", 5),
)
_ROOM = "................"
_BACK = "เมื่อดำเนินการแล้ว ขอให้แจ้งที่อยู่เว็บ (URL) ของแต่ละข้อกลับมา"


@dataclass(frozen=True, slots=True)
class ChangeAsked:
    """One change: the item, what is to be done, where, the address it has, the names of its files."""

    code: str
    title: str
    what: str
    where: str = ""
    address: str = ""
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangesAsked:
    """All that a list asks for; `site` and `to` (the contractor) may be unknown."""

    site: str
    to: str
    lines: Sequence[ChangeAsked]


def change_list_paper(head: PaperHead, asked: ChangesAsked) -> Paper:
    """Return the list to print, with room for the contractor to write the address back."""
    subject = f"{SUBJECT} ข้อมูล ITA ประจำปีงบประมาณ พ.ศ. {head.year}"
    blocks: list[Block] = [
        centred(head.agency, bold=True),
        plain(f"ผู้รับจ้างดูแลเว็บไซต์: {asked.to or '–'}"),
        plain(f"เว็บไซต์หลัก: {asked.site or '–'}"),
        plain(f"วันที่จัดทำรายการ: {_day(head)}"),
        running(f"ขอให้ปรับปรุงเว็บไซต์ตามตาราง จำนวน {len(asked.lines)} รายการ ไฟล์และข้อความอยู่ในชุดไฟล์ที่ส่งพร้อมรายการนี้"),
        _table(asked.lines),
        running(_BACK),
    ]
    return head.paper((SUBJECT,), subject, blocks)


def change_list_text(head: PaperHead, asked: ChangesAsked) -> str:
    """Return the list as text for LINE or e-mail."""
    lines = [f"{SUBJECT} {head.agency}", f"ข้อมูล ITA ปี {head.year} ({_day(head)})"]
    for each in asked.lines:
        lines.append(f"• {each.what}: ข้อ {each.code} {each.title}".rstrip())
        lines += [f"  ตำแหน่ง: {each.where}"] if each.where else []
        lines += [f"  ที่อยู่เดิม: {each.address}"] if each.address else []
        lines += [f"  ไฟล์: {', '.join(each.files)}"] if each.files else []
    return "\n".join([*lines, _BACK])


def _table(lines: Sequence[ChangeAsked]) -> Table:
    return Table(_COLUMNS, tuple(_row(each) for each in lines), summary="สิ่งที่ขอให้ผู้รับจ้างปรับปรุงบนเว็บไซต์ ทีละข้อ")


def _row(each: ChangeAsked) -> Row:
    told = [each.where, *(f"ไฟล์ {name}" for name in each.files)]
    place = Cell(tuple(Paragraph((part,)) for part in told if part) or (Paragraph(("–",)),))
    address = text_cell(each.address or _ROOM)
    return Row((text_cell(each.code), text_cell(each.title or "–"), text_cell(each.what), place, address))


def _day(head: PaperHead) -> str:
    return "–" if head.day is None else format_date(head.day, form="long", digits="arabic")
