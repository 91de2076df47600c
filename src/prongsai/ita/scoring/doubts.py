"""What a person should look at in scores that were accepted: totals, levels and values that do not fit."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.ita.catalogue.model import Framework
from prongsai.ita.scoring.exact import rounded, shown
from prongsai.ita.scoring.explain import Outcome
from prongsai.ita.scoring.levels import check_level
from prongsai.ita.scoring.reachable import reachable_values
from prongsai.ita.scoring.scores import Scores
from prongsai.ita.thai.refusal import Notice


def doubts(framework: Framework, scores: Scores, outcome: Outcome) -> tuple[Notice, ...]:
    """Give notices TOTAL (a published score against the computed one), LEVEL and UNREACHABLE; nothing is changed."""
    return (*_totals(framework, outcome), *_level(framework, outcome), *_unreachable(framework, scores))


def _totals(framework: Framework, outcome: Outcome) -> Iterator[Notice]:
    for difference in outcome.differences:
        computed = rounded(difference.computed, framework.scoring.decimals)
        gap = shown(abs(difference.published - computed))
        message = f"{difference.what} ที่พิมพ์ {shown(difference.published)} ต่างจากที่คำนวณได้ {shown(computed)} อยู่ {gap}"
        yield Notice("TOTAL", message, str(difference.published))


def _level(framework: Framework, outcome: Outcome) -> Iterator[Notice]:
    compared = check_level(framework, outcome)
    if compared.agrees is False and compared.message:
        yield Notice("LEVEL", compared.message, compared.published or "")


def _unreachable(framework: Framework, scores: Scores) -> Iterator[Notice]:
    for indicator in framework.indicators_of("OIT"):
        score = scores.indicators.get(indicator.number)
        reachable = reachable_values(framework, indicator.number) if score is not None else None
        if score is not None and reachable and score not in reachable:
            near = " หรือ ".join(shown(value) for value in reachable.nearest(score))
            structure = f"โครงสร้างข้อ OIT ปี {framework.year} ให้ไม่ได้ ค่าใกล้เคียงคือ {near}"
            message = f"ตัวชี้วัดที่ {indicator.number} ได้ {shown(score)} ซึ่ง{structure}"
            yield Notice("UNREACHABLE", message, str(score))
