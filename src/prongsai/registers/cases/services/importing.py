"""Cases from an older register: read, kept for review, taken in whole or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Agency, Unit
from prongsai.platform.audit.services import record
from prongsai.platform.files.waiting_lists import open_list, removal_of
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.cases.models import Case, EntryKind, ImportedCases
from prongsai.registers.cases.older_register import OldCase
from prongsai.registers.cases.services.moving import move
from prongsai.registers.cases.services.receiving import Asker, HandedIn, receive
from prongsai.registers.cases.services.writing import add_entry
from prongsai.registers.cases.states import CaseState, Channel

KIND = "general"


@transaction.atomic
def accept_import(*, acting: Acting, agency: Agency, waiting: ImportedCases) -> int:
    """Take all rows in as general requests of the unit; give how many. Ended ones come in ended.

    Refuses Conflict, and nothing is taken in, where one cannot be taken: a fault, or a case that is there already.
    """
    current = open_list(waiting)
    rows = [OldCase.of_json(told) for told in current.found]
    if blocked := blocking(rows):
        places = ", ".join(str(row.place) for row in blocked)
        raise Conflict(_("Nothing was taken in. Rows in the way: %(rows)s") % {"rows": places})
    for row in rows:
        _take(row, acting, agency, current.unit)
    record(acting, "cases.imported", figures={"cases": len(rows)})
    current.delete()
    return len(rows)


def blocking(rows: Sequence[OldCase]) -> list[OldCase]:
    """Give the rows that keep a list out: with a fault, told twice, or in the register already."""
    subjects = {row.subject for row in rows}
    there = Case.objects.filter(subject__in=subjects).values_list("received_on", "subject", "asker_name")
    known, counts = set(there), Counter(row.key for row in rows)
    return [row for row in rows if row.faults or row.key in known or counts[row.key] > 1]


remove_old_imports = removal_of(ImportedCases)


def _take(row: OldCase, acting: Acting, agency: Agency, unit: Unit) -> None:
    handed = HandedIn(
        kind=KIND,
        channel=Channel(row.channel),
        subject=row.subject,
        unit=unit,
        asker=Asker(row.asker_name, row.asker_phone),
        received_on=row.received_on,
        also_found_by=row.number,
    )
    case = receive(acting=acting, agency=agency, told=handed).case
    if row.number:
        told = _("Number in the older register: %(number)s") % {"number": row.number}
        add_entry(case, EntryKind.NOTE, acting, case.entered_on, words=told)
    if row.closed_on:
        result = row.result or _("The older register does not tell the result.")
        move(acting=acting, case=case, to=CaseState.FINISHED, words=result, day=row.closed_on)
