"""The sheet from which answers are copied into the official system: item, address, explanation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from prongsai.ita.papers.blocks import Column, Notice, Paper, PaperStyle, Row, Table
from prongsai.ita.writing.cells import text_cell
from prongsai.office.disclosure.models import DisclosedItem
from prongsai.office.disclosure.services.homes import address_of
from prongsai.office.disclosure.year_checked import YearChecked
from prongsai.platform.agency.models import Agency

TITLE = "แบบสรุปคำตอบ OIT สำหรับกรอกในระบบ ITAS"
NO_ADDRESS = "ยังไม่มีที่อยู่ของหน้านี้"
NOT_PUBLISHED = "ยังไม่เผยแพร่"
DEMO = "ข้อมูลสมมุติเพื่อการสาธิต"
STYLE = PaperStyle(digits="arabic")
"""Addresses and codes are copied letter by letter."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is copied for one item. `address` is empty where nobody knows it: none is invented. `stands`: published."""

    item: DisclosedItem
    code: str
    title: str
    address: str
    explanation: str
    stands: bool


def answers_of(checked: YearChecked) -> list[Answer]:
    """Give the answers of a year in the framework's order."""
    return [
        Answer(
            each.item,
            each.check.code,
            each.check.title or "",
            address_of(each.item),
            each.item.explanation.strip(),
            each.item.pk in checked.live,
        )
        for each in checked.items
    ]


def answer_paper(answers: Sequence[Answer], agency: Agency, year: int, *, closed: bool) -> Paper:
    """Compose the sheet; ร่าง until the set is closed for the assessment."""
    lacking = [answer.code for answer in answers if not answer.address]
    notes = [Notice(f"{NO_ADDRESS}: {' '.join(lacking)}")] if lacking else []
    table = Table(
        (Column("ข้อ", 2), Column("เรื่อง", 6), Column("ที่อยู่ (URL)", 8), Column("คำอธิบายเพิ่มเติม", 6)),
        tuple(_row(answer) for answer in answers),
        summary="คำตอบแบบวัด OIT รายข้อ พร้อมที่อยู่ของหน้าที่เปิดเผย",
    )
    return Paper(
        title=(TITLE, f"{agency.name} ประจำปีงบประมาณ พ.ศ. {year}"),
        subject=TITLE,
        blocks=(*notes, table),
        agency=agency.name,
        year=year,
        draft=not closed,
        footer=DEMO if agency.is_demo else "",
    )


def _row(answer: Answer) -> Row:
    address = answer.address or NO_ADDRESS
    if answer.address and not answer.stands:
        address = f"{address} ({NOT_PUBLISHED})"
    return Row((text_cell(answer.code), text_cell(answer.title), text_cell(address), text_cell(answer.explanation)))
