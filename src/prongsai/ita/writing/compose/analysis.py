"""The analysis of a year's result alone: scores, changes, what weighs most, the points to develop."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prongsai.ita.analysis.weak_points import WeakPoint
from prongsai.ita.papers.blocks import Block, Gap, Heading, Inline, Notice, Paper, SignatureBlock
from prongsai.ita.writing.cells import list_or_none, running
from prongsai.ita.writing.compose.head import ITA, PaperHead, signer
from prongsai.ita.writing.measures_paper import YearResult
from prongsai.ita.writing.result_part import overall_text, result_blocks

ANALYST = (signer("ผู้วิเคราะห์", "ตำแหน่งผู้วิเคราะห์"),)


def analysis_paper(
    head: PaperHead,
    result: YearResult,
    weak_points: Sequence[WeakPoint],
    *,
    internal: bool = True,
    signatures: Sequence[SignatureBlock] = ANALYST,
) -> Paper:
    """Return the analysis of one year's result. `internal` adds the price list, which is never for publication."""
    year = result.framework.year
    prices = result.prices if internal else ()
    blocks: list[Block] = [
        running(f"ตามที่{head.agency}ได้เข้ารับ{ITA} ประจำปีงบประมาณ พ.ศ. {year} ได้คะแนนภาพรวม ", *_result(result), " นั้น"),
        running("เพื่อใช้กำหนดมาตรการให้ตรงกับเรื่องที่ควรพัฒนา จึงได้วิเคราะห์ผลการประเมิน ดังต่อไปนี้"),
        *([Notice("เอกสารนี้ใช้ภายในหน่วยงาน มีคะแนนที่เสียในภาพรวมซึ่งเป็นประมาณการของหน่วยงานเอง")] if internal else []),
        *result_blocks(
            result.framework,
            result.outcome,
            weak_points,
            prices,
            result.changes,
            year_before=result.year_before,
            overall_before=result.overall_before,
        ),
        *_open_points(result),
        running("จึงเรียนมาเพื่อโปรดทราบ และใช้ประกอบการกำหนดมาตรการต่อไป"),
        *signatures,
    ]
    title = ("การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส", f"ประจำปีงบประมาณ พ.ศ. {year}", head.agency)
    return head.paper(title, f"{title[0]} {title[1]}", blocks)


def _result(result: YearResult) -> tuple[Inline, ...]:
    level = result.outcome.published_level or result.level.level
    told: Inline = f"“{level}”" if level else Gap("ระดับผลการประเมินตามที่ประกาศ")
    return (overall_text(result.outcome), " คะแนน อยู่ในระดับ ", told)


def _open_points(result: YearResult) -> Iterator[Block]:
    outcome = result.outcome
    sentences = [*outcome.missing, *outcome.unconfirmed]
    if result.level.level is None and outcome.published_level is None:
        sentences.append(result.level.reason)
    if sentences:
        yield Heading("ข้อมูลที่ยังไม่ยืนยัน")
        yield list_or_none(list(dict.fromkeys(sentences)))
