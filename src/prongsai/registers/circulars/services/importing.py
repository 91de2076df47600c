"""Circulars from the office's own register: read, kept for review, taken in whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.ita.thai import compact
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Unit
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.files.waiting_lists import open_list, refuse_faults, removal_of
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.circulars.models import Circular, CircularState, ImportedCirculars
from prongsai.registers.circulars.reading import RegisterRow


@transaction.atomic
def accept_import(*, acting: Acting, waiting: ImportedCirculars, unit: Unit) -> list[Circular]:
    """Take all circulars of a register in, with its counts and without names; those that are there stay as they are.

    `unit` owns what names no unit, or one that is not known. Refuses Conflict, and nothing is taken in, where a row
    cannot be read, or the list was taken in or dropped before.
    """
    current = open_list(waiting)
    rows = [RegisterRow.of_json(told) for told in current.found]
    refuse_faults(rows)
    person, entered = acting.person, today(acting.agency)
    if person is None:
        raise Conflict(_("Your account belongs to nobody on the staff list, so nobody would be the sender."))
    units = {compact(each.name): each for each in Unit.objects.standing(entered)}
    taken = []
    for row in new_ones(rows):
        circular = Circular(
            agency_id=current.agency_id,
            subject=row.subject,
            unit=units.get(compact(row.unit), unit),
            state=CircularState.SENT,
            sender=person,
            sent=row.sent,
            entered=entered,
            paper_number=row.number,
            paper_day=row.paper_day,
            register_asked=row.asked,
            register_done=row.done,
            made_by=acting.actor,
        )
        circular.save()
        taken.append(circular)
    record(acting, "circulars.imported", figures={"circulars": len(taken)})
    current.delete()
    return taken


def new_ones(rows: Sequence[RegisterRow]) -> list[RegisterRow]:
    """Give the rows that are not in the register, each once: same subject on the same day is the same circular."""
    known = {(compact(subject), sent) for subject, sent in Circular.objects.values_list("subject", "sent")}
    found = []
    for row in rows:
        if row.key not in known:
            known.add(row.key)
            found.append(row)
    return found


remove_old_imports = removal_of(ImportedCirculars)
