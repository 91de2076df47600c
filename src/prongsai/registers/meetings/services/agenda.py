"""The agenda of a meeting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.audit.services import record
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.meetings.models import AgendaItem, Meeting
from prongsai.registers.meetings.services.calling import open_meeting


@dataclass(frozen=True, slots=True)
class ItemTold:
    """An item: its place (`part`, `position`; 0 heads the part), its subject, and its id where it is there already."""

    part: int
    position: int
    title: str
    is_ita: bool = False
    item: int | None = None


@transaction.atomic
def save_agenda(*, acting: Acting, meeting: Meeting, items: Sequence[ItemTold]) -> None:
    """Write the agenda; items that are there keep their minutes, wherever they are moved.

    Refuses Conflict: two at one place, an item without its part, or an item taken away under which something stands.
    """
    current = open_meeting(meeting)
    _refuse_places(items)
    kept = {told.item for told in items}
    gone = current.items.exclude(pk__in=[item for item in kept if item])
    for item in gone:
        if item.is_written or item.decisions.exists():
            raise Conflict(_("Something is written under item %(number)s. Keep it.") % {"number": item.number})
    gone.delete()
    there = {item.pk: item for item in current.items.all()}
    for told in items:
        item = there.get(told.item or 0) or AgendaItem(agency_id=current.agency_id, meeting=current)
        item.part, item.position, item.title, item.is_ita = told.part, told.position, told.title, told.is_ita
        item.save()
    current.keep_keys()
    current.save(update_fields=["search_text"])
    record(acting, "meetings.agenda_saved", thing=current, figures={"items": len(items)})


def _refuse_places(items: Sequence[ItemTold]) -> None:
    places = [(told.part, told.position) for told in items]
    parts = {told.part for told in items if not told.position}
    for place in places:
        number = f"{place[0]}.{place[1]}" if place[1] else str(place[0])
        if places.count(place) > 1:
            raise Conflict(_("Two items have the number %(number)s.") % {"number": number})
        if place[0] not in parts:
            raise Conflict(_("Item %(number)s has no part above it.") % {"number": number})
