"""Where it is shown what became of a year's result: told by a later room, so that no earlier one names it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from prongsai.office.rounds.models import Round


def nowhere(_found: Round) -> str:
    """Give no address: no room shows it."""
    return ""


@dataclass
class AnsweredAt:
    """The page that shows the ways from a result to what was done. `of_result` gives its address, "" without one.

    The address takes a question, an item or an indicator of that result as `?weak=`.
    """

    of_result: Callable[[Round], str] = nowhere


answered_at = AnsweredAt()
"""The page of the installation."""
