"""Tasks from an office's own list: read, kept for review, given all or none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.ita.thai import compact
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Person, Unit
from prongsai.platform.audit.services import record
from prongsai.platform.files.waiting_lists import open_list, refuse_faults, removal_of
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.tasks.models import ImportedTasks, Task
from prongsai.registers.tasks.services.giving import Asked, give_task, remind
from prongsai.registers.tasks.services.telling import tell_of_many
from prongsai.registers.tasks.sheet import TaskRow


@transaction.atomic
def accept_import(*, acting: Acting, waiting: ImportedTasks, owners: Mapping[str, Person | Unit]) -> list[Task]:
    """Give all tasks of a list, and tell each person once; what is open already, and of other rooms, stays as it is.

    `owners` are those to whom `acting` may give tasks, by key. Refuses Conflict, and nothing is given, where a row
    cannot be read, names somebody else, or the list was taken in or dropped before.
    """
    found = open_list(waiting)
    rows = [TaskRow.of_json(told) for told in found.found]
    refuse_faults(rows)
    new = new_ones(rows)
    if barred := sorted({row.owner for row in new if row.asked not in owners}):
        raise Conflict(_("You may not give tasks to %(names)s.") % {"names": ", ".join(barred)})
    given = [
        give_task(
            acting=acting,
            agency=found.agency,
            asked=Asked(title=row.title, owner=owners[row.asked], due=row.due, details=row.details),
            tell=False,
        )
        for row in new
    ]
    for task in given:
        remind(task, by=acting)
    tell_of_many(given, agency=found.agency, by=acting)
    record(acting, "tasks.imported", figures={"tasks": len(given)})
    found.delete()
    return given


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


remove_old_imports = removal_of(ImportedTasks)
