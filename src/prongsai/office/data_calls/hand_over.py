"""What an officer who leaves is asked for goes to a successor."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_noop

from prongsai.office.data_calls.models import CalledItem
from prongsai.office.data_calls.services import hand_over_item
from prongsai.platform.agency.models import Person
from prongsai.platform.modules import OpenThing


class ItemsOfOfficer:
    """What an officer is asked for and has not handed in."""

    key = "data_calls"
    title = gettext_noop("Data asked for")

    def open_things(self, person: int) -> Iterable[OpenThing]:
        """Give what an officer owes."""
        for item in CalledItem.objects.owed().filter(addressee__officer=person, call__round__closed=None):
            yield OpenThing(str(item.pk), str(item), "called-item", {"item": item.pk})

    def hand_over(self, thing: str, *, to: int, actor: str) -> None:
        """Ask a successor for it."""
        item, successor = CalledItem.objects.get(pk=int(thing)), Person.objects.select_related("unit").get(pk=to)
        hand_over_item(item=item, to=successor, actor=actor)
