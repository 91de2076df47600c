"""Whose part is whose: a unit sees what it is asked for, who looks after the whole sees all."""

from __future__ import annotations

from django.db import models

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role

SEES_ALL = (Role.COORDINATOR, Role.EXECUTIVE, Role.AUDITOR)


def units_of(acting: Acting) -> frozenset[int]:
    """Give the units of somebody: those of the roles, and the one where the person works. The agency speaks."""
    person = acting.person
    return acting.units | (frozenset({person.unit_id}) if person else frozenset())


def part_of(acting: Acting, to: str = "") -> models.Q:
    """Say which rows somebody may know. `to` leads from the rows to their addressee (`addressee__`).

    By a personal link one sees what one is asked for oneself, alone or with the unit; never what a colleague owes.
    """
    if acting.by_link:
        person = acting.person
        own = models.Q(**{f"{to}officer": person.pk if person else 0})
        return own | models.Q(**{f"{to}unit__in": units_of(acting), f"{to}officer__isnull": True})
    if acting.has(*SEES_ALL):
        return models.Q()
    return models.Q(**{f"{to}unit__in": units_of(acting)})
