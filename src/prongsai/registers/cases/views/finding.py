"""What the pages of this room fetch, as far as who asks may see it; and who may ask."""

from __future__ import annotations

from django.http import Http404
from django.shortcuts import get_object_or_404

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Agency, Person, Unit
from prongsai.platform.agency.models.people import People
from prongsai.platform.agency.models.units import Units
from prongsai.platform.calendar.today import today
from prongsai.registers.cases.kinds import CaseKind, kinds
from prongsai.registers.cases.models import Case

HANDLERS = (Role.OFFICER, Role.UNIT_HEAD)
COUNTERS = (Role.UNIT_HEAD, Role.COORDINATOR, Role.EXECUTIVE, Role.AUDITOR)


def case_of(acting: Acting, case: int) -> Case:
    """Give a case, or 404."""
    seen = Case.objects.visible_to(acting)
    rows = seen.select_related("unit", "officer__unit", "service", "recorded_for", "merged_into")
    return get_object_or_404(rows, pk=case)


def kind_of(key: str) -> CaseKind:
    """Give a kind, or 404."""
    if kind := kinds.get(key):
        return kind
    raise Http404


def agency_of(acting: Acting) -> Agency:
    """Give the agency of who asks, or 404 for an account that has none."""
    if acting.agency is None:
        raise Http404
    return acting.agency


def units_of(acting: Acting) -> Units:
    """Give the units to choose from."""
    return Unit.objects.standing(today(acting.agency))


def people_of(acting: Acting) -> People:
    """Give the people to choose from."""
    return Person.objects.here(today(acting.agency))
