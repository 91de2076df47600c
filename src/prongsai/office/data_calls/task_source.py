"""What is to be done about data calls: to hand in what is asked for, to look at what came."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from prongsai.office.data_calls.models import CalledItem, ItemState
from prongsai.office.rounds.models import Round
from prongsai.office.rounds.services import running_round
from prongsai.platform.accounts.coordinating import coordinating_person
from prongsai.platform.modules import Task


class AskedData:
    """What units and officers are asked for in years that are open."""

    key = "data_calls.asked"

    def open_tasks(
        self,
        today: date,
        *,
        person: int | None = None,
        units: frozenset[int] = frozenset(),
    ) -> Iterable[Task]:
        """Give what is owed by a person, and by units where no officer is named; or all."""
        items = CalledItem.objects.owed().filter(call__round__closed=None).select_related("addressee", "call")
        if person is not None or units:
            own = Q(addressee__officer=person) & Q(addressee__officer__isnull=False)
            items = items.filter(own | Q(addressee__unit__in=units, addressee__officer=None))
        running = running_round(today)
        for item in items:
            officer = item.addressee.officer_id
            yield Task(
                key=f"data_calls:item:{item.pk}",
                title=_("Hand in: %(what)s") % {"what": item},
                url_name="called-item",
                arguments={"item": item.pk},
                due=item.due,
                person=officer,
                unit=None if officer else item.addressee.unit_id,
                about=item.because,
                by_link=True,
                told_at_home=running is not None and item.call.round_id == running.pk,
            )


class DataToLookAt:
    """What came in and waits for the coordinator: one task for each year."""

    key = "data_calls.look"

    def open_tasks(
        self,
        today: date,  # noqa: ARG002
        *,
        person: int | None = None,
        units: frozenset[int] = frozenset(),
    ) -> Iterable[Task]:
        """Give it to whoever coordinates."""
        if person is None and units:
            return
        waiting = CalledItem.objects.filter(state=ItemState.HANDED_IN, call__round__closed=None)
        counts: dict[int, int] = {}
        for number in waiting.values_list("call__round", flat=True):
            counts[number] = counts.get(number, 0) + 1
        first = coordinating_person(person) if counts else None
        if first is None:
            return
        for found in Round.objects.filter(pk__in=counts):
            count = counts[found.pk]
            said = ngettext("Look at %(count)s item handed in", "Look at %(count)s items handed in", count)
            yield Task(
                key=f"data_calls:look:{found.pk}",
                title=said % {"count": count},
                url_name="data-calls",
                arguments={"round_id": found.pk},
                person=first,
            )
