"""Tasks from an office's own list: read, kept for review, given all or none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.ita.thai import compact, single_line
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Agency, Person, Unit
from prongsai.platform.audit.services import record
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.tasks.models import ImportedTasks, Task
from prongsai.registers.tasks.services.giving import Asked, give_task
from prongsai.registers.tasks.sheet import TaskRow

KEPT = timedelta(days=7)
"""A list that nobody looked through goes after a week."""


@transaction.atomic
def keep_import(*, acting: Acting, agency: Agency, file_name: str, rows: Sequence[TaskRow]) -> ImportedTasks:
    """Keep what a list was read as until somebody has looked through it."""
    return ImportedTasks.objects.create(
        agency=agency,
        unit_id=acting.person.unit_id if acting.person else None,
        file_name=single_line(file_name)[:200],
        found=[row.as_json() for row in rows],
        made_by=acting.actor,
    )


@transaction.atomic
def accept_import(*, acting: Acting, waiting: ImportedTasks, owners: Mapping[str, Person | Unit]) -> list[Task]:
    """Give all tasks of a list; open ones that are the same, and those of other rooms, are left as they are.

    `owners` are those to whom `acting` may give tasks, by key. Refuses Conflict, and nothing is given, where a row
    cannot be read, names somebody else, or the list was taken in or dropped before.
    """
    current = ImportedTasks.objects.select_for_update(of=("self",)).select_related("agency").filter(pk=waiting.pk)
    found = current.first()
    if found is None:
        raise Conflict(_("This file was taken in or dropped before."))
    rows = [TaskRow.of_json(told) for told in found.found]
    if any(row.faults for row in rows):
        raise Conflict(_("Some lines cannot be read. Mend the file and send it again: all is taken in, or nothing."))
    new = new_ones(rows)
    if barred := sorted({row.owner for row in new if row.asked not in owners}):
        raise Conflict(_("You may not give tasks to %(names)s.") % {"names": ", ".join(barred)})
    given = [
        give_task(
            acting=acting,
            agency=found.agency,
            asked=Asked(title=row.title, owner=owners[row.asked], due=row.due, details=row.details),
        )
        for row in new
    ]
    record(acting, "tasks.imported", figures={"tasks": len(given)})
    found.delete()
    return given


@transaction.atomic
def drop_import(*, waiting: ImportedTasks) -> None:
    """Take nothing of a list."""
    waiting.delete()


def new_ones(rows: Sequence[TaskRow]) -> list[TaskRow]:
    """Give the rows of this room that are not open already, each once; and all that cannot be taken."""
    told = Task.objects.open().values_list("title", "person", "unit", "due")
    known = {
        (compact(title), f"person-{person}" if person else f"unit-{unit}", due) for title, person, unit, due in told
    }
    found = []
    for row in rows:
        if row.faults or (not row.elsewhere and row.key not in known):
            known.add(row.key)
            found.append(row)
    return found


def remove_old_imports(now: datetime) -> int:
    """Remove lists that nobody looked through within a week; give how many."""
    return ImportedTasks.objects.filter(made__lt=now - KEPT).delete()[0]
