"""How to meet every goal with the fewest points raised, counted on the places' own scales: exact.

Scores are raised in steps of the last decimal that the year prints (0.01); the last step may be cut short at 100 and
still counts as one. An item is 100 points at once. Why the answer is the least:

1. Every item costs the same 100 points and items stand under one instrument only. So for each number of items the
   choice that brings most, among those that meet the goals of items alone, can stand in for all others (see `effort`).
2. With the items set, every step costs the same, and the steps of one place never bring more than those before them.
   Goals lie inside one another or apart. Then taking, from the inside outward, the steps that bring most until each
   goal is met uses the fewest steps: under each goal the gain by number of steps is concave, and merging goals and
   cutting off what misses them keep it so.
3. All numbers of items are tried until the items alone cost more than the best answer found.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from prongsai.ita.scoring.effort import best_by_effort, numbers_of
from prongsai.ita.scoring.exact import HUNDRED
from prongsai.ita.scoring.places import Need, Place


@dataclass(frozen=True, slots=True)
class Run:
    """Steps of one place that bring the same each. `before` counts the steps of the place that come first."""

    place: int
    gain: Fraction
    before: int
    count: int


def fewest_points(places: Sequence[Place], needs: Sequence[Need], step: Fraction) -> dict[int, Fraction] | None:
    """Give by how much to raise which places (by number), or None where the needs cannot be met."""
    runs = _runs(places, step)
    best: tuple[int, int, dict[int, Fraction]] | None = None
    for items in _item_choices(places, needs):
        cost = len(items) * ceil(HUNDRED / step)
        if best and cost > best[0]:
            break
        steps = _fewest_steps(places, needs, items, runs)
        if steps is None:
            continue
        cost += sum(steps.values())
        touched = len(items) + len(steps)
        if best is None or (cost, touched) < best[:2]:
            raised = {n: min(count * step, places[n].room) for n, count in steps.items()}
            best = (cost, touched, raised | {n: places[n].room for n in items})
    return best[2] if best else None


def _item_choices(places: Sequence[Place], needs: Sequence[Need]) -> list[frozenset[int]]:
    """Give the best choice of items for each number of items that meets the needs of items alone, fewest first."""
    numbers = [n for n, place in enumerate(places) if place.all_or_nothing]
    position = {n: place for place, n in enumerate(numbers)}
    own = [
        Need(need.target, need.points, frozenset(position[n] for n in need.among))
        for need in needs
        if all(n in position for n in need.among)
    ]
    best = best_by_effort([places[n] for n in numbers], own, [1] * len(numbers))
    return [frozenset(numbers[n] for n in numbers_of(best[count])) for count in sorted(best)]


def _runs(places: Sequence[Place], step: Fraction) -> list[Run]:
    """Give all steps, those that bring most first; among equals the lowest score first, so that few places change."""
    runs: list[Run] = []
    for n, place in enumerate(places):
        if not place.all_or_nothing:
            whole = place.room // step
            rest = place.room - whole * step
            runs += [Run(n, step * place.worth, 0, whole)] if whole else []
            runs += [Run(n, rest * place.worth, whole, 1)] if rest else []
    return sorted(runs, key=lambda run: (-run.gain, -places[run.place].room, run.place))


def _fewest_steps(
    places: Sequence[Place], needs: Sequence[Need], items: frozenset[int], runs: Sequence[Run]
) -> dict[int, int] | None:
    """Take the fewest steps that meet every need beside the items chosen, need by need from the inside."""
    taken: dict[int, int] = {}
    for need in needs:
        lacking = need.points - sum((places[n].room * places[n].worth for n in items if n in need.among), Fraction(0))
        lacking -= _gained(taken, need.among, runs)
        for run in runs:
            if lacking <= 0:
                break
            free = run.count - max(taken.get(run.place, 0) - run.before, 0)
            if run.place in need.among and free > 0:
                steps = min(free, ceil(lacking / run.gain))
                taken[run.place] = taken.get(run.place, 0) + steps
                lacking -= steps * run.gain
        if lacking > 0:
            return None
    return taken


def _gained(taken: Mapping[int, int], among: frozenset[int], runs: Sequence[Run]) -> Fraction:
    return sum(
        (
            run.gain * min(max(taken[run.place] - run.before, 0), run.count)
            for run in runs
            if run.place in taken and run.place in among
        ),
        Fraction(0),
    )
