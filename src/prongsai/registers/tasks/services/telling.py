"""Telling people of tasks: one by itself, and many at once in one notice each."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext_lazy, ngettext_lazy

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Agency, Person
from prongsai.platform.calendar.today import today
from prongsai.platform.notices.links import Link
from prongsai.platform.notices.services import Recipient, notify
from prongsai.registers.tasks.models import Task
from prongsai.registers.tasks.notice_kinds import HAND_IN, LIST

NAMED = 10
"""So many tasks are named in one notice; the page it leads to has them all."""


def tell(task: Task, *, to: Recipient | Sequence[Recipient], by: Acting | str) -> None:
    """Tell of one task."""
    notify(
        to=to,
        kind=HAND_IN,
        by=by,
        subject=gettext_lazy("A task for you: %(title)s") % {"title": task.title},
        link=Link("task", {"task": task.pk}),
        thing=task.pk,
        due=task.due,
    )


def tell_of_many(tasks: Sequence[Task], *, agency: Agency, by: Acting | str) -> None:
    """Tell everybody of the tasks that came in together: one notice for each person, however many there are.

    A task of a unit is told to all who work there. Those who owe the same tasks share a notice; who owes only one is
    told of it by its name, as when it is given by itself.
    """
    owed: dict[Person, list[Task]] = {}
    people = Person.objects.here(today(agency)).filter(unit__in={task.unit_id for task in tasks if task.unit_id})
    of_unit: dict[int, list[Person]] = {}
    for person in people:
        of_unit.setdefault(person.unit_id, []).append(person)
    for task in tasks:
        for person in [task.person] if task.person else of_unit.get(task.unit_id or 0, []):
            owed.setdefault(person, []).append(task)
    together: dict[tuple[int, ...], list[Person]] = {}
    for person, own in owed.items():
        together.setdefault(tuple(task.pk for task in own), []).append(person)
    by_number = {task.pk: task for task in tasks}
    for numbers, who in together.items():
        own = [by_number[number] for number in numbers]
        if len(own) == 1:
            tell(own[0], to=who, by=by)
        else:
            _tell_list(own, who, by)


def _tell_list(tasks: Sequence[Task], to: Sequence[Person], by: Acting | str) -> None:
    count = len(tasks)
    notify(
        to=list(to),
        kind=LIST,
        by=by,
        subject=ngettext_lazy("%(count)s task for you", "%(count)s tasks for you", count) % {"count": count},
        words="\n".join(task.title for task in tasks[:NAMED]),
        link=Link("my-tasks"),
        due=min((task.due for task in tasks if task.due), default=None),
    )
