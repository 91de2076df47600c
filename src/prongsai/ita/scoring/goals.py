"""Goals: the least scores that an office sets itself, and how far each is away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_CEILING, Decimal
from fractions import Fraction

from prongsai.ita.catalogue.model import Framework
from prongsai.ita.scoring.ascent import OVERALL
from prongsai.ita.scoring.exact import as_decimal, rounded
from prongsai.ita.scoring.levels import QUOTES
from prongsai.ita.scoring.names import called, own_name
from prongsai.ita.scoring.scores import EIT_PARTS, INSTRUMENTS
from prongsai.ita.scoring.standing import Standing
from prongsai.ita.scoring.targets import Target, TargetKind, find_target
from prongsai.ita.thai.refusal import Refused
from prongsai.ita.thai.text import compact


@dataclass(frozen=True, slots=True)
class Goal:
    """The least score wanted of each target: of the overall, of instruments, of indicators, of the parts of the EIT."""

    least: Mapping[Target, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Gap:
    """One target and its goal. `lacking` is in printed points, 0 where it is met, None where the score is not known."""

    kind: TargetKind
    code: str
    name: str | None
    score: Decimal | None
    goal: Decimal
    lacking: Decimal | None

    @property
    def what(self) -> str:
        """The target in Thai, such as `ตัวชี้วัดที่ 4`."""
        return called(Target(self.kind, self.code))


def goal_of_score(framework: Framework, score: Decimal, of: Sequence[str] = ("all",)) -> Goal:
    """Want at least a score of the targets named, all at once.

    `of` holds `overall`, `instruments`, `indicators`, `all` (these three), or single ones as `find_target` knows them
    (`IIT`, `4`, an indicator's name). Refuses RANGE, what `find_target` refuses, and GOAL (a question or an item).
    """
    if not score.is_finite() or not 0 <= score <= 100:
        raise Refused("RANGE", "คะแนนเป้าหมายต้องอยู่ระหว่าง 0 ถึง 100", value=str(score))
    groups = {
        "overall": [OVERALL],
        "instruments": [Target("instrument", name) for name in INSTRUMENTS],
        "indicators": [Target("indicator", str(indicator.number)) for indicator in framework.indicators],
    }
    groups["all"] = [target for group in groups.values() for target in group]
    targets = [target for what in of for target in groups.get(compact(what)) or [_goal_target(framework, what)]]
    return Goal(dict.fromkeys(targets, score))


def goal_of_level(framework: Framework, name: str) -> Goal:
    """Want at least a level: the least overall of its bounds and the least score of each of its components.

    Refuses LEVEL where the year's levels are not established or hold no such name.
    """
    wanted = compact(name.strip(QUOTES))
    level = next((level for level in framework.ratings.levels if compact(level.name) == wanted), None)
    if level is None:
        known = " ".join(entry.name for entry in framework.ratings.levels) or "ยังไม่มีเกณฑ์ที่ยืนยันได้"
        raise Refused("LEVEL", f"ไม่มีระดับ “{name.strip()}” ในเกณฑ์ปี {framework.year} ({known})", value=name)
    least = {OVERALL: level.overall_min}
    for component in level.components if level.component_min is not None else ():
        kind: TargetKind = "eit_part" if component in EIT_PARTS else "instrument"
        least[Target(kind, component)] = level.component_min or Decimal(0)
    return Goal(least)


def joined(goals: Sequence[Goal]) -> Goal:
    """Want several goals at once: of each target the highest."""
    least: dict[Target, Decimal] = {}
    for goal in goals:
        for target, score in goal.least.items():
            least[target] = max(score, least.get(target, score))
    return Goal(least)


def threshold(framework: Framework, goal: Decimal) -> Fraction:
    """Give the least exact score that meets a goal: goals are judged, as levels are, on the score as it is printed.

    With two decimals, rounded half up, 84.995 prints 85.00 and meets 85.
    """
    last = Decimal(1).scaleb(-framework.scoring.decimals)
    return Fraction(goal.quantize(last, rounding=ROUND_CEILING)) - Fraction(last) / 2


def gaps(standing: Standing, goal: Goal) -> tuple[Gap, ...]:
    """Say of every target of a goal where it stands."""
    return tuple(_gap(standing, target, score) for target, score in goal.least.items())


def _gap(standing: Standing, target: Target, goal: Decimal) -> Gap:
    framework = standing.framework
    score = standing.values.get(target)
    if target.kind == "eit_part":
        score = next((Fraction(value) for part, value in standing.scores.eit_parts.items() if part == target.key), None)
    name = own_name(framework, target)
    if score is None:
        return Gap(target.kind, target.key, name, None, goal, None)
    met = score >= threshold(framework, goal)
    lacking = Decimal(0) if met else goal - rounded(score, framework.scoring.decimals)
    return Gap(target.kind, target.key, name, as_decimal(score), goal, lacking)


def _goal_target(framework: Framework, what: str) -> Target:
    named = find_target(framework, what)
    if named.kind not in ("overall", "instrument", "indicator", "eit_part"):
        raise Refused("GOAL", f"ตั้งเป้าหมายของ “{what.strip()}” ไม่ได้ ตั้งได้ที่ภาพรวม แบบวัด หรือตัวชี้วัด", value=what)
    return Target(named.kind, named.key)
