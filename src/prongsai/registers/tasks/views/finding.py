"""What the pages of this room fetch, as far as who asks may see it; and who may ask."""

from __future__ import annotations

from django.shortcuts import get_object_or_404

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Person, Unit
from prongsai.platform.agency.models.people import People
from prongsai.platform.agency.models.units import Units
from prongsai.platform.calendar.today import today
from prongsai.registers.tasks.models import Task, units_of

WRITERS = (Role.OFFICER, Role.UNIT_HEAD, Role.COORDINATOR)
READERS = (*WRITERS, Role.EXECUTIVE, Role.AUDITOR, Role.INVESTIGATOR)


def task_of(acting: Acting, task: int) -> Task:
    """Give a task, or 404."""
    tasks = Task.objects.visible_to(acting).select_related("person__unit", "unit", "recorded_for")
    return get_object_or_404(tasks, pk=task)


def units_to_ask(acting: Acting) -> Units:
    """Give the units to which somebody may give tasks: one's own, all for the coordinator."""
    units = Unit.objects.standing(today(acting.agency))
    return units if acting.has(Role.COORDINATOR) else units.filter(pk__in=units_of(acting))


def people_to_ask(acting: Acting) -> People:
    """Give the people to whom somebody may give tasks: oneself, a head the people of the unit, the coordinator all."""
    people = Person.objects.here(today(acting.agency)).select_related("unit")
    if acting.has(Role.COORDINATOR):
        return people
    if acting.has(Role.UNIT_HEAD):
        return people.filter(unit__in=units_of(acting))
    own = acting.person
    return people.filter(pk=own.pk if own else 0)


def people_to_record_for(acting: Acting, task: Task) -> People:
    """Give whose hand-in may be written down: who owes the task, or the people of its unit; the coordinator all."""
    people = Person.objects.here(today(acting.agency)).select_related("unit")
    return people if acting.has(Role.COORDINATOR) else people.filter(unit=task.owing_unit)
