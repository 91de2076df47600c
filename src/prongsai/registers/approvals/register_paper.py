"""ทะเบียนเรื่องเสนอ: the register on paper and as a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from django.conf import settings
from django.utils import translation

from prongsai.ita.papers.blocks import Cell, Column, Paper, Paragraph, Row, Table
from prongsai.ita.thai import fiscal_year_of, format_date
from prongsai.platform.agency.models import Agency
from prongsai.registers.approvals.memo_paper import DEMO
from prongsai.registers.approvals.models import Submission, SubmissionStep

TITLE = "ทะเบียนเรื่องเสนอ"
COLUMNS = (
    Column("วันที่เสนอ", 12),
    Column("เรื่อง", 34),
    Column("ส่วนราชการ", 14),
    Column("ครั้งที่", 6),
    Column("ผลการพิจารณา", 14),
    Column("ผู้พิจารณา", 20),
)


def register_paper(submissions: Sequence[Submission], agency: Agency, day: date) -> Paper:
    """Give the register, in the order of the list; nothing found says ไม่มี."""
    with translation.override(settings.LANGUAGE_CODE):
        rows = [Row(tuple(_cell(text) for text in _texts(row))) for row in submissions]
    rows = rows or [Row((_cell("ไม่มี"), *(_cell("-") for _ in COLUMNS[1:])))]
    return Paper(
        title=(TITLE, agency.name),
        subject=TITLE,
        blocks=(Table(COLUMNS, tuple(rows), TITLE),),
        agency=agency.name,
        year=fiscal_year_of(day),
        draft=False,
        footer=DEMO if agency.is_demo else "",
    )


def _texts(row: Submission) -> Iterable[str]:
    last = next((step for step in reversed(row.steps.all()) if step.day and step.person_id), None)
    settled = _day(row.settled) if row.settled else ""
    return (
        _day(row.submitted),
        row.subject,
        row.unit.name,
        str(row.version),
        f"{row.get_state_display()} {settled}".strip(),
        _by(last) if last and not row.is_waiting else "-",
    )


def _by(step: SubmissionStep) -> str:
    return f"{step.post} ({step.paper_number})" if step.paper_number else step.post


def _day(day: date) -> str:
    return format_date(day, form="short", digits="arabic")


def _cell(text: str) -> Cell:
    return Cell((Paragraph((text,), indent=False),))
