"""Which places to touch so that every goal is met with the least effort: an exact search over all choices.

Whoever touches a place may raise it to 100, so a choice of places meets the goals if it does with all of them full.
Goals lie inside one another (an indicator in an instrument in the overall) or apart, and each wants "at least". So of
two choices in one group of places with the same effort, the one that brings more can stand in for the other everywhere:
one best choice for each effort is enough. Groups are merged goal by goal, from the inside; after each, the efforts at
which even the best choice misses the goal are dropped. With an effort of 1 everywhere this counts places.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import lcm
from typing import TypeAlias

from prongsai.ita.scoring.places import Need, Place

Choice: TypeAlias = tuple[int, int]
"""What a choice brings (in whole units common to all), and its places as bits."""
Table: TypeAlias = dict[int, Choice]
"""The best choice by its effort; an effort at which no choice meets the goals inside is left out."""


def least_effort(places: Sequence[Place], needs: Sequence[Need], efforts: Sequence[int]) -> frozenset[int] | None:
    """Give the places of a choice with the least effort that meets every need, or None where none does."""
    table = best_by_effort(places, needs, efforts)
    return numbers_of(table[min(table)]) if table else None


def best_by_effort(places: Sequence[Place], needs: Sequence[Need], efforts: Sequence[int]) -> Mapping[int, Choice]:
    """Give, for every effort at which all needs can be met, the choice of places that brings most."""
    unit = _common_unit(places, needs)
    tables: dict[frozenset[int], Table] = {
        frozenset([n]): {0: (0, 0), efforts[n]: (int(place.room * place.worth * unit), 1 << n)}
        for n, place in enumerate(places)
    }
    for need in needs:
        inside = [group for group in tables if group <= need.among]
        merged = _merged([tables.pop(group) for group in inside])
        wanted = need.points * unit
        tables[need.among] = {effort: best for effort, best in merged.items() if best[0] >= wanted}
    return _merged(list(tables.values()))


def _merged(tables: Sequence[Table]) -> Table:
    """Give the best choice by effort over groups that have no place in common."""
    whole: Table = {0: (0, 0)}
    for table in sorted(tables, key=len):
        wider: Table = {}
        for effort, (gain, chosen) in whole.items():
            for more, (extra, added) in table.items():
                found = wider.get(effort + more)
                if found is None or gain + extra > found[0]:
                    wider[effort + more] = (gain + extra, chosen | added)
        whole = wider
    return whole


def _common_unit(places: Sequence[Place], needs: Sequence[Need]) -> int:
    figures: list[Fraction] = [place.room * place.worth for place in places] + [need.points for need in needs]
    return lcm(*(figure.denominator for figure in figures))


def numbers_of(choice: Choice) -> frozenset[int]:
    """Give the places of a choice by number."""
    bits = choice[1]
    return frozenset(n for n in range(bits.bit_length()) if bits >> n & 1)
