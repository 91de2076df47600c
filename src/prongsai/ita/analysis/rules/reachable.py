"""unreachable-value: a score of an OIT indicator that no set of passed items gives."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from prongsai.ita.analysis.finding import CheckFinding
from prongsai.ita.catalogue.model import Framework
from prongsai.ita.papers.reading import ScoreSheet
from prongsai.ita.scoring.exact import shown
from prongsai.ita.scoring.reachable import reachable_values


def check_reachable(sheet: ScoreSheet, where: str, framework: Framework) -> Iterator[CheckFinding]:
    """Find OIT indicators outside the reachable set: a typing error, or the items of another year.

    Where the split of the year's items is itself not established this is a hint only.
    """
    for index, entry in enumerate(sheet.indicators):
        if not _is_oit(framework, entry.number) or not 0 <= entry.score <= 100:
            continue
        reachable = reachable_values(framework, entry.number)
        if reachable is None or entry.score in reachable:
            continue
        near = _written(reachable.nearest(entry.score))
        doubtful = "" if reachable.confirmed else " (โครงสร้างข้อของปีนี้ยังไม่ยืนยัน)"
        yield CheckFinding(
            code="unreachable-value",
            severity="doubt" if reachable.confirmed else "hint",
            where=f"{where}.indicators[{index}].score",
            message=(
                f"ตัวชี้วัดที่ {entry.number} พิมพ์ {shown(entry.score)} แต่ข้อ OIT ปี {framework.year} "
                f"ให้คะแนนนี้ไม่ได้ ค่าใกล้เคียงคือ {near}{doubtful}"
            ),
            settle="ควรตรวจว่าพิมพ์คะแนนถูก และเป็นคะแนนของปีนี้",
            found=shown(entry.score),
            expected=near,
        )


def _is_oit(framework: Framework, number: int) -> bool:
    indicator = framework.indicator(number)
    return indicator is not None and indicator.instrument == "OIT"


def _written(values: tuple[Decimal, ...]) -> str:
    return " หรือ ".join(shown(value) for value in values)
