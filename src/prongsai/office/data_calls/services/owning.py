"""Who hands in which item: as written down, as it was in an earlier year, or as the catalogue proposes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.db import transaction

from prongsai.office.data_calls.models import ItemOwner
from prongsai.office.data_calls.proposing import proposed_unit
from prongsai.office.rounds.models import Round
from prongsai.office.rounds.services import code_now
from prongsai.office.rounds.services.standing import open_one
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Person, Unit
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today


class From(StrEnum):
    """How it is known who hands an item in."""

    WRITTEN = "written"
    EARLIER = "earlier"
    PROPOSED = "proposed"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Owned:
    """An item of the year and who hands it in. `gone` names a unit or officer of before that is not there any more.

    `duty` says in the words of the catalogue what work the item belongs to, `period` of which year its content is.
    """

    code: str
    title: str
    unit: Unit | None
    officer: Person | None
    known: From
    duty: str = ""
    gone: str = ""
    period: str = ""


def owners_of(found: Round) -> list[Owned]:
    """Give every item of a year with who hands it in: written down, else of an earlier year, else proposed."""
    framework, day = found.framework, today(found.agency)
    units = list(Unit.objects.standing(day))
    kept = _kept(found)
    told = []
    for item in framework.items:
        title = item.title or item.candidate_title or ""
        proposed, duty = proposed_unit(framework, item.code, units)
        row = kept.get(item.code)
        if row and row.unit.is_standing(day):
            officer = row.officer if row.officer and row.officer.is_here(day) else None
            gone = "" if officer or not row.officer else str(row.officer)
            known = From.WRITTEN if row.noted_in == found.codes_year else From.EARLIER
            told.append(Owned(item.code, title, row.unit, officer, known, duty, gone, item.period or ""))
        else:
            known = From.PROPOSED if proposed else From.NOBODY
            gone = row.unit.name if row else ""
            told.append(Owned(item.code, title, proposed, None, known, duty, gone, item.period or ""))
    return told


@transaction.atomic
def set_owners(*, acting: Acting, found: Round, owners: Mapping[str, Unit | Person | None]) -> int:
    """Write down who hands in which item of a year, by code; give how many were changed.

    None leaves an item to nobody again. Codes that the year has not are left alone. Refuses Conflict on a closed year.
    """
    current = open_one(found)
    known = {item.code for item in current.framework.items}
    rows = {row.code: row for row in ItemOwner.objects.select_for_update().filter(noted_in=current.codes_year)}
    changed = 0
    for code, owner in owners.items():
        if code in known:
            changed += _set(current, rows.get(code), code, owner)
    if changed:
        record(acting, "data_calls.owners_set", thing=current, figures={"owners": changed})
    return changed


def _set(found: Round, row: ItemOwner | None, code: str, owner: Unit | Person | None) -> bool:
    if owner is None:
        if row is not None:
            row.delete()
        return row is not None
    officer = owner if isinstance(owner, Person) else None
    unit = officer.unit if officer else owner
    assert isinstance(unit, Unit)
    current = row or ItemOwner(agency_id=found.agency_id, code=code, noted_in=found.codes_year)
    if (current.unit_id, current.officer_id) == (unit.pk, officer.pk if officer else None):
        return False
    current.unit, current.officer = unit, officer
    current.save()
    return True


def _kept(found: Round) -> dict[str, ItemOwner]:
    """Give what was written down, this year's first, then of earlier years, by the code that it has now."""
    kept: dict[str, ItemOwner] = {}
    rows = ItemOwner.objects.filter(noted_in__lte=found.fiscal_year).select_related("unit", "officer")
    for row in sorted(rows, key=lambda row: (row.noted_in != found.codes_year, -row.noted_in)):
        code = code_now(found, row.code, row.noted_in)
        if code is not None:
            kept.setdefault(code, row)
    return kept
