"""The level of a result: decided where the figures settle it, undetermined where they do not. Never guessed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from prongsai.ita.catalogue.model import Component, Framework, RatingLevel
from prongsai.ita.scoring.exact import rounded, shown
from prongsai.ita.scoring.explain import Outcome
from prongsai.ita.thai.text import compact

QUOTES = "“”\"' "
"""Signs in which papers set the name of a level."""


@dataclass(frozen=True, slots=True)
class LevelAnswer:
    """What can be said of the level.

    `level` is None where it is undetermined; `possible` are the levels that remain, best first (empty where the year's
    levels are not established); `missing` are the components whose scores would settle it; `overall` is the figure it
    was judged by, rounded as the year prints it. `reason` says all this in Thai.
    """

    year: int
    level: str | None
    possible: tuple[str, ...]
    missing: tuple[Component, ...]
    overall: Decimal | None
    confirmed: bool
    reason: str


@dataclass(frozen=True, slots=True)
class LevelCheck:
    """A published level beside what the figures allow, for the recomputed overall and for the printed one.

    `agrees` is None where nothing can be compared; False is a matter to ask about, not a fault.
    """

    published: str | None
    by_computed: LevelAnswer
    by_printed: LevelAnswer | None
    agrees: bool | None
    message: str | None = None


def decide_level(framework: Framework, outcome: Outcome, overall: Decimal | None = None) -> LevelAnswer:
    """Decide the level by the year's bounds and the least scores of its components.

    `overall` judges by another figure than the computed one (the printed, where they differ). Without any overall
    computed, the printed one is used.
    """
    judged = overall if overall is not None else outcome.overall
    judged = judged if judged is not None else outcome.published_overall
    if not framework.ratings.levels:
        return _open(framework, judged, "ยังไม่มีเกณฑ์ระดับผลการประเมินที่ยืนยันได้")
    if judged is None:
        return _open(framework, None, "ยังไม่มีคะแนนภาพรวม", tuple(level.name for level in framework.ratings.levels))
    places = framework.scoring.decimals
    figure = rounded(judged, places)
    components = {name: rounded(value, places) for name, value in component_scores(outcome).items()}
    possible, missing = _remaining(framework, figure, components)
    if not possible:
        return _open(framework, figure, f"คะแนนภาพรวม {shown(figure)} ไม่อยู่ในช่วงของระดับใด")
    confirmed = outcome.confirmed and all(_is_confirmed(framework, level) for level in possible)
    names = tuple(level.name for level in possible)
    return LevelAnswer(
        year=framework.year,
        level=names[0] if len(names) == 1 else None,
        possible=names,
        missing=missing,
        overall=figure,
        confirmed=confirmed,
        reason=_reason(figure, possible, missing, _held_back(framework, figure, components)),
    )


def check_level(framework: Framework, outcome: Outcome) -> LevelCheck:
    """Compare the published level with what the computed and the printed overall allow."""
    computed = decide_level(framework, outcome)
    printed = None
    if outcome.published_overall is not None and outcome.overall_shown != outcome.published_overall:
        printed = decide_level(framework, outcome, outcome.published_overall)
    published = outcome.published_level
    if published is None or not framework.ratings.levels:
        return LevelCheck(published, computed, printed, None)
    answers = [computed] + ([printed] if printed else [])
    known = {compact(level.name) for level in framework.ratings.levels}
    wanted = compact(published.strip(QUOTES))
    if wanted not in known:
        names = " ".join(level.name for level in framework.ratings.levels)
        message = f"ระดับ “{published.strip(QUOTES)}” ไม่มีในเกณฑ์ปี {framework.year} ซึ่งมี {names}"
        return LevelCheck(published, computed, printed, False, message)
    agreeing = [wanted in {compact(name) for name in answer.possible} for answer in answers]
    if all(agreeing):
        return LevelCheck(published, computed, printed, True)
    other = answers[agreeing.index(False)]
    message = f"พิมพ์ระดับ “{published.strip(QUOTES)}” แต่ตามเกณฑ์ปี {framework.year} {other.reason}"
    return LevelCheck(published, computed, printed, False, message)


def component_scores(outcome: Outcome) -> dict[Component, Decimal]:
    """Give the scores of the components that a level may look at: instruments and the two parts of the EIT."""
    instruments: dict[Component, Decimal] = dict(outcome.instruments.items())
    parts: dict[Component, Decimal] = dict(outcome.eit_parts.items())
    return instruments | parts


def _remaining(
    framework: Framework, figure: Decimal, components: Mapping[Component, Decimal]
) -> tuple[list[RatingLevel], tuple[Component, ...]]:
    """Give the levels that the figures leave open, best first, and the components that are missing to choose."""
    possible: list[RatingLevel] = []
    missing: dict[Component, None] = {}
    for level in framework.ratings.levels:
        if not level.overall_min <= figure <= level.overall_max:
            continue
        least = level.component_min
        if least is not None and any(components[name] < least for name in level.components if name in components):
            continue
        possible.append(level)
        unknown = [] if least is None else [name for name in level.components if name not in components]
        if not unknown:
            break
        missing.update(dict.fromkeys(unknown))
    return possible, tuple(missing)


def _held_back(framework: Framework, figure: Decimal, components: Mapping[Component, Decimal]) -> list[str]:
    """Say which components keep the result from a better level that its overall would reach."""
    held: dict[str, None] = {}
    for level in framework.ratings.levels:
        if level.component_min is None or not level.overall_min <= figure <= level.overall_max:
            continue
        low = [name for name in level.components if name in components and components[name] < level.component_min]
        for name in low:
            least = f"{shown(level.component_min)} ของระดับ “{level.name}”"
            held[f"{_spoken(name)} ได้ {shown(components[name])} ต่ำกว่า {least}"] = None
    return list(held)


def _is_confirmed(framework: Framework, level: RatingLevel) -> bool:
    return level.confirmed or (level.confidence is None and framework.ratings.confirmed)


def _reason(figure: Decimal, possible: list[RatingLevel], missing: tuple[Component, ...], held: list[str]) -> str:
    because = f" เพราะ {' และ '.join(held)}" if held else ""
    if len(possible) == 1:
        return f"คะแนนภาพรวม {shown(figure)} อยู่ในระดับ “{possible[0].name}”{because}"
    names = " หรือ ".join(f"“{level.name}”" for level in possible)
    return f"คะแนนภาพรวม {shown(figure)} ยังสรุปไม่ได้ว่าเป็น {names} เพราะขาดคะแนน {' และ '.join(map(_spoken, missing))}"


def _spoken(name: Component) -> str:
    """Name a component as people do: the parts of the EIT have a number, no code."""
    return f"EIT ส่วนที่ {name[-1]}" if name[-1].isdigit() else name


def _open(framework: Framework, figure: Decimal | None, why: str, possible: tuple[str, ...] = ()) -> LevelAnswer:
    return LevelAnswer(framework.year, None, possible, (), figure, False, f"ยังสรุประดับไม่ได้ {why} (ปี {framework.year})")
