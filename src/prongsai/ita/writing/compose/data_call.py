"""ขอข้อมูลประกอบการประเมิน: a memo to one unit, and a short text for its LINE group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from prongsai.ita.catalogue.model import Framework, Item
from prongsai.ita.papers.blocks import Cell, Column, Inline, Items, Paper, Paragraph, Row, SignatureBlock, Table
from prongsai.ita.thai import format_date
from prongsai.ita.writing.cells import UNCONFIRMED, running, text_cell
from prongsai.ita.writing.compose.head import PaperHead, day_text, typed
from prongsai.ita.writing.compose.memo import WRITER, MemoText, memo

ANY_MEANS = "ส่งเป็นแฟ้ม ภาพถ่าย หรือนำเอกสารมาให้ก็ได้ เรื่องใดไม่มีรายการ ขอให้แจ้งว่า ไม่มี"


@dataclass(frozen=True, slots=True)
class CalledItem:
    """One OIT item that a unit is asked for, with what an assessor looks for; `confirmed` tells how sure that is.

    Something else that the office asks for has no code. `due` is told where it is not the day of the whole call.
    """

    code: str
    title: str
    elements: tuple[str, ...] = ()
    confirmed: bool = False
    due: date | None = None

    @property
    def named(self) -> str:
        """The title, with the day where the item has one of its own."""
        return self.title if self.due is None else f"{self.title} (ภายใน {_short(self.due)})"


@dataclass(frozen=True, slots=True, kw_only=True)
class DataCall:
    """Who is asked for what. `time` counts: 1 is the first call, 2 and more are reminders."""

    unit: str
    items: Sequence[CalledItem]
    due: date | None = None
    contact: str | None = None
    time: int = 1


def called_items(framework: Framework, codes: Sequence[str]) -> tuple[CalledItem, ...]:
    """Give the items of a year by their codes, with their elements as far as these are established.

    Raises KeyError for a code that the year has not.
    """
    return tuple(_called(framework, code) for code in codes)


def data_call_memo(head: PaperHead, call: DataCall, *, signature: SignatureBlock = WRITER) -> Paper:
    """Return the memo. A day due and a contact that nobody gave are gaps."""
    reminder = f" (ติดตามครั้งที่ {call.time - 1})" if call.time > 1 else ""
    due = day_text(call.due, "วันกำหนดส่ง")
    text = MemoText(
        to=call.unit,
        subject=f"ขอข้อมูลประกอบการประเมิน ITA ประจำปีงบประมาณ พ.ศ. {head.year}{reminder}",
        cause=(
            f"ด้วย{head.agency}ต้องเปิดเผยข้อมูลเพื่อรับการประเมิน ITA ประจำปีงบประมาณ พ.ศ. {head.year} "
            f"และข้อมูลบางข้ออยู่ในความรับผิดชอบของ{call.unit}",
        ),
        purpose=(f"จึงขอความร่วมมือส่งข้อมูลจำนวน {len(call.items)} ข้อ ตามตาราง ภายในวันที่ ", due, f" {ANY_MEANS}"),
        details=(
            _table(call.items),
            running("หากมีข้อสงสัยสอบถามได้ที่ ", typed(call.contact, "ผู้ประสานงานและช่องทางติดต่อ")),
        ),
        conclusion=("จึงเรียนมาเพื่อโปรดดำเนินการ",),
    )
    return memo(head, text, signature=signature)


def line_text(call: DataCall, year: int) -> str:
    """Return the text to copy into the unit's LINE group: short, without names, nothing that is not in the memo."""
    due = "(โปรดระบุวันกำหนดส่ง)" if call.due is None else _short(call.due)
    lines = [
        f"เรียน {call.unit}",
        f"ขอข้อมูลประกอบการประเมิน ITA ปี {year}" + (f" (ติดตามครั้งที่ {call.time - 1})" if call.time > 1 else ""),
        *(f"• ข้อ {item.code} {item.named}" if item.code else f"• {item.named}" for item in call.items),
        f"ภายใน {due}",
        ANY_MEANS,
    ]
    return "\n".join([*lines, *([f"สอบถาม {call.contact}"] if call.contact else [])])


def _called(framework: Framework, code: str) -> CalledItem:
    item = framework.item(code)
    if item is None:
        raise KeyError(code)
    title = item.title or f"({UNCONFIRMED}ชื่อข้อ)"
    return CalledItem(code, title, _elements(item), confirmed=bool(item.elements.values) and item.elements.confirmed)


def _elements(item: Item) -> tuple[str, ...]:
    return item.elements.values or item.elements.candidates


def _table(items: Sequence[CalledItem]) -> Table:
    return Table(
        (Column("ข้อ", 2), Column("เรื่อง", 6), Column("สิ่งที่ต้องมีในข้อมูล", 9)),
        tuple(Row((text_cell(item.code or "–"), text_cell(item.named), _elements_cell(item))) for item in items),
        summary="ข้อที่ขอข้อมูล พร้อมสิ่งที่ต้องมีในข้อมูลของแต่ละข้อ",
    )


def _elements_cell(item: CalledItem) -> Cell:
    if not item.elements and not item.code:
        return text_cell("–")
    if not item.elements:
        return text_cell(f"{UNCONFIRMED} โปรดดูคู่มือของปี")
    entries: list[tuple[Inline, ...]] = [(text,) for text in item.elements]
    listed = Items(tuple(entries)) if len(entries) > 1 else Paragraph(entries[0])
    return Cell((listed,) if item.confirmed or not item.code else (listed, Paragraph((f"({UNCONFIRMED} เป็นตัวอย่าง)",))))


def _short(day: date) -> str:
    return format_date(day, form="short", digits="arabic")
