"""What the contractor is asked to change: lists made from what is published, sent, done, seen live."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.office.disclosure.models import Change, ChangeList, ClosedSet, DisclosedItem, Home, Publication
from prongsai.office.disclosure.reaching import NotReached, clean_address
from prongsai.office.disclosure.register import code_of, home_of, items_of
from prongsai.office.disclosure.services.homes import address_of, main_address, reached, stands_at_main
from prongsai.office.disclosure.services.looking import Outcome
from prongsai.office.rounds.models import Round
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.choices import agency_of
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.ui.refusals import Conflict

Kind = Change.Kind


@dataclass(frozen=True, slots=True)
class DueChange:
    """A change that no list asks for yet. `publication`: the version that is to stand, or to go."""

    item: DisclosedItem
    kind: Kind
    publication: Publication | None


def due_changes(cycle: Round) -> list[DueChange]:
    """Give what the contractor has to do and is not asked for yet, in the order of the framework.

    A version that was seen live needs nothing; one that an open change of any list names is being done. Of an item on
    our own site the main site needs a link, once it was looked for and not found.
    """
    items = items_of(cycle)
    standing = {each.item_id: each for each in Publication.objects.filter(item__in=items).standing()}
    changes = list(Change.objects.filter(item__in=items, dropped_because=""))
    found = []
    for item in items:
        publication = standing.get(item.pk)
        if publication is None:
            continue
        own = [each for each in changes if each.item_id == item.pk]
        kind = _needed(item, publication, own)
        if kind is not None:
            found.append(DueChange(item, kind, publication))
    return found


def _needed(item: DisclosedItem, publication: Publication, changes: Sequence[Change]) -> Kind | None:
    if home_of(item) is Home.OWN:
        return _link_needed(item, publication, changes)
    was_live = any(each.seen and each.kind in (Kind.ADD, Kind.REPLACE) for each in changes)
    if any(each.publication_id == publication.pk and _goes_with(each, publication) for each in changes):
        return None
    if publication.withdrawn:
        return Kind.REMOVE if was_live else None
    return Kind.REPLACE if was_live else Kind.ADD


def _link_needed(item: DisclosedItem, publication: Publication, changes: Sequence[Change]) -> Kind | None:
    if publication.withdrawn or not main_address() or stands_at_main(address_of(item)):
        return None
    if any(each.kind == Kind.LINK and each.seen is None for each in changes):
        return None
    last = reached(item)
    return Kind.LINK if last is not None and last.outcome == Outcome.NOT_LINKED else None


def _goes_with(change: Change, publication: Publication) -> bool:
    """Whether a change is about what stands of this version now: that it is there, or that it was taken off."""
    return (change.kind == Kind.REMOVE) == bool(publication.withdrawn)


@transaction.atomic
def make_list(acting: Acting, cycle: Round) -> ChangeList:
    """Make a list of all that is due. An older open change about the same item is no longer needed then.

    Refuses Conflict where nothing is due.
    """
    Round.objects.select_for_update().get(pk=cycle.pk)  # two lists at once would ask for the same twice
    due = due_changes(cycle)
    if not due:
        raise Conflict(_("There is nothing that the contractor has to change."))
    agency = agency_of(acting)
    made = ChangeList.objects.create(agency=agency, round=cycle, made=today(agency), made_by=acting.actor)
    before = Change.objects.filter(item__in=[each.item for each in due], seen=None, dropped_because="")
    for change in before:
        change.dropped_because = _("A newer list asks for it.")
        change.save(update_fields=["dropped_because"])
    for each in due:
        Change.objects.create(
            agency=agency,
            list=made,
            item=each.item,
            publication=each.publication,
            kind=each.kind,
            address=address_of(each.item),
        )
    record(acting, "disclosure.list_made", thing=made, figures={"items": len(due)})
    return made


@transaction.atomic
def say_where(acting: Acting, change: Change, where: str) -> None:
    """Say where on the site a change belongs. Refuses Conflict once the list was sent."""
    current = _held(change)
    _refuse_sent(current.list)
    current.where = where
    current.save(update_fields=["where"])
    record(acting, "disclosure.change_placed", thing=current)


@transaction.atomic
def send_list(acting: Acting, found: ChangeList, *, sent: date, sent_by: str) -> None:
    """Write down that a list was sent, on which day, in which way. Refuses Conflict: sent before, a day to come."""
    current = ChangeList.objects.select_for_update().get(pk=found.pk)
    _refuse_sent(current)
    _refuse_tomorrow(acting, sent)
    current.sent, current.sent_by = sent, sent_by
    current.save(update_fields=["sent", "sent_by"])
    record(acting, "disclosure.list_sent", thing=current, figures={"day": sent})


@transaction.atomic
def enter_address(acting: Acting, change: Change, address: str) -> None:
    """Write down the address that the contractor gave back; it is the item's from now on.

    Refuses Conflict: no address of the web, not the contractor's item, the list not sent, dropped, or a closed set that
    holds another address of the item.
    """
    current = _sent(change)
    item = DisclosedItem.objects.select_for_update(of=("self",)).select_related("round").get(pk=current.item_id)
    if home_of(item) is Home.OWN:
        raise Conflict(_("The item stands on our own site: its address follows from year and code."))
    whole = _as_address(address)
    refuse_other_address(item, whole)
    current.address = item.address = whole
    current.save(update_fields=["address"])
    item.save(update_fields=["address"])
    record(acting, "disclosure.address_entered", thing=item)


def refuse_other_address(item: DisclosedItem, address: str) -> None:
    """Refuse Conflict where a closed set was sent with another address of the item than this."""
    closed = ClosedSet.objects.filter(round=item.round, opened=None).first()
    held = str(closed.addresses.get(code_of(item)) or "") if closed else ""
    if closed and held and held != address:
        raise Conflict(
            _("The set was closed on %(day)s with the address %(address)s. While it is closed no address may change.")
            % {"day": closed.closed.isoformat(), "address": held}
        )


@transaction.atomic
def see_live(acting: Acting | str, change: Change, *, day: date) -> None:
    """Write down that a change was seen on the site by a person, or by a look at the page (a text actor).

    Refuses Conflict: no address, the list not sent, dropped, a day before it was sent or to come.
    """
    current = _sent(change)
    if current.kind in (Kind.ADD, Kind.REPLACE) and not current.address:
        raise Conflict(_("Enter the address first: where was it seen?"))
    if isinstance(acting, Acting):
        _refuse_tomorrow(acting, day)
    if current.list.sent and day < current.list.sent:
        raise Conflict(_("It cannot have been seen before the list was sent."))
    current.seen, current.seen_by = day, acting.actor if isinstance(acting, Acting) else acting
    current.save(update_fields=["seen", "seen_by"])
    record(acting, "disclosure.seen_live", thing=current, figures={"day": day})


@transaction.atomic
def drop_change(acting: Acting, change: Change, because: str) -> None:
    """Say that a change is no longer needed, for a reason. Refuses Conflict once it was seen live."""
    current = _held(change)
    if current.seen:
        raise Conflict(_("It was seen live already."))
    current.dropped_because = because
    current.save(update_fields=["dropped_because"])
    record(acting, "disclosure.change_dropped", thing=current)


def _held(change: Change) -> Change:
    return Change.objects.select_for_update(of=("self",)).select_related("list", "item__round").get(pk=change.pk)


def _sent(change: Change) -> Change:
    current = _held(change)
    if current.list.sent is None:
        raise Conflict(_("Write down first that the list was sent."))
    if current.dropped_because:
        raise Conflict(_("This change is no longer needed: %(because)s") % {"because": current.dropped_because})
    return current


def _as_address(address: str) -> str:
    try:
        return clean_address(address)
    except NotReached as error:
        raise Conflict(_("This is no address of a page on the web (http or https).")) from error


def _refuse_sent(found: ChangeList) -> None:
    if found.sent:
        raise Conflict(_("The list was sent and stays as it is. What changed since comes on the next list."))


def _refuse_tomorrow(acting: Acting, day: date) -> None:
    if day > today(acting.agency):
        raise Conflict(_("The day has not come yet."))
