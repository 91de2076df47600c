"""Placements from a list: read, kept for review, taken in whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.ita.thai import compact, single_line
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Agency, Unit
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.placements.models import Place, Placement, ReadPlacements
from prongsai.registers.placements.services.hanging import Hung, add_place, change_place, hang
from prongsai.registers.placements.sheet import Listed

KEPT = timedelta(days=7)
"""A list that nobody looked through goes after a week."""


@transaction.atomic
def keep_import(*, acting: Acting, agency: Agency, file_name: str, listed: Sequence[Listed]) -> ReadPlacements:
    """Keep what a file was read as until somebody has looked through it."""
    made: ReadPlacements = ReadPlacements.objects.create(
        agency=agency,
        file_name=single_line(file_name)[:200],
        found=[each.as_json() for each in listed],
        made_by=acting.actor,
    )
    return made


@transaction.atomic
def accept_import(*, acting: Acting, waiting: ReadPlacements, unit: Unit) -> list[Placement]:
    """Take all placements of a list in; those that hang already are left as they are.

    `unit` owns what names no unit, or one that is not known; places that are not known are added, those that were given
    up are used again. Refuses Conflict, and nothing is taken in, where a row cannot be read, or the list was taken in
    or dropped before.
    """
    current = ReadPlacements.objects.select_for_update().select_related("agency").filter(pk=waiting.pk).first()
    if current is None:
        raise Conflict(_("This file was taken in or dropped before."))
    listed = [Listed.of_json(told) for told in current.found]
    if any(each.faults for each in listed):
        raise Conflict(_("Some lines cannot be read. Mend the file and send it again: all is taken in, or nothing."))
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


@transaction.atomic
def drop_import(*, waiting: ReadPlacements) -> None:
    """Take nothing of a list."""
    waiting.delete()


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


def remove_old_imports(now: datetime) -> int:
    """Remove lists that nobody looked through within a week; give how many."""
    return ReadPlacements.objects.filter(made__lt=now - KEPT).delete()[0]


def _key(name: str, area: str) -> str:
    return f"{compact(name)}|{compact(area)}"
