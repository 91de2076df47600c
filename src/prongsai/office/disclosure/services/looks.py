"""The last look at each address of a year."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.office.disclosure.models import AddressCheck, DisclosedItem
from prongsai.office.disclosure.register import asked_item, code_of, items_of
from prongsai.office.disclosure.services.homes import address_of
from prongsai.office.rounds.models import Round


@dataclass(frozen=True, slots=True)
class Look:
    """An item with its address and the last look at it; `check` None: nobody looked at this address yet."""

    item: DisclosedItem
    code: str
    title: str
    address: str
    check: AddressCheck | None


def looks_of(cycle: Round) -> list[Look]:
    """Give all items of a year that have an address, in the order of the framework, with the last look at it."""
    items = items_of(cycle)
    newest = AddressCheck.objects.filter(item__in=items).order_by("item_id", "address", "-at", "-pk")
    last = {(each.item_id, each.address): each for each in newest.distinct("item_id", "address")}
    found = []
    for item in items:
        address, asked = address_of(item), asked_item(item)
        if address:
            title = (asked.title if asked else "") or ""
            found.append(Look(item, code_of(item), title, address, last.get((item.pk, address))))
    return found
