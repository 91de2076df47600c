"""What somebody may choose from in the own agency: its units and its people of today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Agency, Person, Unit
from prongsai.platform.calendar.today import today

if TYPE_CHECKING:
    from prongsai.platform.agency.models.people import People
    from prongsai.platform.agency.models.units import Units


def agency_of(acting: Acting) -> Agency:
    """Give the agency of who asks, or 404 for an account that has none."""
    if acting.agency is None:
        raise Http404
    return acting.agency


def units_of(acting: Acting) -> Units:
    """Give the units that stand today."""
    return Unit.objects.standing(today(acting.agency))


def people_of(acting: Acting) -> People:
    """Give the people who work here today."""
    return Person.objects.here(today(acting.agency))
