"""Looking at what was handed in: accepted, returned, no longer needed. Nobody accepts one's own."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.office.data_calls.models import CalledItem, HandIn, ItemState, Outcome, units_of
from prongsai.office.data_calls.notice_kinds import RETURNED
from prongsai.office.data_calls.services.following import keep_following
from prongsai.office.data_calls.services.handing_in import locked
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.notices.links import Link
from prongsai.platform.notices.services import notify
from prongsai.platform.ui.refusals import Conflict


@transaction.atomic
def accept(*, acting: Acting, item: CalledItem) -> HandIn:
    """Accept what was handed in. Refuses Conflict: nothing to look at, one's own."""
    current, newest = _to_be_looked_at(acting, item)
    _look(acting, newest, Outcome.ACCEPTED)
    current.state = ItemState.ACCEPTED
    current.save(update_fields=["state"])
    record(acting, "data_calls.accepted", thing=current)
    return newest


@transaction.atomic
def return_item(*, acting: Acting, item: CalledItem, because: str, due: date | None = None) -> None:
    """Give back what was handed in, with a reason; who is asked is told. Refuses Conflict as `accept` does.

    `due` is the new day; without one the old day holds. What was accepted can be returned too, as long as the year is
    open: a gap may be seen later.
    """
    current, newest = _to_be_looked_at(acting, item, also=(ItemState.ACCEPTED,))
    _look(acting, newest, Outcome.RETURNED, because)
    if due is not None and due < today(acting.agency):
        raise Conflict(_("This day is over."))
    current.state, current.because, current.due = ItemState.RETURNED, because, due or current.due
    current.save(update_fields=["state", "because", "due"])
    record(acting, "data_calls.returned", thing=current)
    keep_following(current.addressee, by=acting)
    notify(
        to=current.addressee.officer or current.addressee.unit,
        kind=RETURNED,
        by=acting,
        subject=str(current),
        words=because,
        link=Link("called-item", {"item": current.pk}),
        thing=current.pk,
        due=current.due,
    )


@transaction.atomic
def call_off(*, acting: Acting, item: CalledItem, because: str) -> None:
    """Say that an item is not needed any more, with a reason. Refuses Conflict where it was handed in."""
    current = locked(item)
    if not current.is_owed:
        raise Conflict(_("This has been handed in or called off meanwhile."))
    current.state, current.because = ItemState.NOT_NEEDED, because
    current.save(update_fields=["state", "because"])
    record(acting, "data_calls.not_needed", thing=current)
    keep_following(current.addressee, by=acting)


@transaction.atomic
def ask_again(*, acting: Acting, item: CalledItem) -> None:
    """Ask again for what was called off. Refuses Conflict where it was not."""
    current = locked(item)
    if current.state != ItemState.NOT_NEEDED:
        raise Conflict(_("This was not called off."))
    current.state, current.because = ItemState.ASKED, ""
    current.save(update_fields=["state", "because"])
    record(acting, "data_calls.asked_again", thing=current)
    keep_following(current.addressee, by=acting)


def may_check(acting: Acting, item: CalledItem) -> bool:
    """Say whether somebody looks at what is handed in: the coordinator, and the head of the unit that is asked."""
    if acting.by_link:
        return False
    heads = acting.has(Role.UNIT_HEAD) and item.addressee.unit_id in units_of(acting)
    return heads or acting.has(Role.COORDINATOR)


def _to_be_looked_at(
    acting: Acting, item: CalledItem, *, also: tuple[ItemState, ...] = ()
) -> tuple[CalledItem, HandIn]:
    current = locked(item)
    newest = current.hand_ins.first()
    if current.state not in (ItemState.HANDED_IN, *also) or newest is None or not may_check(acting, current):
        raise Conflict(_("There is nothing here for you to look at, or somebody else did meanwhile."))
    if newest.is_own(acting):
        raise Conflict(_("This is your own. The head of the unit or another coordinator looks at it."))
    return current, newest


def _look(acting: Acting, made: HandIn, outcome: Outcome, because: str = "") -> None:
    made.outcome, made.because = outcome, because
    made.checked, made.checked_by = today(acting.agency), acting.actor
    made.save(update_fields=["outcome", "because", "checked", "checked_by"])
