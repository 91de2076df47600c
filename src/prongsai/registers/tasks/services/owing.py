"""What units owe, for papers of other rooms."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from prongsai.registers.tasks.gathering import gather_tasks


@dataclass(frozen=True, slots=True)
class OwedByUnit:
    """Something a unit, or one of its people, is to do: names of units only, never of people."""

    unit: str
    what: str
    due: date | None


def owed_by_units(on: date, *, of: Collection[str]) -> list[OwedByUnit]:
    """Give what is open in the agency that speaks, by unit, the nearest day first.

    `of`: the first words of the keys of tasks that are wanted (`tasks`, `meetings`), which are the rooms they are of.
    """
    wanted = [each for each in gather_tasks(on).tasks if each.unit and each.task.key.partition(":")[0] in of]
    return sorted(
        (OwedByUnit(each.unit_name, each.task.title, each.task.due) for each in wanted),
        key=lambda owed: (owed.unit, owed.due is None, owed.due or on),
    )
