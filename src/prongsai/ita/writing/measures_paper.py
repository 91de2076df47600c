"""Composes the analysis of a year's result together with the measures that answer it: the paper of the plan item."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from prongsai.ita.catalogue.model import Framework
from prongsai.ita.papers.blocks import (
    Block,
    Gap,
    Heading,
    Inline,
    Notice,
    PageBreak,
    Paper,
    SignatureBlock,
)
from prongsai.ita.planning import DraftPlan
from prongsai.ita.planning.wording import label
from prongsai.ita.scoring import LevelAnswer, Outcome, Price
from prongsai.ita.writing.cells import list_or_none, running
from prongsai.ita.writing.measures_part import measures_table
from prongsai.ita.writing.result_part import overall_text, result_blocks, weak_points_of

DRAFTED_SIGNATURES = (
    SignatureBlock("ผู้จัดทำ", Gap("ตำแหน่งผู้จัดทำ"), Gap("ชื่อ-สกุล")),
    SignatureBlock("ผู้เห็นชอบ", Gap("ตำแหน่งผู้เห็นชอบ"), Gap("ชื่อ-สกุล")),
    SignatureBlock("ผู้อนุมัติ", Gap("ตำแหน่งผู้อนุมัติ"), Gap("ชื่อ-สกุล")),
)


@dataclass(frozen=True, slots=True)
class YearResult:
    """The result that is analysed: the year's facts, its arithmetic, its level, what each loss cost.

    `changes` are points gained or lost since the year before, by indicator, where both years can be compared;
    `year_before` says which year that was, and then both years' scores are shown.
    """

    framework: Framework
    outcome: Outcome
    level: LevelAnswer
    prices: Sequence[Price] = ()
    changes: Mapping[int, Decimal] | None = None
    year_before: int | None = None
    overall_before: Decimal | None = None


def measures_paper(
    plan: DraftPlan,
    result: YearResult,
    plan_framework: Framework,
    *,
    agency: str,
    limitations: Sequence[Inline] = (),
    proposals: Sequence[Inline] = (),
    signatures: Sequence[SignatureBlock] = DRAFTED_SIGNATURES,
    with_prices: bool = True,
    draft: bool = True,
    footer: str = "",
) -> Paper:
    """Return the paper: result of the year, what weighs most, weak points, measures, limits and proposals.

    `plan_framework` is the catalogue of the plan year, whose issues (or, without them, indicators) head the measures.
    `with_prices` leaves out the price list for a paper that is published: prices are an office's own estimate.
    What is not confirmed stands in a part of its own; limits and proposals that nobody wrote say ไม่มี.
    """
    unconfirmed = unconfirmed_sentences(plan, result)
    blocks: list[Block] = [
        *_opening(plan, result, agency),
        *result_blocks(
            result.framework,
            result.outcome,
            weak_points_of(plan),
            result.prices if with_prices else (),
            result.changes,
            year_before=result.year_before,
            overall_before=result.overall_before,
        ),
        PageBreak(landscape=True),
        Heading(f"ส่วนที่ 2 มาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. {plan.plan_year}"),
        measures_table(plan, plan_framework, result.framework),
        PageBreak(),
        Heading("ส่วนที่ 3 ข้อจำกัดของหน่วยงานและข้อเสนอแนะ"),
        Heading("3.1 ข้อจำกัดของหน่วยงาน", 2),
        list_or_none(limitations),
        Heading("3.2 ข้อเสนอแนะ", 2),
        list_or_none(proposals),
    ]
    if unconfirmed:
        blocks.append(Heading("ส่วนที่ 4 ข้อมูลที่ยังไม่ยืนยันและข้อควรตรวจสอบ"))
        blocks.append(Notice("โปรดตรวจสอบเรื่องต่อไปนี้ก่อนเสนอลงนาม และนำส่วนนี้ออกเมื่อตรวจสอบแล้ว"))
        blocks.append(list_or_none(unconfirmed))
    blocks.append(running("จึงขอเสนอมาตรการข้างต้นเพื่อโปรดพิจารณา"))
    blocks.extend(signatures)
    return Paper(
        title=_title(plan, result, agency),
        subject=f"มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. {plan.plan_year}",
        blocks=tuple(blocks),
        agency=agency,
        year=plan.plan_year,
        draft=draft,
        footer=footer,
    )


def _title(plan: DraftPlan, result: YearResult, agency: str) -> tuple[str, ...]:
    return (
        "การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส",
        f"ประจำปีงบประมาณ พ.ศ. {result.framework.year}",
        "และมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
        f"ประจำปีงบประมาณ พ.ศ. {plan.plan_year}",
        agency,
    )


def _opening(plan: DraftPlan, result: YearResult, agency: str) -> list[Block]:
    level = result.outcome.published_level or result.level.level
    said = f" อยู่ในระดับ “{level}”" if level else ""
    return [
        running(
            f"ตามที่{agency}ได้เข้ารับการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ "
            "(Integrity and Transparency Assessment: ITA) "
            f"ประจำปีงบประมาณ พ.ศ. {result.framework.year} ได้คะแนนภาพรวม ",
            overall_text(result.outcome),
            f" คะแนน{said} นั้น",
        ),
        running(
            f"{agency}ได้นำผลการประเมินมาวิเคราะห์หาข้อที่ควรพัฒนา "
            "และจัดทำร่างมาตรการส่งเสริมคุณธรรมและความโปร่งใสสำหรับดำเนินการใน"
            f"ปีงบประมาณ พ.ศ. {plan.plan_year} โดยมีรายละเอียดดังต่อไปนี้",
        ),
    ]


def unconfirmed_sentences(plan: DraftPlan, result: YearResult) -> list[str]:
    """Return each sentence once: what the figures lack, what they rest on, what the plan rests on, open levels."""
    outcome = result.outcome
    sentences = [*outcome.missing, *outcome.unconfirmed, *plan.unconfirmed]
    if result.level.level is None:
        sentences.append(result.level.reason)
    return list(dict.fromkeys([*sentences, *_remarks(plan)]))


def _remarks(plan: DraftPlan) -> Iterator[str]:
    """Give the remarks of the rows, one of several rows only once, after what it is about where it does not say."""
    about: dict[str, dict[str, None]] = {}
    for row in plan.measures:
        for remark in row.remarks:
            named = about.setdefault(remark, {})
            labels = [label(weak) for weak in row.weak_points]
            if not any(name in remark for name in labels):
                named.update(dict.fromkeys(labels))
    for remark, names in about.items():
        yield f"{', '.join(names)}: {remark}" if names else remark
