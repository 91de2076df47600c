"""Taking over the office's older register of submissions: kept for review, taken in whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from prongsai.ita.thai import compact
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Unit
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.files.waiting_lists import open_list, refuse_faults, removal_of
from prongsai.registers.approvals.models import ImportedSubmissions, TakenOver
from prongsai.registers.approvals.sheet import OldEntry

FIELDS = ("number", "day", "subject", "sender", "receiver", "decision", "decision_number", "decided")


@transaction.atomic
def accept_register(*, acting: Acting, waiting: ImportedSubmissions, unit: Unit) -> list[TakenOver]:
    """Take all lines of a register over; lines that are there, or of this system, are left as they are.

    They become entries of the older register, never submissions: nobody is asked, nothing counts as decided here.
    `unit` owns what names no unit, or one that is not known. Refuses Conflict, and nothing is taken over, where a line
    cannot be read, or the list was taken in or dropped before.
    """
    current = open_list(waiting)
    entries = [OldEntry.of_json(told) for told in current.found]
    refuse_faults(entries)
    entered = today(acting.agency)
    units = {compact(each.name): each for each in Unit.objects.standing(entered)}
    taken = []
    for entry in new_entries(entries):
        told = {name: getattr(entry, name) for name in FIELDS}
        owner = units.get(compact(entry.unit), unit)
        made = TakenOver(
            agency_id=current.agency_id, unit=owner, entered=entered, made_by=acting.actor, **told
        )  # fmt: skip
        made.keep_key()
        taken.append(made)
    TakenOver.objects.bulk_create(taken)
    record(acting, "approvals.taken_over", figures={"entries": len(taken)})
    current.delete()
    return taken


def new_entries(entries: Sequence[OldEntry]) -> list[OldEntry]:
    """Give the lines that are neither of this system nor taken over yet, each once; and all that cannot be taken."""
    there = TakenOver.objects.values_list("number", "subject", "day")
    known: set[tuple[str, str, date | None]] = {
        (compact(number), compact(subject), day) for number, subject, day in there
    }
    found = []
    for entry in entries:
        if entry.faults or (not entry.here and entry.key not in known):
            known.add(entry.key)
            found.append(entry)
    return found


remove_old_registers = removal_of(ImportedSubmissions)
