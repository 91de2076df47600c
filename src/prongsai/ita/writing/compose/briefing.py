"""The briefing pack for staff: ten short pages, ten questions with their answers, a sheet to sign."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from prongsai.ita.analysis.weak_points import WeakPoint
from prongsai.ita.catalogue.model import Event, Framework
from prongsai.ita.papers.blocks import (
    Block,
    Column,
    Gap,
    Heading,
    Inline,
    Items,
    PageBreak,
    Paper,
    PaperStyle,
    Row,
    Table,
)
from prongsai.ita.planning import DraftMeasure, DraftPlan
from prongsai.ita.planning.wording import label
from prongsai.ita.thai import format_date, format_decimal, format_period
from prongsai.ita.writing.cells import UNCONFIRMED, list_or_none, number_cell, running, text_cell
from prongsai.ita.writing.compose.briefing_text import BriefingPage, BriefingText, load_briefing
from prongsai.ita.writing.compose.head import PaperHead, day_text, typed
from prongsai.ita.writing.measures_paper import YearResult
from prongsai.ita.writing.result_part import overall_text

BRIEFING_STYLE = PaperStyle(size_pdf=Decimal(16), size_docx=Decimal(22))
"""Letters for pages that are read together in a meeting."""

BLANK_LINES = 18
MOST_WEAK = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """What the pack tells of this office. What is not given is left out or asked for, never made up."""

    framework: Framework
    result: YearResult | None = None
    weak_points: Sequence[WeakPoint] = ()
    plan: DraftPlan | None = None
    held_on: date | None = None
    place: str | None = None
    contact: str | None = None
    seats: int = BLANK_LINES


def briefing_pack(head: PaperHead, briefing: Briefing, text: BriefingText | None = None) -> Paper:
    """Return the pack. Its standing sentences are data (`data/briefing.yaml`) that an office may replace by `text`."""
    told = text or load_briefing()
    blocks: list[Block] = [
        running("ชี้แจงวันที่ ", day_text(briefing.held_on, "วันที่ชี้แจง"), " ณ ", typed(briefing.place, "สถานที่"))
    ]
    for number, page in enumerate(told.pages, 1):
        blocks += [PageBreak()] if number > 1 else []
        blocks += _page(number, page, head, briefing)
    blocks += [PageBreak(), Heading("คำถามทบทวนความเข้าใจ"), Items(tuple((entry.ask,) for entry in told.questions))]
    blocks += [PageBreak(), Heading("เฉลยสำหรับผู้ชี้แจง"), Items(tuple((entry.answer,) for entry in told.questions))]
    blocks += [PageBreak(), *_sheet(head, briefing)]
    title = ("เอกสารชี้แจงบุคลากร เรื่อง การประเมิน ITA", f"ประจำปีงบประมาณ พ.ศ. {head.year}", head.agency)
    return head.paper(title, f"{title[0]} {title[1]}", blocks)


def _page(number: int, page: BriefingPage, head: PaperHead, briefing: Briefing) -> Iterator[Block]:
    yield Heading(f"{number}. {page.title}")
    if page.lines:
        yield Items(tuple((_filled(line, head),) for line in page.lines), numbered=False)
    if page.facts:
        yield from FACTS[page.facts](briefing)


def _filled(line: str, head: PaperHead) -> str:
    return line.replace("{agency}", head.agency).replace("{year}", str(head.year))


def _instruments(briefing: Briefing) -> Iterator[Block]:
    framework = briefing.framework
    rows = tuple(
        Row((text_cell(str(entry.number)), text_cell(entry.name), text_cell(entry.instrument)))
        for entry in framework.indicators
    )
    summary = f"ตัวชี้วัดของปี {framework.year} และแบบวัดของแต่ละตัวชี้วัด"
    yield Table((Column("ที่", 2), Column("ตัวชี้วัด", 13), Column("แบบวัด", 4)), rows, summary=summary)
    if framework.is_draft:
        yield running(f"ร่าง รอประกาศของปี {framework.year} ตัวชี้วัดนี้นำมาจากปี {framework.drafted_from}")


def _calendar(briefing: Briefing) -> Iterator[Block]:
    rows = tuple(Row((text_cell(event.name), text_cell(_days(event)))) for event in briefing.framework.calendar)
    if not rows:
        yield running(Gap("ปฏิทินการประเมินของปี"))
        return
    columns = (Column("เรื่อง", 6), Column("กำหนด", 5))
    yield Table(columns, rows, summary=f"ปฏิทินการประเมินของปี {briefing.framework.year} เท่าที่ประกาศ")


def _days(event: Event) -> str:
    """Say the days of an event as far as they are known."""
    start, end = (day and format_date(day, digits="arabic") for day in (event.start, event.end))
    if start and end and start != end:
        return f"{start} ถึง {end}"
    return start or (f"ภายใน {end}" if end else UNCONFIRMED)


def _scores(briefing: Briefing) -> Iterator[Block]:
    result = briefing.result
    if result is None:
        yield running("ผลการประเมินของหน่วยงาน ", Gap("คะแนนและระดับของปีล่าสุด"))
        return
    level = result.outcome.published_level or result.level.level
    told: Inline = f"“{level}”" if level else Gap("ระดับผลการประเมิน")
    yield running(f"ปีงบประมาณ พ.ศ. {result.framework.year} ได้ ", overall_text(result.outcome), " คะแนน ระดับ ", told)
    rows = tuple(
        Row((text_cell(f"{entry.number} {entry.name}"), number_cell(result.outcome.indicators.get(entry.number))))
        for entry in result.framework.indicators
    )
    columns = (Column("ตัวชี้วัด", 8), Column("คะแนน", 2))
    yield Table(columns, rows, summary=f"คะแนนแต่ละตัวชี้วัดของปี {result.framework.year}")


def _weak(briefing: Briefing) -> Iterator[Block]:
    yield list_or_none([_weak_text(weak) for weak in briefing.weak_points[:MOST_WEAK]])


def _weak_text(weak: WeakPoint) -> str:
    subject = "" if weak.kind == "component" else f" {weak.name or f'({UNCONFIRMED}ชื่อข้อ)'}"
    score = "" if weak.score is None else f" {format_decimal(weak.score)} คะแนน"
    return f"{label(weak)}{subject}{score}"


def _measures(briefing: Briefing) -> Iterator[Block]:
    if briefing.plan is None:
        yield running("มาตรการของปีนี้ ", Gap("มาตรการที่อนุมัติแล้ว"))
        return
    rows = tuple(
        Row((text_cell(row.title), text_cell(row.lead_unit), text_cell(_period(row)))) for row in briefing.plan.measures
    )
    columns = (Column("มาตรการ", 8), Column("ผู้รับผิดชอบหลัก", 4), Column("ระยะเวลา", 4))
    yield Table(columns, rows, summary=f"มาตรการของปี {briefing.plan.plan_year} ผู้รับผิดชอบ และระยะเวลา")


def _period(row: DraftMeasure) -> Inline:
    return row.period if isinstance(row.period, Gap) else format_period(row.period, digits="arabic")


def _contact(briefing: Briefing) -> Iterator[Block]:
    yield running("สอบถามได้ที่ ", typed(briefing.contact, "ผู้ประสานงาน ITA และช่องทางติดต่อ"))


FACTS: Mapping[str, Callable[[Briefing], Iterator[Block]]] = {
    "instruments": _instruments,
    "calendar": _calendar,
    "scores": _scores,
    "weak": _weak,
    "measures": _measures,
    "contact": _contact,
}
"""What a page of the data may ask for by name, beside its standing lines."""


def _sheet(head: PaperHead, briefing: Briefing) -> Iterator[Block]:
    yield Heading("ใบลงลายมือชื่อผู้เข้ารับการชี้แจง")
    yield running(f"เรื่อง การประเมิน ITA ประจำปีงบประมาณ พ.ศ. {head.year} วันที่ ", day_text(briefing.held_on, "วันที่ชี้แจง"))
    columns = (Column("ที่", 3), Column("ชื่อ-สกุล", 12), Column("ตำแหน่ง", 12), Column("ลายมือชื่อ", 10))
    rows = tuple(Row((text_cell(str(n)), *[text_cell("")] * 3)) for n in range(1, briefing.seats + 1))
    yield Table(columns, rows, summary="ใบลงลายมือชื่อ มีช่องว่างสำหรับชื่อ ตำแหน่ง และลายมือชื่อ")
