"""What was found at the addresses of a year: written down, and which changes of the contractor are live by it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.office.disclosure.content import PublishedContent
from prongsai.office.disclosure.leading import Walk
from prongsai.office.disclosure.models import AddressCheck, Change, DisclosedItem, Home, Publication
from prongsai.office.disclosure.reaching import Why
from prongsai.office.disclosure.register import home_of, items_of
from prongsai.office.disclosure.services import homes
from prongsai.office.disclosure.services.homes import address_of, main_address
from prongsai.office.disclosure.services.logging_acts import now_of
from prongsai.office.disclosure.services.looking import Looked, Outcome, aims_of, look_at
from prongsai.office.rounds.models import Round
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.ui.refusals import Conflict

KEPT = timedelta(days=550)
_ANEW_AFTER = timedelta(hours=20)
_GONE = (f"{Why.STATUS.value}:404", f"{Why.STATUS.value}:410")
_OPENS = (Outcome.REACHED, Outcome.NOT_LINKED, Outcome.CHANGED)
USUAL = Walk()


@transaction.atomic
def keep(looked: Iterable[Looked], *, agency: int, actor: str, now: datetime, walked: bool) -> list[AddressCheck]:
    """Write down what was found. What is well as before is written once in twenty hours, everything else each time.

    Without a walk nobody knows anew whether the main site leads to a page: what the last walk found stands.
    """
    kept = []
    for each in looked:
        last = AddressCheck.objects.filter(item=each.item, address=each.address).order_by("-at", "-pk").first()
        told = each if walked else _as_walked(each, last)
        same = last is not None and last.outcome == told.outcome and told.outcome in _OPENS
        if same and not walked and last is not None and now - last.at < _ANEW_AFTER:
            continue
        row = {"outcome": told.outcome, "detail": told.detail, "mark": told.mark}
        kept.append(
            AddressCheck.objects.create(
                agency_id=agency, item=told.item, address=told.address, at=now, made_by=actor, **row
            )
        )
    AddressCheck.objects.filter(at__lt=now - KEPT).delete()
    return kept


def _as_walked(each: Looked, last: AddressCheck | None) -> Looked:
    """Give what was found now, with what the last walk found of the way to it."""
    if last is None or each.outcome is not Outcome.REACHED or last.outcome not in (Outcome.REACHED, Outcome.NOT_LINKED):
        return each
    return replace(each, outcome=Outcome(last.outcome), detail=last.detail)


def look_at_year(
    cycle: Round,
    *,
    actor: str,
    walk: Walk | None = USUAL,
    only: Sequence[int] = (),
    told: Callable[[int, int], None] | None = None,
) -> list[AddressCheck]:
    """Look at the items of a year (or at some of them, by number) and at the main site, and keep what was found.

    Called outside a transaction; the agency speaks.
    """
    with transaction.atomic():
        items = [item for item in items_of(cycle) if not only or item.pk in only]
        sent = sent_of(items)
        aims, main = aims_of(items, sent), main_address()
    found = look_at(aims, main, homes.outside(), walk=walk, told=told)
    with transaction.atomic():
        kept = keep(found, agency=cycle.agency_id, actor=actor, now=now_of(cycle.agency), walked=walk is not None)
        see_changes(found, sent, actor=actor, day=today(cycle.agency))
    return kept


def see_changes(looked: Iterable[Looked], sent: Mapping[int, PublishedContent], *, actor: str, day: date) -> None:
    """Write down which changes are live: what was sent is shown, what was to go is gone, the main site leads there."""
    for each in looked:
        if each.item is None:
            continue
        shown = each.outcome in (Outcome.REACHED, Outcome.NOT_LINKED) and each.item.pk in sent
        gone = each.outcome is Outcome.FAILS and each.detail in _GONE
        live = {
            Change.Kind.ADD: shown,
            Change.Kind.REPLACE: shown,
            Change.Kind.REMOVE: gone,
            Change.Kind.LINK: each.outcome is Outcome.REACHED,
        }
        kinds = [kind for kind, is_live in live.items() if is_live]
        waiting = Change.objects.filter(item=each.item, list__sent__lte=day, seen=None, dropped_because="")
        for change in waiting.filter(kind__in=kinds, publication__in=Publication.objects.standing()):
            change.address, change.seen, change.seen_by = each.address, day, actor
            change.save(update_fields=["address", "seen", "seen_by"])
            record(actor, "disclosure.seen_live", thing=change, figures={"day": day})


def sent_of(items: Iterable[DisclosedItem]) -> dict[int, PublishedContent]:
    """Give what the contractor was last seen to have put up, or was sent, of each item that stands on that site."""
    numbers = [item.pk for item in items if home_of(item) is Home.CONTRACTOR]
    standing = Publication.objects.filter(item__in=numbers, withdrawn=None).standing()
    asked = set(
        Change.objects.filter(item__in=numbers, list__sent__isnull=False, publication__in=standing).values_list(
            "publication", flat=True
        )
    )
    return {each.item_id: PublishedContent.model_validate(each.content) for each in standing if each.pk in asked}


@transaction.atomic
def see_myself(acting: Acting, item: DisclosedItem, *, outcome: str, detail: str) -> AddressCheck:
    """Write down what a person found at the address of an item. Refuses Conflict while it has no address."""
    address = address_of(item)
    if not address:
        raise Conflict(_("The item has no address yet."))
    made = AddressCheck.objects.create(
        agency_id=item.agency_id,
        item=item,
        address=address,
        at=now_of(item.agency),
        outcome=outcome,
        detail=detail,
        made_by=acting.actor,
    )
    record(acting, "disclosure.address_seen", thing=item)
    return made
