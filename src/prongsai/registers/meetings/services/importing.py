"""Decisions from the office's own list: read, kept for review, taken in whole under an item or not at all."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Person, Unit
from prongsai.platform.audit.services import record
from prongsai.platform.files.waiting_lists import open_list, removal_of
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.meetings.models import AgendaItem, Decision, ImportedDecisions
from prongsai.registers.meetings.services.deciding import decide
from prongsai.registers.meetings.sheet import DecisionRow


@transaction.atomic
def accept_import(*, acting: Acting, waiting: ImportedDecisions) -> list[Decision]:
    """Make decisions of all rows. Refuses Conflict, and nothing is taken in, where one cannot be taken."""
    current = open_list(waiting)
    rows = [DecisionRow.of_json(told) for told in current.found]
    if blocked := [row for row in rows if row.faults]:
        raise Conflict(_("Nothing was taken in: %(names)s") % {"names": ", ".join(row.title for row in blocked)})
    item = AgendaItem.objects.select_related("meeting__group").get(pk=current.item_id)
    taken = [_taken(row, acting, item) for row in rows]
    record(acting, "meetings.imported", thing=item, figures={"decisions": len(taken)})
    current.delete()
    return taken


remove_old_imports = removal_of(ImportedDecisions)


def _taken(row: DecisionRow, acting: Acting, item: AgendaItem) -> Decision:
    assert row.due is not None  # a row without a day has a fault
    person = Person.objects.filter(pk=row.person).first() if row.person else None
    unit = Unit.objects.filter(pk=row.unit).first() if row.unit else None
    return decide(acting=acting, item=item, what=row.what, due=row.due, person=person, unit=unit)
