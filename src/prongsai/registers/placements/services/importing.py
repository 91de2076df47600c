"""Placements from a list: read, kept for review, taken in whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from prongsai.ita.thai import compact
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Unit
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.files.waiting_lists import open_list, refuse_faults, removal_of
from prongsai.registers.placements.models import Place, Placement, ReadPlacements
from prongsai.registers.placements.services.hanging import Hung, add_place, change_place, hang
from prongsai.registers.placements.sheet import Listed


@transaction.atomic
def accept_import(*, acting: Acting, waiting: ReadPlacements, unit: Unit) -> list[Placement]:
    """Take all placements of a list in; those that hang already are left as they are.

    `unit` owns what names no unit, or one that is not known; places that are not known are added, those that were given
    up are used again. Refuses Conflict, and nothing is taken in, where a row cannot be read, or the list was taken in
    or dropped before.
    """
    current = open_list(waiting)
    listed = [Listed.of_json(told) for told in current.found]
    refuse_faults(listed)
    agency = current.agency
    units = {compact(each.name): each for each in Unit.objects.standing(today(agency))}
    places = {_key(place.name, place.area): place for place in Place.objects.all()}
    taken = []
    for each in new_ones(listed):
        key = _key(each.place, each.area)
        place = places.get(key) or add_place(acting=acting, agency=agency, name=each.place, area=each.area)
        if place.closed:
            place = change_place(acting=acting, place=place, name=place.name, area=place.area)
        places[key] = place
        assert each.since is not None  # else the row had a fault
        hung = Hung(
            title=each.title,
            kind=each.kind,
            place=place,
            unit=units.get(compact(each.unit), unit),
            since=each.since,
            topic=each.topic,
            about=each.about,
        )
        taken.append(hang(acting=acting, agency=agency, hung=hung))
    record(acting, "placements.imported", figures={"placements": len(taken)})
    current.delete()
    return taken


def new_ones(listed: Sequence[Listed]) -> list[Listed]:
    """Give the rows that do not hang already, each once: the same title at the same place is the same thing."""
    hanging = Placement.objects.standing().select_related("place")
    known = {(compact(one.title), _key(one.place.name, one.place.area)) for one in hanging}
    found = []
    for each in listed:
        key = (compact(each.title), _key(each.place, each.area))
        if key not in known:
            known.add(key)
            found.append(each)
    return found


remove_old_imports = removal_of(ReadPlacements)


def _key(name: str, area: str) -> str:
    return f"{compact(name)}|{compact(area)}"
