"""Tasks of a person who leaves go to a successor."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_noop

from prongsai.platform.agency.models import Person
from prongsai.platform.modules import OpenThing
from prongsai.registers.tasks.models import Task
from prongsai.registers.tasks.services.giving import hand_over_task


class TasksOfPerson:
    """Open tasks that a person owes."""

    key = "tasks"
    title = gettext_noop("Tasks")

    def open_things(self, person: int) -> Iterable[OpenThing]:
        """Give the open tasks of a person."""
        for task in Task.objects.open().filter(person=person):
            yield OpenThing(str(task.pk), task.title, "task", {"task": task.pk})

    def hand_over(self, thing: str, *, to: int, actor: str) -> None:
        """Give a task to a successor."""
        hand_over_task(task=Task.objects.get(pk=int(thing)), to=Person.objects.get(pk=to), actor=actor)
