"""What is to be done: each room tells its own, one list shows all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do by a person or a unit of the agency that speaks.

    `key` names it for good (`meetings:decision:17`); `url_name` and `arguments` lead to the page where it is done;
    `person` and `unit` are ids, one of them given; `by_link` says that a personal link opens that page. `told_at_home`:
    the room itself says on the home page what is awaited from the unit, and this is counted there.
    """

    key: str
    title: str
    url_name: str
    arguments: Mapping[str, object] = field(default_factory=dict)
    due: date | None = None
    person: int | None = None
    unit: int | None = None
    about: str = ""
    by_link: bool = False
    told_at_home: bool = False

    def is_late(self, today: date) -> bool:
        """Say whether its day has passed."""
        return self.due is not None and self.due < today


class TaskSource(Protocol):
    """A room that gives tasks. `key` names it once in the whole installation."""

    key: str

    def open_tasks(
        self, today: date, *, person: int | None = None, units: frozenset[int] = frozenset()
    ) -> Iterable[Task]:
        """Give what is open for a person and these units; with neither, all that is open in the agency that speaks."""
        ...
