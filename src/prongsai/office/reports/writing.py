"""The files of a report, made from its frozen content alone: same content, same bytes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from prongsai.ita.papers.block_json import filled
from prongsai.ita.papers.blocks import Paper
from prongsai.ita.thai import format_date
from prongsai.ita.writing import write_docx, write_pdf, write_xlsx
from prongsai.office.reports.content import ReportContent
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.limited import CleanFile
from prongsai.platform.files.services import made_here

WRITERS = ((Kind.PDF, write_pdf), (Kind.DOCX, write_docx), (Kind.XLSX, write_xlsx))
NUMBERS = ("เลขที่หนังสือ", "เลขที่คำสั่ง")
DAYS = {"วันที่ของหนังสือ": "long", "วันที่ของประกาศ": "full", "วันที่ของคำสั่ง": "full"}
"""What the gaps ask for that the registry of papers answers, and the form in which a day stands there."""


def written_files(content: ReportContent, made: date, name: str) -> list[CleanFile]:
    """Write a content as PDF, Word and Excel, each with ร่าง in its head."""
    return _written(content.blocks, made, name)


def settled_files(content: ReportContent, made: date, name: str, *, number: str, day: date) -> list[CleanFile]:
    """Write a content with the number and day that it was given, no longer as a draft."""
    return _written(settled(content.blocks, number=number, day=day), made, name)


def settled(paper: Paper, *, number: str, day: date) -> Paper:
    """Give a paper with number and day in their places. Nothing else changes, but that it is no draft any more."""
    answers = {
        gap: format_date(day, form="full" if form == "full" else "long", digits="arabic") for gap, form in DAYS.items()
    }
    if number:
        answers |= dict.fromkeys(NUMBERS, number)
    return replace(filled(paper, answers), draft=False)


def _written(paper: Paper, made: date, name: str) -> list[CleanFile]:
    return [made_here(write(paper, made), f"{name}{kind.suffix}", kind) for kind, write in WRITERS]
