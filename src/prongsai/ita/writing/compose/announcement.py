"""ประกาศ: what the office makes known, in clauses, without a number of its own."""

from __future__ import annotations

from collections.abc import Sequence

from prongsai.ita.catalogue.model import Framework
from prongsai.ita.papers.blocks import Block, Gap, Heading, Inline, Items, Paper, SignatureBlock
from prongsai.ita.planning import DraftPlan
from prongsai.ita.thai import format_decimal
from prongsai.ita.writing.cells import list_or_none, running
from prongsai.ita.writing.compose.head import ITA, MEASURES, PaperHead, centred, day_text
from prongsai.ita.writing.compose.order import EXECUTIVE
from prongsai.ita.writing.measures_paper import YearResult
from prongsai.ita.writing.measures_part import groups_of_plan
from prongsai.ita.writing.result_part import overall_text


def announcement(
    head: PaperHead, subject: str, body: Sequence[Block], *, signature: SignatureBlock = EXECUTIVE
) -> Paper:
    """Return an announcement: title, subject, body, ประกาศ ณ วันที่, signature. A day that nobody gave is a gap."""
    blocks = [
        centred(f"เรื่อง {subject}", bold=True),
        *body,
        running("จึงประกาศให้ทราบโดยทั่วกัน"),
        running("ประกาศ ณ วันที่ ", day_text(head.day, "วันที่ของประกาศ", full=True)),
        signature,
    ]
    return head.paper((f"ประกาศ{head.agency}",), subject, blocks, form="order")


def measures_announcement(
    head: PaperHead,
    plan: DraftPlan,
    plan_framework: Framework,
    results: Framework,
    *,
    signature: SignatureBlock = EXECUTIVE,
) -> Paper:
    """Announce the measures of a plan by issue (or indicator); an issue without a measure says ไม่มี."""
    analysed = (
        f"ผลการประเมินประจำปีงบประมาณ พ.ศ. {plan.analysed_year}"
        if plan.analysed_year is not None
        else Gap("ปีของผลการประเมินที่นำมาวิเคราะห์")
    )
    body: list[Block] = [
        running(
            f"ตามที่{head.agency}ได้นำ",
            analysed,
            f" มาวิเคราะห์หาเรื่องที่ควรพัฒนา และกำหนด{MEASURES}สำหรับปีงบประมาณ พ.ศ. {plan.plan_year} นั้น",
        ),
        running("เพื่อให้บุคลากรถือปฏิบัติและประชาชนติดตามได้ จึงประกาศมาตรการ ดังต่อไปนี้"),
    ]
    for number, title in groups_of_plan(plan, plan_framework, results):
        titles = [text for row in plan.of_group(number) for text in row.titles]
        if titles or plan.group_by == "issue":
            body += [Heading(title), list_or_none(titles)]
    loose = [text for row in plan.of_group(None) for text in row.titles]
    if loose:
        body += [Heading("มาตรการอื่น"), list_or_none(loose)]
    return announcement(head, f"{MEASURES} ประจำปีงบประมาณ พ.ศ. {plan.plan_year}", body, signature=signature)


def result_announcement(head: PaperHead, result: YearResult, *, signature: SignatureBlock = EXECUTIVE) -> Paper:
    """Announce the result of a year in words: overall, level, and every indicator of which a score is known."""
    published = result.outcome.published_level
    level: Inline = f"“{published}”" if published else Gap("ระดับผลการประเมินตามที่ประกาศ")
    year = result.framework.year
    told = tuple(
        (f"ตัวชี้วัดที่ {entry.number} {entry.name} {format_decimal(result.outcome.indicators[entry.number])} คะแนน",)
        for entry in result.framework.indicators
        if entry.number in result.outcome.indicators
    )
    body: list[Block] = [
        running(f"ตามที่{head.agency}ได้เข้ารับ{ITA} ประจำปีงบประมาณ พ.ศ. {year} นั้น"),
        running("บัดนี้มีการประกาศผลแล้ว ได้คะแนนภาพรวม ", overall_text(result.outcome), " คะแนน อยู่ในระดับ ", level),
        running("คะแนนแต่ละตัวชี้วัดเป็นดังนี้" if told else "คะแนนแต่ละตัวชี้วัด ", *([] if told else [Gap("คะแนนรายตัวชี้วัด")])),
        *([Items(told, numbered=False)] if told else []),
    ]
    return announcement(
        head, f"ผลการประเมินคุณธรรมและความโปร่งใส (ITA) ประจำปีงบประมาณ พ.ศ. {year}", body, signature=signature
    )
