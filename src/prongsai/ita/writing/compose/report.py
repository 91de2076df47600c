"""The report on the measures of a year, after six months or after the whole year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

from prongsai.ita.catalogue.model import Framework
from prongsai.ita.papers.blocks import Block, Gap, Heading, Inline, PageBreak, Paper, SignatureBlock
from prongsai.ita.thai import fiscal_year_span, format_date
from prongsai.ita.thai.periods import fiscal_quarter
from prongsai.ita.writing.cells import list_or_none, running
from prongsai.ita.writing.compose.head import MEASURES, PaperHead, signer
from prongsai.ita.writing.compose.report_rows import STATUS, ReportRow
from prongsai.ita.writing.compose.report_table import report_table
from prongsai.ita.writing.compose.two_years import TwoYears, comparison_blocks

REPORTERS = (
    signer("ผู้รายงาน", "ตำแหน่งผู้รายงาน"),
    signer("ผู้ตรวจสอบ", "ตำแหน่งผู้ตรวจสอบ"),
    signer("ผู้รับรองรายงาน", "ตำแหน่งผู้บริหาร"),
)


def report_paper(
    head: PaperHead,
    rows: Sequence[ReportRow],
    framework: Framework,
    *,
    months: Literal[6, 12],
    comparison: TwoYears | None = None,
    problems: Sequence[Inline] | None = None,
    proposals: Sequence[Inline] | None = None,
    signatures: Sequence[SignatureBlock] = REPORTERS,
    with_period: bool = False,
) -> Paper:
    """Return the report on the measures of fiscal year `head.year`.

    `framework` is the catalogue of that year. Problems and proposals: an empty list says that there are none and is
    printed as ไม่มี; None says that nobody told and becomes a gap. A report of twelve months without a comparison asks
    for it; one of six months has none, since no new result is out. `with_period` prints the periods even where the
    layout of the year has no column for them.
    """
    title = (f"รายงานผลการดำเนินการตาม{MEASURES}", f"ประจำปีงบประมาณ พ.ศ. {head.year}", f"รอบ {months} เดือน", head.agency)
    blocks: list[Block] = [
        PageBreak(landscape=True),
        running(f"ตามที่{head.agency}ได้กำหนด{MEASURES} ประจำปีงบประมาณ พ.ศ. {head.year} และมอบหมายให้ส่วนราชการดำเนินการ นั้น"),
        running(f"บัดนี้ครบกำหนดรอบ {months} เดือน ({_span(head.year, months)}) จึงขอรายงานผล ดังต่อไปนี้"),
        running(*_summary(rows)),
        Heading("ส่วนที่ 1 ผลการดำเนินการตามมาตรการ"),
        report_table(rows, framework, with_period=with_period),
        *([PageBreak()] if _has_comparison(comparison, months) else []),
        *_comparison(comparison, months),
        Heading(f"ส่วนที่ {3 if _has_comparison(comparison, months) else 2} ปัญหา อุปสรรค และข้อเสนอแนะ"),
        Heading("ปัญหา / อุปสรรค", 2),
        _told(problems, "ปัญหาหรืออุปสรรค หากไม่มีให้เขียนว่า ไม่มี"),
        Heading("ข้อเสนอแนะ", 2),
        _told(proposals, "ข้อเสนอแนะ หากไม่มีให้เขียนว่า ไม่มี"),
        running("จึงเรียนมาเพื่อโปรดทราบ"),
        *signatures,
    ]
    return head.paper(title, f"{title[0]} {title[1]} {title[2]}", blocks)


def _span(year: int, months: Literal[6, 12]) -> str:
    start = fiscal_year_span(year).start
    end = fiscal_quarter(year, 2).end if months == 6 else fiscal_year_span(year).end
    assert start is not None
    return f"{format_date(start, digits='arabic')} ถึง {format_date(end, digits='arabic')}"


def _summary(rows: Sequence[ReportRow]) -> tuple[Inline, ...]:
    """Count the measures by status; where a status is not typed yet the sentence says so."""
    if not rows:
        return ("ไม่มีมาตรการที่ต้องรายงาน",)
    counted = Counter(row.status for row in rows)
    told = [f"{STATUS[key]} {counted[key]} เรื่อง" for key in STATUS if counted[key]]
    if counted[None]:
        told.append(f"ยังไม่ได้ระบุสถานะ {counted[None]} เรื่อง")
    return (f"มาตรการที่รายงานมีทั้งหมด {len(rows)} เรื่อง แบ่งเป็น {' '.join(told)}",)


def _has_comparison(comparison: TwoYears | None, months: int) -> bool:
    return comparison is not None or months == 12


def _comparison(comparison: TwoYears | None, months: int) -> Iterator[Block]:
    if _has_comparison(comparison, months):
        yield Heading("ส่วนที่ 2 ผลการประเมินเปรียบเทียบสองปี")
    if comparison is not None:
        yield from comparison_blocks(comparison)
    elif months == 12:
        yield running("ผลการประเมินของสองปี ", Gap("ผลการประเมินสองปีที่นำมาเปรียบเทียบ"))


def _told(entries: Sequence[Inline] | None, asks_for: str) -> Block:
    return running(Gap(asks_for)) if entries is None else list_or_none(entries)
