"""The ITA page for the monthly meeting: what was done, what each unit still hands in, what is to be decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from prongsai.ita.papers.blocks import Block, Column, Gap, Heading, Inline, Paper, Row, Table
from prongsai.ita.thai import format_date
from prongsai.ita.writing.cells import NONE, list_or_none, running, text_cell
from prongsai.ita.writing.compose.head import PaperHead, day_text, typed


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a measure is: its state in the office's words, and what was seen last."""

    measure: str
    unit: str
    state: str | None = None
    remark: str | None = None


@dataclass(frozen=True, slots=True)
class UnitTask:
    """Something a unit hands in by a day."""

    unit: str
    what: str
    due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingAgenda:
    """What the page is made of. `place` and `held_on` are the meeting's; to be decided: a list, empty for ไม่มี.

    `progress` is empty where there are no measures, None where nobody told of them: then it is a gap.
    """

    held_on: date | None = None
    place: str | None = None
    agenda_item: str | None = None
    progress: Sequence[Progress] | None = ()
    tasks: Sequence[UnitTask] = ()
    to_decide: Sequence[Inline] = ()


def meeting_page(head: PaperHead, agenda: MeetingAgenda) -> Paper:
    """Return the page. The resolution is always a gap: the meeting decides."""
    blocks: list[Block] = [
        running(
            "การประชุมประจำเดือน วันที่ ",
            day_text(agenda.held_on, "วันที่ประชุม"),
            " ณ ",
            typed(agenda.place, "สถานที่ประชุม"),
            " ระเบียบวาระที่ ",
            typed(agenda.agenda_item, "เลขระเบียบวาระ"),
        ),
        Heading("1. ความก้าวหน้าของมาตรการ", 2),
        running(Gap("ความก้าวหน้าของมาตรการ")) if agenda.progress is None else _progress(agenda.progress),
        Heading("2. ข้อมูลที่ส่วนราชการต้องส่ง", 2),
        _tasks(agenda.tasks),
        Heading("3. เรื่องเพื่อพิจารณา", 2),
        list_or_none(agenda.to_decide),
        Heading("4. มติที่ประชุม", 2),
        running(Gap("มติที่ประชุม")),
        running("สำเนารายงานการประชุมส่วนที่เกี่ยวข้องเก็บไว้เป็นหลักฐานการติดตามมาตรการ"),
    ]
    title = ("เอกสารประกอบการประชุมประจำเดือน", f"เรื่อง การประเมิน ITA ประจำปีงบประมาณ พ.ศ. {head.year}", head.agency)
    return head.paper(title, f"{title[0]} {title[1]}", blocks)


def _progress(progress: Sequence[Progress]) -> Table:
    rows = tuple(
        Row(
            (
                text_cell(entry.measure),
                text_cell(entry.unit),
                text_cell(typed(entry.state, "สถานะ")),
                text_cell(entry.remark or "–"),
            )
        )
        for entry in progress
    )
    return Table(
        (Column("มาตรการ", 8), Column("ส่วนราชการ", 5), Column("สถานะ", 5), Column("หมายเหตุ", 6)),
        rows or (_nothing(4),),
        summary="ความก้าวหน้าของแต่ละมาตรการ",
    )


def _tasks(tasks: Sequence[UnitTask]) -> Table:
    rows = tuple(Row((text_cell(task.unit), text_cell(task.what), text_cell(_due(task.due)))) for task in tasks)
    return Table(
        (Column("ส่วนราชการ", 4), Column("เรื่อง", 9), Column("กำหนดส่ง", 3)),
        rows or (_nothing(3),),
        summary="ข้อมูลที่แต่ละส่วนราชการต้องส่ง",
    )


def _due(day: date | None) -> Inline:
    return Gap("วันกำหนดส่ง") if day is None else format_date(day, form="short", digits="arabic")


def _nothing(width: int) -> Row:
    return Row((text_cell(NONE), *[text_cell("–")] * (width - 1)))
