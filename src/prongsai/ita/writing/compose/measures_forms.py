"""Measures alone, in further forms that offices use: by issue, by indicator with follow-up, and free."""

from __future__ import annotations

from collections.abc import Sequence

from prongsai.ita.catalogue.model import Framework
from prongsai.ita.papers.blocks import (
    Block,
    Column,
    Gap,
    Heading,
    Inline,
    PageBreak,
    Paper,
    Row,
    SignatureBlock,
    Table,
)
from prongsai.ita.planning import DraftMeasure, DraftPlan
from prongsai.ita.thai import format_period
from prongsai.ita.writing.cells import NONE, list_cell, list_or_none, running, text_cell
from prongsai.ita.writing.compose.head import MEASURES, PaperHead
from prongsai.ita.writing.compose.regrouping import by_indicator
from prongsai.ita.writing.measures_paper import DRAFTED_SIGNATURES
from prongsai.ita.writing.measures_part import measures_table

FREE_COLUMNS = (
    Column("ที่", 8),
    Column("มาตรการ / แนวทาง", 46),
    Column("ขั้นตอน / วิธีการปฏิบัติ", 70),
    Column("ผู้รับผิดชอบ", 34),
    Column("ระยะเวลา", 28),
    Column("การติดตามผล", 42),
)


def measures_by_issue_paper(
    head: PaperHead,
    plan: DraftPlan,
    plan_framework: Framework,
    results: Framework,
    *,
    limitations: Sequence[Inline] = (),
    signatures: Sequence[SignatureBlock] = DRAFTED_SIGNATURES,
) -> Paper:
    """Return the measures headed by the issues of the plan year, each with its questions and what was found.

    For a year whose plan is headed by issues; an issue without measures says ไม่มี.
    """
    table = measures_table(plan, plan_framework, results)
    return _titled(head, plan, ("จำแนกตามประเด็น",), _blocks(head, plan, table, limitations, signatures))


def measures_by_indicator_paper(
    head: PaperHead,
    plan: DraftPlan,
    plan_framework: Framework,
    results: Framework,
    *,
    limitations: Sequence[Inline] = (),
    signatures: Sequence[SignatureBlock] = DRAFTED_SIGNATURES,
) -> Paper:
    """Return the measures headed by the indicators of the analysed year, each with its follow-up."""
    table = measures_table(by_indicator(plan, results), plan_framework, results)
    return _titled(head, plan, ("จำแนกตามตัวชี้วัด",), _blocks(head, plan, table, limitations, signatures))


def measures_free_paper(
    head: PaperHead,
    plan: DraftPlan,
    *,
    limitations: Sequence[Inline] = (),
    signatures: Sequence[SignatureBlock] = DRAFTED_SIGNATURES,
) -> Paper:
    """Return the measures one after the other, headed by nothing."""
    rows = tuple(_free_row(number, row) for number, row in enumerate(plan.measures, 1))
    nothing = Row((text_cell("–"), text_cell(NONE), *[text_cell("–")] * (len(FREE_COLUMNS) - 2)))
    table = Table(
        FREE_COLUMNS,
        rows or (nothing,),
        summary=f"{MEASURES} ปี {plan.plan_year} เรียงตามลำดับ",
        caption="ตารางมาตรการและการติดตามผล",
    )
    return _titled(head, plan, (), _blocks(head, plan, table, limitations, signatures))


def _titled(head: PaperHead, plan: DraftPlan, manner: tuple[str, ...], blocks: Sequence[Block]) -> Paper:
    title = (MEASURES, *manner, f"ประจำปีงบประมาณ พ.ศ. {plan.plan_year}", head.agency)
    return head.paper(title, " ".join(title[:-1]), blocks)


def _blocks(
    head: PaperHead,
    plan: DraftPlan,
    table: Table,
    limitations: Sequence[Inline],
    signatures: Sequence[SignatureBlock],
) -> list[Block]:
    analysed: Inline = (
        f"ผลการประเมินประจำปีงบประมาณ พ.ศ. {plan.analysed_year}"
        if plan.analysed_year is not None
        else Gap("ปีของผลการประเมินที่นำมาวิเคราะห์")
    )
    return [
        PageBreak(landscape=True),
        running(f"ตามที่{head.agency}ได้วิเคราะห์", analysed, " แล้วพบเรื่องที่ควรพัฒนา นั้น"),
        running(
            f"จึงกำหนด{MEASURES} ประจำปีงบประมาณ พ.ศ. {plan.plan_year} พร้อมผู้รับผิดชอบ ระยะเวลา และการติดตามผล ดังตารางต่อไปนี้"
        ),
        table,
        Heading("ข้อจำกัดของหน่วยงาน"),
        list_or_none(limitations),
        running("จึงเรียนมาเพื่อโปรดพิจารณา"),
        *signatures,
    ]


def _free_row(number: int, row: DraftMeasure) -> Row:
    period: Inline = row.period if isinstance(row.period, Gap) else format_period(row.period, digits="arabic")
    return Row(
        (
            text_cell(str(number)),
            list_cell(row.titles),
            list_cell(row.steps or (Gap("ขั้นตอนและวิธีการปฏิบัติ"),)),
            list_cell((row.lead_unit, *row.supporting_units)),
            text_cell(period),
            text_cell(row.follow_up),
        )
    )
