"""Decisions from the office's own list: read, kept for review, taken in whole under an item or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.ita.thai import single_line
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Person, Unit
from prongsai.platform.audit.services import record
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.meetings.models import AgendaItem, Decision, ImportedDecisions
from prongsai.registers.meetings.services.deciding import decide
from prongsai.registers.meetings.sheet import DecisionRow

KEPT = timedelta(days=7)
"""An import that nobody looked through goes after a week."""


@transaction.atomic
def keep_import(*, acting: Acting, item: AgendaItem, file_name: str, rows: Sequence[DecisionRow]) -> ImportedDecisions:
    """Keep what a list was read as until somebody has looked through it."""
    return ImportedDecisions.objects.create(
        agency_id=item.agency_id,
        item=item,
        file_name=single_line(file_name)[:200],
        found=[row.as_json() for row in rows],
        made_by=acting.actor,
    )


@transaction.atomic
def accept_import(*, acting: Acting, waiting: ImportedDecisions) -> list[Decision]:
    """Make decisions of all rows. Refuses Conflict, and nothing is taken in, where one cannot be taken."""
    current = ImportedDecisions.objects.select_for_update().filter(pk=waiting.pk).first()
    if current is None:
        raise Conflict(_("This file was taken in or dropped before."))
    rows = [DecisionRow.of_json(told) for told in current.found]
    if blocked := [row for row in rows if row.faults]:
        raise Conflict(_("Nothing was taken in: %(names)s") % {"names": ", ".join(row.title for row in blocked)})
    item = AgendaItem.objects.select_related("meeting__group").get(pk=current.item_id)
    taken = [_taken(row, acting, item) for row in rows]
    record(acting, "meetings.imported", thing=item, figures={"decisions": len(taken)})
    current.delete()
    return taken


@transaction.atomic
def drop_import(*, waiting: ImportedDecisions) -> None:
    """Take nothing of an import."""
    waiting.delete()


def remove_old_imports(now: datetime) -> int:
    """Remove imports that nobody looked through within a week; give how many."""
    return ImportedDecisions.objects.filter(made__lt=now - KEPT).delete()[0]


def _taken(row: DecisionRow, acting: Acting, item: AgendaItem) -> Decision:
    assert row.due is not None  # a row without a day has a fault
    person = Person.objects.filter(pk=row.person).first() if row.person else None
    unit = Unit.objects.filter(pk=row.unit).first() if row.unit else None
    return decide(acting=acting, item=item, what=row.what, due=row.due, person=person, unit=unit)
