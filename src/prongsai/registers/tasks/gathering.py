"""What is to be done, from all rooms. One broken room silences nobody else, and is named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Person, Unit
from prongsai.platform.calendar.today import today
from prongsai.platform.modules import Registry, TaskSource, registry
from prongsai.platform.modules import Task as OpenTask
from prongsai.registers.tasks.hearing import hear
from prongsai.registers.tasks.models import SEES_ALL, units_of


@dataclass(frozen=True, slots=True)
class Listed:
    """A task in the list: the room it comes from (English source), where it is done, who owes it."""

    task: OpenTask
    room: str
    address: str
    owner: str
    unit: int | None
    unit_name: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class Gathered:
    """The tasks found, late and near ones first, and the titles of the rooms that could not tell theirs."""

    tasks: tuple[Listed, ...]
    silent: tuple[str, ...]

    def until(self, day: date) -> list[Listed]:
        """Give those that are due until a day, late ones included."""
        return [each for each in self.tasks if each.task.due is not None and each.task.due <= day]


def gather_tasks(
    on: date, *, person: int | None = None, units: frozenset[int] = frozenset(), modules: Registry = registry
) -> Gathered:
    """Ask every room for what is open for a person and units, with neither for all of the agency that speaks."""
    sources = ((module.title, source) for module in modules for source in module.tasks)
    heard = hear(sources, lambda source: _told(source, on, person, units))
    found = [(room, task, address) for room, _, told in heard.answers for task, address in told]
    found.sort(key=lambda one: (one[1].due is None, one[1].due or on, one[1].title, one[1].key))
    return Gathered(tuple(_listed(found, on)), heard.silent)


def own_tasks(acting: Acting, *, modules: Registry = registry) -> Gathered:
    """Give what is open for somebody alone or with the unit."""
    person, units = acting.person, units_of(acting)
    if acting.agency is None or not (person or units):
        return Gathered((), ())
    return gather_tasks(today(acting.agency), person=person.pk if person else None, units=units, modules=modules)


def seen_tasks(acting: Acting, *, modules: Registry = registry) -> Gathered:
    """Give what is open and somebody's to know.

    All for who looks after the whole, the unit's and its people's for a head, for others their own.
    """
    if acting.agency is None:
        return Gathered((), ())
    if acting.has(*SEES_ALL):
        return gather_tasks(today(acting.agency), modules=modules)
    if acting.has(Role.UNIT_HEAD):
        return part_of_head(acting, gather_tasks(today(acting.agency), modules=modules))
    return own_tasks(acting, modules=modules)


def part_of_head(acting: Acting, whole: Gathered) -> Gathered:
    """Give of all tasks those of the units of a head, of their people, and the head's own."""
    units, own = units_of(acting), acting.person
    mine = [each for each in whole.tasks if each.unit in units or (own and each.task.person == own.pk)]
    return Gathered(tuple(mine), whole.silent)


def end_of_week(day: date) -> date:
    """Give the Sunday of the week of a day."""
    return day + timedelta(days=6 - day.weekday())


def _told(source: TaskSource, on: date, person: int | None, units: frozenset[int]) -> list[tuple[OpenTask, str]]:
    """Give a room's tasks with their addresses."""
    told = source.open_tasks(on, person=person, units=units)
    return [(task, reverse(task.url_name, kwargs=dict(task.arguments) or None)) for task in told]


def _listed(found: Sequence[tuple[str, OpenTask, str]], on: date) -> Iterable[Listed]:
    people = Person.objects.select_related("unit").in_bulk({task.person for _, task, _ in found if task.person})
    units = Unit.objects.in_bulk({task.unit for _, task, _ in found if task.unit})
    for room, task, address in found:
        person = people.get(task.person or 0)
        unit = units.get(task.unit or 0) or (person.unit if person else None)
        owner = str(person or unit or "")
        pk, name = (unit.pk, unit.name) if unit else (None, "")
        yield Listed(task, room, address, owner, pk, name, task.is_late(on))
