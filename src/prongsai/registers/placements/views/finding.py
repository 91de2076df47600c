"""What the pages of this room fetch, as far as who asks may see it; and who may ask."""

from __future__ import annotations

from django.shortcuts import get_object_or_404

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Person
from prongsai.platform.agency.models.people import People
from prongsai.platform.calendar.today import today
from prongsai.registers.placements.models import Place, Placement

WRITERS = (Role.OFFICER, Role.UNIT_HEAD, Role.COORDINATOR)
READERS = (*WRITERS, Role.EXECUTIVE, Role.AUDITOR)


def placement_of(acting: Acting, placement: int) -> Placement:
    """Give a placement, or 404."""
    found = Placement.objects.visible_to(acting).select_related("place", "unit")
    return get_object_or_404(found, pk=placement)


def place_of(acting: Acting, place: int) -> Place:
    """Give a place, or 404."""
    return get_object_or_404(Place.objects.visible_to(acting), pk=place)


def people_of(acting: Acting) -> People | None:
    """Give the people for whom something may be written down; None for who came by a personal link."""
    return None if acting.by_link else Person.objects.here(today(acting.agency))
