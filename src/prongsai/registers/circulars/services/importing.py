"""Circulars from the office's own register: read, kept for review, taken in whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.ita.thai import compact, single_line
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Unit
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.circulars.models import Circular, CircularState, ImportedCirculars
from prongsai.registers.circulars.reading import RegisterRow

KEPT = timedelta(days=7)
"""A list that nobody looked through goes after a week."""


@transaction.atomic
def keep_import(*, acting: Acting, agency: int, file_name: str, rows: Sequence[RegisterRow]) -> ImportedCirculars:
    """Keep what a file was read as until somebody has looked through it."""
    return ImportedCirculars.objects.create(
        agency_id=agency,
        file_name=single_line(file_name)[:200],
        found=[row.as_json() for row in rows],
        made_by=acting.actor,
    )


@transaction.atomic
def accept_import(*, acting: Acting, waiting: ImportedCirculars, unit: Unit) -> list[Circular]:
    """Take all circulars of a register in, with its counts and without names; those that are there stay as they are.

    `unit` owns what names no unit, or one that is not known. Refuses Conflict, and nothing is taken in, where a row
    cannot be read, or the list was taken in or dropped before.
    """
    current = ImportedCirculars.objects.select_for_update().filter(pk=waiting.pk).first()
    if current is None:
        raise Conflict(_("This file was taken in or dropped before."))
    rows = [RegisterRow.of_json(told) for told in current.found]
    if any(row.faults for row in rows):
        raise Conflict(_("Some lines cannot be read. Mend the file and send it again: all is taken in, or nothing."))
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


@transaction.atomic
def drop_import(*, waiting: ImportedCirculars) -> None:
    """Take nothing of a list."""
    waiting.delete()


def new_ones(rows: Sequence[RegisterRow]) -> list[RegisterRow]:
    """Give the rows that are not in the register, each once: same subject on the same day is the same circular."""
    known = {(compact(subject), sent) for subject, sent in Circular.objects.values_list("subject", "sent")}
    found = []
    for row in rows:
        if row.key not in known:
            known.add(row.key)
            found.append(row)
    return found


def remove_old_imports(now: datetime) -> int:
    """Remove lists that nobody looked through within a week; give how many."""
    return ImportedCirculars.objects.filter(made__lt=now - KEPT).delete()[0]
