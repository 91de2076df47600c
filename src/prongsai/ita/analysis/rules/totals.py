"""overall-mismatch: the printed overall against what the printed scores come to, as the reading contract defines it."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.ita.analysis.finding import CheckFinding
from prongsai.ita.analysis.printed import overall_mismatch
from prongsai.ita.catalogue.model import Framework
from prongsai.ita.papers.reading import ScoreSheet
from prongsai.ita.scoring.exact import shown
from prongsai.ita.scoring.lookalike import Repair, repairs
from prongsai.ita.scoring.rules import Presumption
from prongsai.ita.scoring.scores import scores_from_sheet


def check_total(
    sheet: ScoreSheet, where: str, framework: Framework | None, presumed: Presumption | None = None
) -> Iterator[CheckFinding]:
    """Find an overall that is off by more than 0.01, with the single digits that would explain it, none applied."""
    mismatch = overall_mismatch(sheet)
    if mismatch is None:
        return
    gap = shown(abs(mismatch.printed - mismatch.recomputed))
    message = (
        f"คะแนนภาพรวมที่พิมพ์คือ {shown(mismatch.printed)} แต่คำนวณจากคะแนนที่พิมพ์ไว้ได้ {shown(mismatch.recomputed)} ต่างกัน {gap}"
    )
    yield CheckFinding(
        code="overall-mismatch",
        severity="problem",
        where=f"{where}.overall",
        message=message,
        settle=_settle(sheet, framework, presumed),
        found=shown(mismatch.printed),
        expected=shown(mismatch.recomputed),
    )


def _settle(sheet: ScoreSheet, framework: Framework | None, presumed: Presumption | None) -> str:
    offers = [_offer(entry) for entry in repairs(framework, scores_from_sheet(sheet), presumed)] if framework else []
    advice = "ควรเทียบคะแนนแต่ละตัวชี้วัดกับผลที่ประกาศ"
    if not offers:
        return advice
    return f"{advice} ตัวเลขที่อาจอ่านสลับกันหรือตกหล่นไปหนึ่งตัว: {' หรือ '.join(offers)} (โปรแกรมไม่ได้แก้ให้)"


def _offer(repair: Repair) -> str:
    name = f"ตัวชี้วัดที่ {repair.indicator}" if repair.indicator is not None else "คะแนนภาพรวม"
    return f"{name} จาก {shown(repair.printed)} เป็น {shown(repair.proposed)}"
