"""The tasks that people gave, for the list of all tasks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from prongsai.platform.modules import Task as OpenTask
from prongsai.registers.tasks.models import Task


class GivenTasks:
    """Open tasks of this room."""

    key = "tasks"

    def open_tasks(
        self,
        today: date,  # noqa: ARG002 - what is open is open on every day
        *,
        person: int | None = None,
        units: frozenset[int] = frozenset(),
    ) -> Iterable[OpenTask]:
        """Give the open tasks of a person and of units, or all."""
        tasks = Task.objects.open()
        if person is not None or units:
            tasks = tasks.filter(Q(person=person) & Q(person__isnull=False) | Q(unit__in=units))
        for task in tasks:
            yield OpenTask(
                key=f"tasks:task:{task.pk}",
                title=task.title,
                url_name="task",
                arguments={"task": task.pk},
                due=task.due,
                person=task.person_id,
                unit=task.unit_id,
                by_link=True,
            )
