"""Whose turn it is: pure rules over who leads at which height.

Nobody acts on what they wrote, nobody twice on one submission; acting and double posts go to the next higher. Opinions
stay below who decides; an opinion that only who decides could give falls away.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from prongsai.platform.agency.line import RUNGS
from prongsai.platform.agency.models import Standing


@dataclass(frozen=True, slots=True)
class Route:
    """By whose post each thing is done: an opinion that nobody gives is None; a decision of None leaves the agency."""

    opinions: tuple[Standing | None, ...]
    decision: Standing | None


def find_route(
    opinions: Sequence[Standing], decides: Standing, leaders: Mapping[Standing, int], barred: Collection[int]
) -> Route:
    """Give the route. `leaders` are the numbers of the persons who lead at each height, a vacant one left out.

    `barred` are the persons who wrote or submitted the thing, or gave an opinion on it before.
    """
    taken = set(barred)
    decision = _first_free(RUNGS[decides.rank - 1 :], leaders, taken)
    found: list[Standing | None] = []
    for asked in opinions:
        rung = _first_free(RUNGS[asked.rank - 1 : decides.rank - 1], leaders, taken)
        if rung and decision and leaders[rung] == leaders[decision]:
            above = _first_free(RUNGS[decision.rank :], leaders, {*taken, leaders[rung]})
            rung, decision = (rung, above) if above else (None, decision)
        if rung:
            taken.add(leaders[rung])
        found.append(rung)
    return Route(tuple(found), decision)


def _first_free(rungs: Sequence[Standing], leaders: Mapping[Standing, int], taken: Collection[int]) -> Standing | None:
    return next((rung for rung in rungs if rung in leaders and leaders[rung] not in taken), None)
