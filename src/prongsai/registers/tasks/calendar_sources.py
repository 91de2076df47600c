"""Days of tasks for one's own calendar: those of all rooms, as the list has them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.notices.calendars import CalendarEntry
from prongsai.platform.notices.links import Link
from prongsai.registers.tasks.gathering import own_tasks

GIVEN = "tasks:task:"


class TaskDays:
    """Due days of what one owes, alone or with the unit."""

    key = "tasks.due"

    def entries(self, acting: Acting, since: date, until: date) -> Iterable[CalendarEntry]:
        """Give what is due between two days."""
        for each in own_tasks(acting).tasks:
            task = each.task
            if task.due is None or not since <= task.due <= until:
                continue
            if task.key.startswith(GIVEN):
                continue  # its follow-up is in the calendar already (`notices.due`)
            arguments = {name: _plain(value) for name, value in task.arguments.items()}
            yield CalendarEntry(task.key, task.title, task.due, link=Link(task.url_name, arguments))


def _plain(value: object) -> int | str:
    return value if isinstance(value, int) else str(value)


SOURCES = (TaskDays(),)
