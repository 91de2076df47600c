"""Who is known on a day, as a list tells people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from prongsai.platform.agency.models import Holding, HoldingKind, Person, Unit
from prongsai.platform.staff.sheet.comparing import Known, KnownUnit


def known_units(on: date) -> list[KnownUnit]:
    """Give the units that are there."""
    return [KnownUnit(unit.pk, unit.name, unit.short_name) for unit in Unit.objects.standing(on)]


def known_people(on: date) -> list[Known]:
    """Give the people who are here, in the order of units and names."""
    titles = {holding.person_id: holding.post.title for holding in main_holdings(on)}
    people = Person.objects.here(on).select_related("unit").order_by("unit__order", "unit_id", "sort_key", "id")
    return [
        Known(
            pk=person.pk,
            prefix=person.prefix,
            given_name=person.given_name,
            family_name=person.family_name,
            unit=person.unit.name,
            post=titles.get(person.pk, ""),
            employment=person.employment,
            email=person.email,
            since=person.since,
        )
        for person in people
    ]


def main_holdings(on: date) -> Iterator[Holding]:
    """Give for each person the one post held for good that lists name: the highest; of equals the first by order."""
    running = Holding.objects.running(on).filter(kind=HoldingKind.SUBSTANTIVE).select_related("post", "person")
    met: set[int] = set()
    for holding in sorted(running, key=lambda one: (-one.post.rank, one.post.order, one.pk)):
        if holding.person_id not in met:
            met.add(holding.person_id)
            yield holding
