"""How far the office has come in a year, as counts: each room tells its own, so that nobody need know the rooms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from prongsai.platform.modules.registry import Registry


@dataclass(frozen=True, slots=True)
class Standing:
    """Counts of one kind of work: `done` of `whole`, `late` by the office's own plan. Never whose.

    `key` names the kind once in the whole installation (`measures`); `label` names it in English (`Measures`),
    translated when shown; `states` counts by state (`ui.states`) where a room has states.
    """

    key: str
    label: str
    done: int
    whole: int
    late: int = 0
    states: Mapping[str, int] = field(default_factory=dict)


class StandingSource(Protocol):
    """A room that counts. `key` names it once in the whole installation."""

    key: str

    def standing(self, fiscal_year: int, today: date) -> Standing | None:
        """Give the counts of a year of the agency that speaks, None where the room has nothing of that year."""
        ...


def standings_of(fiscal_year: int, today: date, modules: Registry) -> list[Standing]:
    """Ask all rooms. A room that fails lets the asker fail: a count that is missing would be taken for none."""
    told = (source.standing(fiscal_year, today) for source in _sources(modules))
    return [standing for standing in told if standing is not None]


def _sources(modules: Registry) -> Iterable[StandingSource]:
    return (source for module in modules for source in module.standings)
