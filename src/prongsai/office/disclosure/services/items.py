"""Items of a year: made from its framework, and what the office says about each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from prongsai.office.disclosure.models import DisclosedItem
from prongsai.office.disclosure.register import items_by_code, items_of
from prongsai.office.disclosure.services.closed_sets import refuse_while_closed
from prongsai.office.rounds.models import Round
from prongsai.office.rounds.services.standing import open_one
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.audit.services import record


@dataclass(frozen=True, slots=True)
class ItemTold:
    """What the office says about an item besides its pieces."""

    explanation: str = ""
    due: date | None = None
    waits: str = ""
    home: str = ""


@transaction.atomic
def ensure_items(cycle: Round, actor: str) -> list[DisclosedItem]:
    """Make the items that a year still lacks, each once, and give all of them. Called any number of times."""
    locked = Round.objects.select_for_update(of=("self",)).select_related("agency").get(pk=cycle.pk)
    known = set(items_by_code(locked))
    lacking = [item.code for item in locked.framework.items if item.code not in known]
    told = {"agency_id": locked.agency_id, "round": locked, "noted_in": locked.codes_year, "made_by": actor}
    if lacking:
        DisclosedItem.objects.bulk_create([DisclosedItem(code=code, **told) for code in lacking])
        record(actor, "disclosure.items_made", thing=locked, figures={"items": len(lacking)})
    return items_of(locked)


@transaction.atomic
def begin_items(*, acting: Acting, cycle: Round) -> list[DisclosedItem]:
    """Make the items of a year by the press of a person. Refuses Conflict where the year is closed."""
    return ensure_items(open_one(cycle), acting.actor)


@transaction.atomic
def change_item(*, acting: Acting, item: DisclosedItem, told: ItemTold) -> DisclosedItem:
    """Write down what is said about an item.

    Refuses Conflict where the year is closed, and another home while the set is.
    """
    open_one(item.round)
    current = DisclosedItem.objects.select_for_update().get(pk=item.pk)
    if told.home != current.home:
        refuse_while_closed(item)  # the address would be another one
    current.explanation, current.due, current.waits = told.explanation, told.due, told.waits
    current.home = told.home
    current.save()
    record(acting, "disclosure.item_changed", thing=current)
    return current
