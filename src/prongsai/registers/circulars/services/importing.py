"""Circulars or briefings from the office's own register: read, kept for review, taken in whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.ita.thai import compact
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Unit
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.files.waiting_lists import open_list, refuse_faults, removal_of
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.circulars.models import (
    Briefing,
    BriefingState,
    Circular,
    CircularState,
    ImportedCirculars,
    ListKind,
)
from prongsai.registers.circulars.reading import RegisterRow


@dataclass(frozen=True, slots=True)
class _Target:
    """Where the rows of a kind go. `fields`: for each field of the model that of the row; `day`: the model's day."""

    model: type[Circular] | type[Briefing]
    state: str
    keeper: str
    day: str
    fields: Mapping[str, str]
    deed: str


_COUNTED = {"subject": "subject", "register_asked": "asked", "register_done": "done"}
_TARGETS: dict[str, _Target] = {
    ListKind.CIRCULARS: _Target(
        Circular,
        CircularState.SENT,
        "sender",
        "sent",
        {**_COUNTED, "sent": "day", "paper_number": "number", "paper_day": "paper_day"},
        "circulars.imported",
    ),
    ListKind.BRIEFINGS: _Target(
        Briefing,
        BriefingState.HELD,
        "convener",
        "day",
        {name: name for name in ("day", "begins", "ends", "speakers", "guests")} | _COUNTED | {"place": "venue"},
        "circulars.briefings_imported",
    ),
}


@transaction.atomic
def accept_import(*, acting: Acting, waiting: ImportedCirculars, unit: Unit) -> list[Circular | Briefing]:
    """Take all rows of a register in, with its counts and without names; what is there already stays as it is.

    `unit` owns what names no unit, or one that is not known. Refuses Conflict, and nothing is taken in, where a row
    cannot be read, or the list was taken in or dropped before.
    """
    current = open_list(waiting)
    rows = [RegisterRow.of_json(told) for told in current.found]
    refuse_faults(rows)
    person, entered, target = acting.person, today(acting.agency), _TARGETS[current.kind]
    if person is None:
        raise Conflict(_("Your account belongs to nobody on the staff list, so nobody would be the sender."))
    units = {compact(each.name): each for each in Unit.objects.standing(entered)}
    always: dict[str, Any] = {target.keeper: person, "state": target.state, "entered": entered}
    always |= {"agency_id": current.agency_id, "made_by": acting.actor}
    taken: list[Circular | Briefing] = []
    for row in new_ones(rows, current.kind):
        said = {field: getattr(row, name) for field, name in target.fields.items()}
        made = target.model(**always, **said, unit=units.get(compact(row.unit), unit))
        made.save()
        taken.append(made)
    record(acting, target.deed, figures={current.kind: len(taken)})
    current.delete()
    return taken


def new_ones(rows: Sequence[RegisterRow], kind: str) -> list[RegisterRow]:
    """Give the rows to take in, each once: what was not called off, and is not in the register of that kind.

    Same subject on the same day is the same circular, or the same briefing.
    """
    target = _TARGETS[kind]
    told = target.model._default_manager.values_list("subject", target.day)
    known = {(compact(subject), day) for subject, day in told}
    found = []
    for row in rows:
        if row.stands and row.key not in known:
            known.add(row.key)
            found.append(row)
    return found


remove_old_imports = removal_of(ImportedCirculars)
