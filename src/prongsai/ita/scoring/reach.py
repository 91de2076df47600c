"""The ways to a goal: the fewest places, the fewest points, the least effort. An internal estimate, no promise."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from prongsai.ita.catalogue.model import Framework
from prongsai.ita.scoring.effort import least_effort
from prongsai.ita.scoring.exact import as_decimal, shown
from prongsai.ita.scoring.goals import Gap, Goal, gaps
from prongsai.ita.scoring.names import called
from prongsai.ita.scoring.places import Need, Place, needs_of, places_of
from prongsai.ita.scoring.raising import fewest_points
from prongsai.ita.scoring.rules import Presumption
from prongsai.ita.scoring.scores import Scores
from prongsai.ita.scoring.standing import Standing, take_standing
from prongsai.ita.scoring.targets import Target, find_target
from prongsai.ita.scoring.what_if import WhatIf, priced
from prongsai.ita.thai.refusal import Refused

HARDEST = 10
"""The highest effort of a place: whole numbers from 1 keep the search exact and quick."""


@dataclass(frozen=True, slots=True)
class Route:
    """One way: how many places change, the points raised on their own scales, the effort, and what it all brings."""

    places: int
    points: Decimal
    effort: int
    result: WhatIf


@dataclass(frozen=True, slots=True)
class Reach:
    """Where a goal stands and the ways to it. All three ways hold no change where the goal is met already.

    `smallest` changes the fewest places, `cheapest` raises the fewest points, `easiest` takes the least effort as the
    caller gave it (None without efforts). None where the known scores cannot reach the goal, or none of it is known.
    `missing` names the parts of the goal that were left out; `notes` what else must happen or be known.
    """

    year: int
    gaps: tuple[Gap, ...]
    smallest: Route | None
    cheapest: Route | None
    easiest: Route | None
    missing: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def met(self) -> bool:
        """Whether every target of the goal is known and met."""
        return all(gap.lacking == 0 for gap in self.gaps)


def reach(
    framework: Framework,
    scores: Scores,
    goal: Goal,
    presumed: Presumption | None = None,
    *,
    efforts: Mapping[str, int] | None = None,
) -> Reach:
    """Find the ways to a goal (see `goal_of_score`, `goal_of_level`, `joined`). Exact, and minimal by proof.

    Questions and indicators are raised in steps of the year's last decimal, items from 0 to 100. Where several ways are
    equally good one is given; the smallest and the easiest raise no more than their choice of places needs.
    `efforts` gives what touching a place costs, by its code: whole numbers from 1 (also where none is given) to 10.
    Refuses EFFORT (another number), CONTRADICTION as `priced`, and what `find_target` refuses.
    """
    standing = take_standing(framework, scores, presumed)
    found = gaps(standing, goal)
    places = places_of(standing)
    needs = needs_of(standing, goal.least, places)
    if any(gap.kind != "eit_part" and gap.score is not None for gap in found):
        costs = _efforts(framework, places, efforts or {})
        smallest = _touching(standing, places, needs, costs, least_effort(places, needs, [1] * len(places)))
        cheapest = _touching(standing, places, needs, costs, range(len(places)))
        easiest = _touching(standing, places, needs, costs, least_effort(places, needs, costs)) if efforts else None
    else:
        smallest = cheapest = easiest = None
    used = [route for route in (smallest, cheapest, easiest) if route]
    notes = [*_beyond(found), *_in_jumps(framework, used), *_out_of_reach(smallest, found)]
    return Reach(
        framework.year, found, smallest, cheapest, easiest, tuple(_unknown(found)), tuple(dict.fromkeys(notes))
    )


def _efforts(framework: Framework, places: Sequence[Place], efforts: Mapping[str, int]) -> list[int]:
    """Give the effort of every place, 1 where none was given."""
    given: dict[Target, int] = {}
    for what, effort in efforts.items():
        named = find_target(framework, what)
        if not 1 <= effort <= HARDEST:
            raise Refused("EFFORT", f"ความยากของ {called(named)} ต้องเป็นจำนวนเต็ม 1 ถึง {HARDEST}", value=str(effort))
        given[Target(named.kind, named.key)] = effort
    return [given.get(place.target, 1) for place in places]


def _touching(
    standing: Standing,
    places: Sequence[Place],
    needs: Sequence[Need],
    costs: Sequence[int],
    chosen: Collection[int] | None,
) -> Route | None:
    """Give the way that raises fewest points with the chosen places only."""
    if chosen is None:
        return None
    numbers = sorted(chosen)
    position = {n: place for place, n in enumerate(numbers)}
    own = [
        Need(need.target, need.points, frozenset(position[n] for n in need.among if n in position)) for need in needs
    ]
    step = Fraction(1, 10**standing.framework.scoring.decimals)
    raised = fewest_points([places[n] for n in numbers], own, step)
    if raised is None:
        return None
    changed = {numbers[n]: amount for n, amount in sorted(raised.items())}
    result = priced(standing, {places[n].target: places[n].score + amount for n, amount in changed.items()})
    points = as_decimal(sum(changed.values(), Fraction(0)))
    return Route(len(changed), points, sum(costs[n] for n in changed), result)


def _unknown(found: Sequence[Gap]) -> Iterator[str]:
    for gap in found:
        if gap.score is None:
            yield f"ยังไม่ทราบ{_score_of(gap)} จึงยังบอกไม่ได้ว่าถึง {shown(gap.goal)} หรือไม่"


def _beyond(found: Sequence[Gap]) -> Iterator[str]:
    """Say which parts of the EIT fall short: no change of a question says what it does to one part."""
    for gap in found:
        if gap.kind == "eit_part" and gap.score is not None and gap.lacking:
            short = f"{_score_of(gap)} {shown(gap.score)} ต้องเพิ่มอีก {shown(gap.lacking)} ให้ถึง {shown(gap.goal)}"
            yield f"{short} ซึ่งยังคำนวณจากข้อคำถามหรือตัวชี้วัดไม่ได้ จึงไม่รวมอยู่ในแนวทางนี้"


def _in_jumps(framework: Framework, used: Sequence[Route]) -> Iterator[str]:
    for move in (move for route in used for move in route.result.changes):
        indicator = framework.indicator(int(move.code)) if move.kind == "indicator" else None
        if indicator and indicator.instrument == "OIT":
            jumps = "คะแนนจริงขยับเป็นขั้นตามข้อที่ได้หรือไม่ได้คะแนน"
            yield f"ตัวชี้วัดที่ {move.code} คิดทั้งตัวชี้วัดเพราะยังไม่ทราบผลครบทุกข้อ {jumps}"


def _out_of_reach(smallest: Route | None, found: Sequence[Gap]) -> Iterator[str]:
    if smallest is None and any(gap.lacking for gap in found if gap.kind != "eit_part"):
        yield "คะแนนที่ทราบยังไม่พอจะหาทางไปถึงเป้าหมายได้"


def _score_of(gap: Gap) -> str:
    if gap.kind == "overall":
        return gap.what
    return f"คะแนน{gap.what}" if gap.kind == "indicator" else f"คะแนน {gap.what}"
