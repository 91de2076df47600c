"""The door of the simulator: which scores a person wants to see changed, and to what."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from prongsai.ita.scoring.ascent import path_above
from prongsai.ita.scoring.exact import HUNDRED, shown
from prongsai.ita.scoring.names import called
from prongsai.ita.scoring.standing import Standing
from prongsai.ita.scoring.targets import Target, find_target
from prongsai.ita.thai.refusal import Refused

CHANGEABLE = ("question", "item", "sub_indicator", "indicator", "instrument")


def checked_changes(standing: Standing, changes: Mapping[str, Decimal]) -> dict[Target, Fraction]:
    """Find what the changes name, and check them together.

    Refuses what `find_target` refuses, and CHANGE (not a score that can be set, as the overall), DUPLICATE, RANGE,
    ALL-OR-NOTHING (an item is 0 or 100), UNKNOWN (its score of today is not known), OVERLAP (a score and one below it).
    """
    found: dict[Target, Fraction] = {}
    for what, score in changes.items():
        named = find_target(standing.framework, what)
        target = Target(named.kind, named.key)
        if target in found:
            raise Refused("DUPLICATE", f"กำหนด {called(target)} ไว้มากกว่าหนึ่งครั้ง", value=what)
        found[target] = _checked(standing, target, score)
    for target in found:
        _refuse_overlap(standing, target, found)
    return found


def _checked(standing: Standing, target: Target, score: Decimal) -> Fraction:
    if target.kind not in CHANGEABLE:
        raise Refused("CHANGE", f"กำหนด {called(target)} โดยตรงไม่ได้ โปรดกำหนดที่ข้อหรือตัวชี้วัด", value=target.key)
    if not score.is_finite() or not 0 <= score <= 100:
        raise Refused("RANGE", f"คะแนนใหม่ของ {called(target)} ต้องอยู่ระหว่าง 0 ถึง 100", value=str(score))
    if target.kind == "item" and score not in (0, 100):
        raise Refused("ALL-OR-NOTHING", f"{called(target)} ได้ 0 หรือ 100 คะแนนเท่านั้น", value=str(score))
    if target not in standing.values:
        raise Refused("UNKNOWN", f"ยังไม่ทราบคะแนนเดิมของ {called(target)} จึงบอกผลต่างไม่ได้", value=target.key)
    return Fraction(score)


def _refuse_overlap(standing: Standing, target: Target, found: Mapping[Target, Fraction]) -> None:
    for link in path_above(standing.framework, target, standing.presumed):
        if link.above in found:
            both = f"{called(target)} เป็นส่วนหนึ่งของ {called(link.above)}"
            raise Refused("OVERLAP", f"{both} โปรดกำหนดเพียงอย่างเดียว", value=target.key)


def refuse_contradiction(target: Target, score: Fraction) -> None:
    """Refuse CONTRADICTION: the known scores, taken together, would carry one off the scale."""
    if not 0 <= score <= HUNDRED:
        became = f"{called(target)} จะเป็น {shown(score)}"
        raise Refused("CONTRADICTION", f"คะแนนเดิมที่ทราบขัดกันเอง {became} โปรดตรวจคะแนนเดิม", value=target.key)
