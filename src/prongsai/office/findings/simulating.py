"""The simulator: what other scores would bring, and the ways to a goal. An internal estimate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from prongsai.ita.catalogue import Framework
from prongsai.ita.scoring import (
    Goal,
    Presumption,
    Reach,
    Scores,
    WhatIf,
    goal_of_level,
    goal_of_score,
    joined,
    price_list,
    reach,
    what_if,
)
from prongsai.ita.scoring.names import called
from prongsai.ita.scoring.targets import Target

LONGEST_NAME = 70


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a person asks: new scores by code, the least overall wanted, a level wanted."""

    changes: Mapping[str, Decimal]
    goal: Decimal | None = None
    level: str = ""

    @property
    def seeks(self) -> bool:
        """Whether a way is sought."""
        return self.goal is not None or bool(self.level)


@dataclass(frozen=True, slots=True)
class Simulation:
    """The answers; None where that was not asked."""

    what_if: WhatIf | None
    reach: Reach | None


def simulate(framework: Framework, scores: Scores, wishes: Wishes, presumed: Presumption) -> Simulation:
    """Answer a person's wishes. Refuses what `what_if` and `reach` refuse, in Thai."""
    changed = what_if(framework, scores, wishes.changes, presumed) if wishes.changes else None
    found = reach(framework, scores, _goal(framework, wishes), presumed) if wishes.seeks else None
    return Simulation(changed, found)


def places(framework: Framework, scores: Scores, presumed: Presumption) -> list[tuple[str, str]]:
    """Give the places where points were lost, dearest first, each by its code and its words."""
    found = []
    for price in price_list(framework, scores, presumed):
        if price.points:
            name = (price.name or "")[:LONGEST_NAME]
            words = f"{called(Target(price.kind, price.code))} {name}".strip()
            found.append((price.code, f"{words} ({price.score:.2f})"))
    return found


def _goal(framework: Framework, wishes: Wishes) -> Goal:
    goals = [goal_of_level(framework, wishes.level)] if wishes.level else []
    if wishes.goal is not None:
        goals.append(goal_of_score(framework, wishes.goal, ("overall",)))
    return joined(goals)
