"""What the pages of this room fetch, as far as who asks may see it; and who may ask."""

from __future__ import annotations

from django.shortcuts import get_object_or_404

from prongsai.office.data_calls.forms.choosing import Owners
from prongsai.office.data_calls.models import SEES_ALL, Addressee, CalledItem, DataCall
from prongsai.office.data_calls.models.items import CalledItems
from prongsai.office.rounds.models import Round
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.choices import people_of, units_of
from prongsai.platform.accounts.models import Role

ASKERS = (Role.COORDINATOR,)
WRITERS = (Role.OFFICER, Role.UNIT_HEAD, Role.COORDINATOR)
READERS = (*WRITERS, Role.EXECUTIVE, Role.AUDITOR)
ASKED = (*READERS, Role.INVESTIGATOR)
"""Whoever works in a unit may be asked for something."""


def sees_whole(acting: Acting) -> bool:
    """Say whether somebody looks after the whole, and did not come by a link."""
    return acting.has(*SEES_ALL) and not acting.by_link


def round_or_404(acting: Acting, round_id: int) -> Round:
    """Give a round."""
    return get_object_or_404(Round.objects.visible_to(acting), pk=round_id)


def call_or_404(acting: Acting, call: int) -> DataCall:
    """Give a call."""
    return get_object_or_404(DataCall.objects.visible_to(acting).select_related("round", "agency"), pk=call)


def items_of(acting: Acting, call: DataCall) -> CalledItems:
    """Give the items of a call, as far as one may see them."""
    return CalledItem.objects.visible_to(acting).filter(call=call).whole()


def item_or_404(acting: Acting, item: int) -> CalledItem:
    """Give an item."""
    return get_object_or_404(CalledItem.objects.visible_to(acting).whole(), pk=item)


def addressee_or_404(acting: Acting, addressee: int) -> Addressee:
    """Give who is asked."""
    rows = Addressee.objects.visible_to(acting).select_related("call__round", "call__agency", "unit", "officer")
    return get_object_or_404(rows, pk=addressee)


def owners(acting: Acting) -> Owners:
    """Give those who can be asked today."""
    return Owners(list(units_of(acting)), list(people_of(acting).select_related("unit")))
