"""The list of tasks as a workbook and on paper: in Thai, as the office files it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils import translation
from django.utils.translation import gettext as _

from prongsai.ita.papers.blocks import Cell, Column, Paper, Row, Table
from prongsai.ita.thai import fiscal_year_of, format_date
from prongsai.ita.writing import write_pdf
from prongsai.ita.writing.cells import NONE, running, text_cell
from prongsai.ita.writing.row_sheet import Value, write_row_sheet
from prongsai.platform.agency.models import Agency
from prongsai.registers.tasks.gathering import Listed

TITLE = "รายการงานที่ต้องทำ"
LATE = "เกินกำหนด"
DEMO = "ข้อมูลสมมุติเพื่อการสาธิต"
COLUMNS = (("ที่", 6), ("งานที่ต้องทำ", 70), ("ผู้รับผิดชอบ", 34), ("กำหนด", 22), ("สถานะ", 14), ("มาจาก", 24))
DETAILS = ("รายละเอียด", 60)


def list_as_workbook(found: Sequence[Listed], details: Mapping[int, str]) -> bytes:
    """Return the list as a workbook of one sheet that `sheet` reads back; no text becomes a formula.

    `details` are what the given tasks are about, by their ids.
    """
    with translation.override("th"):
        rows = [(number, *_values(each, details)) for number, each in enumerate(found, 1)]
    return write_row_sheet(TITLE, (*COLUMNS, DETAILS), rows)


def given_in(found: Sequence[Listed]) -> list[int]:
    """Give the ids of the tasks of a list that people gave."""
    return [id_ for each in found if (id_ := _given(each))]


def list_as_pdf(found: Sequence[Listed], agency: Agency, day: date) -> bytes:
    """Return the list on A4. Refuses FONT where the fonts are not installed."""
    with translation.override("th"):
        rows = tuple(_row(number, each) for number, each in enumerate(found, 1))
    columns = tuple(Column(name, share) for (name, _), share in zip(COLUMNS, (5, 40, 22, 14, 12, 16), strict=True))
    late = sum(each.is_late for each in found)
    told = f"ณ วันที่ {format_date(day, digits='arabic')} มีงานที่ต้องทำ {len(found)} เรื่อง เกินกำหนด {late} เรื่อง"
    table = Table(columns, rows, summary=f"{TITLE} {len(found)} เรื่อง") if rows else running(NONE)
    paper = Paper(
        title=(TITLE, agency.name),
        subject=TITLE,
        blocks=(running(told), table),
        agency=agency.name,
        year=fiscal_year_of(day),
        draft=False,
        footer=DEMO if agency.is_demo else "",
    )
    return write_pdf(paper, day)


def _values(each: Listed, details: Mapping[int, str]) -> tuple[Value, ...]:
    title, owner, _due, *rest = _texts(each)
    about = details.get(_given(each) or 0, each.task.about)
    return (title, owner, each.task.due, *rest, about)


def _given(each: Listed) -> int | None:
    return int(str(each.task.arguments["task"])) if each.task.url_name == "task" else None


def _texts(each: Listed) -> tuple[str, str, str, str, str]:
    due = format_date(each.task.due, form="short", digits="arabic") if each.task.due else "–"
    return (each.task.title, each.owner, due, LATE if each.is_late else "", _(each.room))


def _row(number: int, each: Listed) -> Row:
    cells: tuple[Cell, ...] = tuple(text_cell(text or "–") for text in (str(number), *_texts(each)))
    return Row(cells)
