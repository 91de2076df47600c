"""Writing down what hangs where, changing it, taking it down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Agency, Unit
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.files.limited import CleanFile
from prongsai.platform.files.services import attach_files
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.placements.file_holders import PHOTOGRAPH
from prongsai.registers.placements.models import Kind, Place, Placement, Sighting, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Hung:
    """What hangs. `linked` names a record of another room (`services:12`), `about` says it in words."""

    title: str
    kind: str = Kind.POSTER
    place: Place
    unit: Unit
    since: date
    topic: str = ""
    about: str = ""
    linked: str = ""


@transaction.atomic
def add_place(*, acting: Acting | str, agency: Agency, name: str, area: str = "") -> Place:
    """Add a place. Refuses Conflict where there is one of this name there."""
    if Place.objects.filter(agency=agency, name=name, area=area).exists():
        raise Conflict(_("There is a place of this name already."))
    place: Place = Place.objects.create(agency=agency, name=name, area=area)
    record(acting, "placements.place_added", thing=place)
    return place


@transaction.atomic
def change_place(*, acting: Acting, place: Place, name: str, area: str, closed: date | None = None) -> Place:
    """Rename a place, or give it up once nothing hangs there. Refuses Conflict."""
    current = Place.objects.select_for_update().get(pk=place.pk)
    if Place.objects.filter(name=name, area=area).exclude(pk=current.pk).exists():
        raise Conflict(_("There is a place of this name already."))
    if closed and Placement.objects.standing().filter(place=current).exists():
        raise Conflict(_("Something still hangs there. Take it down first."))
    current.name, current.area, current.closed = name, area, closed
    current.save()
    for placement in current.placements.select_related("place", "unit"):
        placement.keep_keys()
        placement.save(update_fields=["search_text"])
    record(acting, "placements.place_changed", thing=current)
    return current


@transaction.atomic
def hang(*, acting: Acting | str, agency: Agency, hung: Hung, photographs: Sequence[CleanFile] = ()) -> Placement:
    """Write down that something hangs somewhere; it counts as seen on its first day. Refuses Conflict.

    A day before today is allowed and shown with the day of entry; a day that has not come is refused.
    """
    entered = today(agency)
    if hung.since > entered:
        raise Conflict(_("The day has not come yet."))
    actor = acting if isinstance(acting, str) else acting.actor
    placement = Placement(agency=agency, made_by=actor, last_seen=hung.since, linked=hung.linked)
    _set(placement, hung)
    placement.last_photographed = hung.since if photographs else None
    placement.save()
    first = Sighting.objects.create(
        agency=agency,
        placement=placement,
        day=hung.since,
        entered=entered,
        photographs=len(photographs),
        seen_by=actor,
    )
    attach_files(acting=acting, agency=agency.pk, holder=PHOTOGRAPH.key, thing=first.pk, files=photographs)
    record(acting, "placements.hung", thing=placement, figures={"photographs": len(photographs)})
    return placement


@transaction.atomic
def change_placement(*, acting: Acting, placement: Placement, hung: Hung) -> Placement:
    """Change what is written of a placement. Refuses Conflict: taken down, or a day that has not come."""
    current = standing_placement(placement)
    if hung.since > today(current.agency):
        raise Conflict(_("The day has not come yet."))
    _set(current, hung)
    current.last_seen = max(current.last_seen, hung.since)
    current.save()
    record(acting, "placements.changed", thing=current)
    return current


@transaction.atomic
def take_down(*, acting: Acting, placement: Placement, day: date, because: str) -> Placement:
    """Write down that something was taken down, when and why. Refuses Conflict: before it hung, or in the future."""
    current = standing_placement(placement)
    if not current.since <= day <= today(current.agency):
        raise Conflict(_("It cannot be taken down before it hung, nor on a day that has not come."))
    current.state, current.ended, current.ended_because = State.TAKEN_DOWN, day, because
    current.save()
    record(acting, "placements.taken_down", thing=current, figures={"day": day})
    return current


def placements_of(linked: str) -> list[Placement]:
    """Give what hangs of a record of another room."""
    return list(Placement.objects.standing().filter(linked=linked).select_related("place"))


def standing_placement(placement: Placement) -> Placement:
    """Give a placement locked and read anew. Refuses Conflict where it was taken down."""
    rows = Placement.objects.select_for_update(of=("self",)).select_related("agency", "place", "unit")
    current = rows.get(pk=placement.pk)
    if not current.is_standing:
        raise Conflict(_("This was taken down meanwhile."))
    return current


def _set(placement: Placement, hung: Hung) -> None:
    placement.title, placement.kind, placement.place, placement.unit = hung.title, hung.kind, hung.place, hung.unit
    placement.since, placement.topic, placement.about = hung.since, hung.topic, hung.about
    placement.keep_keys()
