"""Who coordinates in the agency that speaks."""

from __future__ import annotations

from prongsai.platform.accounts.models import Role, User
from prongsai.platform.agency.models import Person
from prongsai.platform.modules.asked_once import once


def coordinating_person(person: int | None = None) -> int | None:
    """Give the person whose account has coordinated longest, None where nobody does.

    With `person`: this one, or None for somebody who does not coordinate.
    """
    return once(("coordinating person", person), lambda: _coordinating(person))


def _coordinating(person: int | None) -> int | None:
    here = Person.objects.values("pk")  # of the agency that speaks alone; accounts stand outside that rule
    found = User.objects.filter(grants__role=Role.COORDINATOR, person__in=here)
    if person is not None:
        found = found.filter(person=person)
    return found.order_by("pk").values_list("person", flat=True).first()
