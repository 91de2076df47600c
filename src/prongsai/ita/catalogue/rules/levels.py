"""Rules on the levels of a year's result."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from prongsai.ita.catalogue.model import Framework, RatingLevel
from prongsai.ita.catalogue.problems import Problem

_STEP = Decimal("0.01")


def levels_fit_together(framework: Framework) -> Iterator[Problem]:
    """LEVELS: every overall of two decimals has exactly one level without further condition.

    Levels stand best first. A level with a condition on components names them and its least score, has a range of
    its own within the range of levels without condition, and asks for less than the one before it.
    """
    levels = framework.ratings.levels
    for n, level in enumerate(levels):
        yield from _level_stands(level, ("ratings", "levels", n))
    names = [level.name for level in levels]
    if len(set(names)) < len(names):
        yield Problem("LEVELS", "ชื่อระดับซ้ำกัน", ("ratings", "levels"))
    plain = [(n, level) for n, level in enumerate(levels) if level.component_min is None]
    if levels:
        yield from _plain_levels_tile(plain)
        yield from _conditions_fall(levels)


def _level_stands(level: RatingLevel, path: tuple[str | int, ...]) -> Iterator[Problem]:
    if level.overall_min > level.overall_max:
        message = f"ระดับ {level.name}: คะแนนต่ำสุดมากกว่าคะแนนสูงสุด"
        yield Problem("LEVELS", message, (*path, "overall_min"))
    if (level.component_min is None) != (not level.components):
        message = f"ระดับ {level.name}: เงื่อนไขรายส่วนต้องมีทั้งคะแนนขั้นต่ำและส่วนที่ต้องถึง"
        yield Problem("LEVELS", message, (*path, "components"))
    if len(set(level.components)) < len(level.components):
        yield Problem("LEVELS", f"ระดับ {level.name}: ส่วนที่ต้องถึงซ้ำกัน", (*path, "components"))


def _plain_levels_tile(plain: list[tuple[int, RatingLevel]]) -> Iterator[Problem]:
    """Every two-decimal value from 0 to 100 is in exactly one level without condition, best level first."""
    expected = Decimal(100)
    for n, level in plain:
        if level.overall_max != expected:
            kind = "ซ้อนกัน" if level.overall_max > expected else "มีช่องว่าง"
            message = f"ระดับ {level.name} สิ้นสุดที่ {level.overall_max} ต้องเป็น {expected} ({kind})"
            yield Problem("LEVELS", message, ("ratings", "levels", n, "overall_max"))
        expected = level.overall_min - _STEP
    if expected != -_STEP:
        yield Problem("LEVELS", "ระดับที่ไม่มีเงื่อนไขรายส่วนต้องครอบคลุมตั้งแต่ 100 ลงมาถึง 0", ("ratings", "levels"))


def _conditions_fall(levels: tuple[RatingLevel, ...]) -> Iterator[Problem]:
    least: tuple[Decimal, Decimal] | None = None
    for n, level in enumerate(levels):
        if level.component_min is None:
            continue
        asks = (level.overall_min, level.component_min)
        if least is not None and (asks[0] > least[0] or asks[1] > least[1] or asks == least):
            message = f"ระดับ {level.name} ต้องเรียงจากเงื่อนไขสูงไปต่ำ"
            yield Problem("LEVELS", message, ("ratings", "levels", n, "component_min"))
        least = asks
