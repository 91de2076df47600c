"""The one page a month for the executive: three sentences, and what waits for a signature."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from prongsai.ita.papers.blocks import Column, Gap, Inline, Paper, Row, SignatureBlock, Table
from prongsai.ita.thai import format_date
from prongsai.ita.writing.cells import NONE, running, text_cell
from prongsai.ita.writing.compose.head import PaperHead, typed
from prongsai.ita.writing.compose.memo import WRITER, MemoText, memo


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """Something with a day, such as the next date of the assessment. The day may not be announced yet."""

    name: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class WaitingPaper:
    """A paper that waits for a signature, and the unit that brings it."""

    subject: str
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthState:
    """Where the round stands at the end of a day, as the desks counted it. None: nobody said."""

    as_of: date
    phase: str | None = None
    next_event: DatedEvent | None = None
    ready: int | None = None
    total: int | None = None
    open_matters: Sequence[str] | None = None
    to_sign: Sequence[WaitingPaper] | None = None


def monthly_memo(
    head: PaperHead,
    state: MonthState,
    *,
    to: str | None = None,
    signature: SignatureBlock = WRITER,
) -> Paper:
    """Return the memo. What nobody counted is a gap; lists that are empty say ไม่มี."""
    day = format_date(state.as_of, digits="arabic")
    text = MemoText(
        to=to,
        subject=f"รายงานความก้าวหน้าการประเมิน ITA ประจำปีงบประมาณ พ.ศ. {head.year} (ข้อมูลถึงวันที่ {day})",
        cause=("ขณะนี้อยู่ในช่วง", typed(state.phase, "ช่วงของการประเมิน"), " กำหนดถัดไปคือ ", *_next(state.next_event)),
        purpose=(
            "ข้อมูลที่ต้องเปิดเผยพร้อมแล้ว ",
            _count(state.ready, "จำนวนข้อที่พร้อม"),
            " จาก ",
            _count(state.total, "จำนวนข้อทั้งหมด"),
            " ข้อ",
        ),
        conclusion=("จึงเรียนมาเพื่อโปรดทราบ และลงนามในเอกสารตามรายการข้างต้น" if state.to_sign else "จึงเรียนมาเพื่อโปรดทราบ",),
        details=(
            _to_sign(state.to_sign),
            running("เรื่องที่ขอให้ผู้บริหารทราบหรือพิจารณา ได้แก่ ", *_matters(state.open_matters)),
        ),
    )
    return memo(head, text, signature=signature)


def _next(event: DatedEvent | None) -> tuple[Inline, ...]:
    if event is None:
        return (Gap("กำหนดถัดไปและวันที่"),)
    day: Inline = Gap("วันที่ของกำหนด") if event.day is None else format_date(event.day, digits="arabic")
    return (f"{event.name} วันที่ ", day)


def _count(number: int | None, asks_for: str) -> Inline:
    return Gap(asks_for) if number is None else str(number)


def _matters(matters: Sequence[str] | None) -> tuple[Inline, ...]:
    if matters is None:
        return (Gap("เรื่องที่ขอให้ทราบหรือพิจารณา หากไม่มีให้เขียนว่า ไม่มี"),)
    if len(matters) > 1:
        return (" ".join(f"({number}) {text}" for number, text in enumerate(matters, 1)),)
    return (matters[0] if matters else NONE,)


def _to_sign(papers: Sequence[WaitingPaper] | None) -> Table:
    rows = [
        Row((text_cell(str(number)), text_cell(paper.subject), text_cell(typed(paper.unit, "ส่วนราชการที่เสนอ"))))
        for number, paper in enumerate(papers or (), 1)
    ]
    if not rows:
        nothing: Inline = Gap("เอกสารที่รอลงนาม") if papers is None else NONE
        rows = [Row((text_cell("–"), text_cell(nothing), text_cell("–")))]
    return Table(
        (Column("ที่", 1), Column("เอกสาร", 9), Column("ผู้เสนอ", 5)),
        tuple(rows),
        summary="เอกสารที่รอผู้บริหารลงนาม",
        caption="เอกสารรอลงนาม",
    )
