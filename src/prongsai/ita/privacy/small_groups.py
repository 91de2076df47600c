"""Suppression of small groups: a count that could tell who it was is not shown, nor what would give it away."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TypeVar

K = TypeVar("K", bound=Hashable)


def suppress_small(counts: Mapping[K, int], below: int = 5) -> dict[K, int | None]:
    """Give the counts with those above 0 and under `below` hidden (None), safe beside a published total.

    What is hidden could be had from the total less what is shown. So, once anything is hidden, at least two cells are,
    and together they come to at least `below`: the next larger are hidden until that holds, or nothing is left to
    hide. A zero tells of nobody and stays, unless it is needed as a second hidden cell.
    Refuses with ValueError a negative count.
    """
    if any(count < 0 for count in counts.values()):
        raise ValueError("a count is never negative")
    hidden = {key for key, count in counts.items() if 0 < count < below}
    if hidden:
        for key in sorted(
            (key for key in counts if key not in hidden), key=lambda key: (counts[key] == 0, counts[key])
        ):
            if len(hidden) > 1 and sum(counts[entry] for entry in hidden) >= below:
                break
            hidden.add(key)
    return {key: None if key in hidden else count for key, count in counts.items()}
