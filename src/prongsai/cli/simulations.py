"""From a file and a person's wishes to what `simulate` shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from prongsai.cli.results import results_of_file
from prongsai.cli.years import presumption
from prongsai.ita.catalogue import Framework
from prongsai.ita.scoring import (
    Goal,
    Reach,
    Scores,
    TypedRow,
    WhatIf,
    enter_scores,
    goal_of_level,
    goal_of_score,
    joined,
    overlaid,
    reach,
    what_if,
)
from prongsai.ita.thai import parse_score, parse_whole
from prongsai.ita.thai.refusal import Refused


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a person asks, as typed: `O33=100` pairs, the goal, of what, a level, and how hard places are."""

    changes: Sequence[str] = ()
    known: Sequence[str] = ()
    goal: str | None = None
    of: Sequence[str] = ()
    level: str | None = None
    efforts: Sequence[str] = ()

    @property
    def seeks(self) -> bool:
        """Whether a way to a goal is sought: where it is asked for, and where nothing is asked."""
        return bool(self.goal or self.of or self.level) or not self.changes


@dataclass(frozen=True, slots=True)
class Simulation:
    """The answers: what changes bring, and the ways to a goal; None where that was not asked."""

    year: int
    what_if: WhatIf | None
    reach: Reach | None


def simulate_file(file: Path, year: int | None, wishes: Wishes) -> Simulation:
    """Answer for the scores of a file: of `year` where it holds several, else of the newest. Refuses SCORES (none)."""
    newest = max(results_of_file(file, year), key=lambda result: result.framework.year)
    return simulate(newest.framework, newest.scores, wishes)


def simulate(framework: Framework, scores: Scores, wishes: Wishes) -> Simulation:
    """Answer a person's wishes for one year's scores."""
    scores = _with_known(framework, scores, _pairs(wishes.known))
    changes = {what: _score(score) for what, score in _pairs(wishes.changes).items()}
    efforts = {what: parse_whole(effort) for what, effort in _pairs(wishes.efforts).items()}
    return Simulation(
        year=framework.year,
        what_if=what_if(framework, scores, changes, presumption()) if changes else None,
        reach=reach(framework, scores, _goal(framework, wishes), presumption(), efforts=efforts)
        if wishes.seeks
        else None,
    )


def _goal(framework: Framework, wishes: Wishes) -> Goal:
    """Give the goal asked for; without any, the year's pass mark for everything. Refuses GOAL where that is open."""
    goals = [goal_of_level(framework, wishes.level)] if wishes.level else []
    if wishes.goal or wishes.of or not goals:
        score = _score(wishes.goal) if wishes.goal else framework.pass_mark.overall
        if score is None:
            raise Refused("GOAL", f"ยังไม่ทราบค่าเป้าหมายของปี {framework.year} โปรดระบุด้วย --goal")
        goals.append(goal_of_score(framework, score, wishes.of or ("all",)))
    return joined(goals)


def _pairs(typed: Sequence[str]) -> Mapping[str, str]:
    """Part `O33=100` into name and figure. Refuses PAIR (no such form) and DUPLICATE."""
    pairs: dict[str, str] = {}
    for text in typed:
        what, sign, figure = text.rpartition("=")
        if not sign or not what.strip() or not figure.strip():
            raise Refused("PAIR", f"“{text}” ต้องเขียนเป็น ข้อ=ตัวเลข เช่น O33=100", value=text)
        if what.strip() in pairs:
            raise Refused("DUPLICATE", f"กำหนด {what.strip()} ไว้มากกว่าหนึ่งครั้ง", value=text)
        pairs[what.strip()] = figure.strip()
    return pairs


def _score(typed: str) -> Decimal:
    score = parse_score(typed).value
    if score is None:
        raise Refused("NUMBER", "ต้องเป็นตัวเลขคะแนน 0 ถึง 100", value=typed)
    return score


def _with_known(framework: Framework, scores: Scores, known: Mapping[str, str]) -> Scores:
    rows = [TypedRow(row, what, score) for row, (what, score) in enumerate(known.items(), 1)]
    entered = enter_scores(framework, rows, presumption())
    if entered.refusals:
        first = entered.refusals[0]
        raise Refused(first.rule, first.message, value=first.value)
    return overlaid(scores, replace(entered.scores, overall=None))
