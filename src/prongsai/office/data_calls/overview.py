"""What each unit was asked for and how far it is, reckoned from the items of a year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from prongsai.office.data_calls.models import Addressee, CalledItem, ItemState
from prongsai.office.data_calls.services import followed
from prongsai.platform.agency.models import Unit
from prongsai.platform.notices.services import Followed


@dataclass(frozen=True, slots=True)
class OfAddressee:
    """What an addressee owes, and how far it was followed up. `is_gone`: unit closed, or officer left."""

    addressee: Addressee
    owed: int
    nearest: date
    late: bool
    is_gone: bool
    followed: Followed | None


@dataclass(slots=True)
class OfUnit:
    """A unit's part: all that is asked (what was called off is not counted), and where it stands."""

    unit: Unit
    asked: int = 0
    handed_in: int = 0
    accepted: int = 0
    late: int = 0
    nearest: date | None = None
    addressees: list[OfAddressee] = field(default_factory=list)

    @property
    def owed(self) -> int:
        """How many are still to be handed in."""
        return self.asked - self.handed_in - self.accepted

    def left(self, today: date) -> int | None:
        """Count the days until the nearest item is due, below zero where it is late; None where nothing is owed."""
        return (self.nearest - today).days if self.nearest else None


def by_unit(items: Iterable[CalledItem], today: date) -> list[OfUnit]:
    """Give each unit's part, in the order of units. `items` come with their addressees (`whole`)."""
    found: dict[int, OfUnit] = {}
    for item in items:
        if item.state == ItemState.NOT_NEEDED:
            continue
        line = found.setdefault(item.addressee.unit_id, OfUnit(item.addressee.unit))
        line.asked += 1
        line.handed_in += item.state == ItemState.HANDED_IN
        line.accepted += item.state == ItemState.ACCEPTED
        if item.is_owed:
            line.late += item.is_late(today)
            line.nearest = min(line.nearest or item.due, item.due)
    return sorted(found.values(), key=lambda line: (line.unit.order, line.unit.pk))


def with_follow_ups(lines: Sequence[OfUnit], items: Iterable[CalledItem], today: date) -> Sequence[OfUnit]:
    """Add to each unit who of it owes something, and how far that was followed up."""
    owed: dict[int, list[CalledItem]] = {}
    for item in items:
        if item.is_owed:
            owed.setdefault(item.addressee_id, []).append(item)
    told = followed([theirs[0].addressee for theirs in owed.values()])
    of_unit = {line.unit.pk: line for line in lines}
    for number, theirs in owed.items():
        addressee, nearest = theirs[0].addressee, min(item.due for item in theirs)
        entry = OfAddressee(
            addressee, len(theirs), nearest, nearest < today, addressee.is_gone(today), told.get(number)
        )
        of_unit[addressee.unit_id].addressees.append(entry)
    return lines
