"""Who may do what with the items of a year: a unit prepares its own, the coordinator all."""

from __future__ import annotations

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Person, Unit

WRITERS = (Role.OFFICER, Role.UNIT_HEAD, Role.COORDINATOR)
READERS = (*WRITERS, Role.EXECUTIVE, Role.AUDITOR)


def own_units(acting: Acting) -> frozenset[int]:
    """Give the units of somebody: those of the roles, and the one where the person works. The agency speaks."""
    person = acting.person
    return acting.units | (frozenset({person.unit_id}) if person else frozenset())


def is_of(acting: Acting, owner: Unit | Person | None) -> bool:
    """Say whether an item is somebody's: of the person, or of the person's unit. Colleagues stand in for each other."""
    unit = owner.unit_id if isinstance(owner, Person) else owner.pk if owner else None
    return unit is not None and unit in own_units(acting)


def may_write(acting: Acting, owner: Unit | Person | None) -> bool:
    """Say whether somebody may prepare an item: the coordinator any, others those of their unit."""
    if acting.by_link or not acting.has(*WRITERS):
        return False
    return acting.has(Role.COORDINATOR) or is_of(acting, owner)
