"""What other rooms may know of orders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from prongsai.registers.orders.models import Order, OrderMember, OrderState
from prongsai.registers.orders.models.order import Orders


@dataclass(frozen=True, slots=True)
class KnownOrder:
    """A signed order: its id, its title with number, subject, day, from and until when, and its page."""

    order: int
    title: str
    subject: str
    day: date | None
    since: date | None
    until: date | None
    is_revoked: bool
    url: str


@dataclass(frozen=True, slots=True)
class Appointed:
    """Somebody an order appoints: id of the person (None: from outside), post, role and its words."""

    person: int | None
    name: str
    post: str
    role: str
    role_words: str


@dataclass(frozen=True, slots=True)
class AppointedDuties:
    """What an order asks of the group before, during and after an assessment, one duty to a line as in the paper."""

    before: tuple[str, ...]
    during: tuple[str, ...]
    after: tuple[str, ...]


def order_called(order: int) -> KnownOrder | None:
    """Give one signed order of the agency that speaks by its number, None where it is not there or not signed."""
    found = _signed().filter(pk=order).first()
    return _known(found) if found else None


def orders_to_choose() -> Sequence[KnownOrder]:
    """Give the orders in force of the agency that speaks, newest first."""
    return [_known(order) for order in _signed().filter(state=OrderState.IN_FORCE)]


def members_of(order: int) -> Sequence[Appointed]:
    """Give whom an order appoints, in its order."""
    members = OrderMember.objects.filter(order=order).select_related("person")
    return [
        Appointed(
            person=member.person_id,
            name=member.person.full_name if member.person else "",
            post=member.post,
            role=member.role,
            role_words=member.role_words,
        )
        for member in members
    ]


def duties_of(order: int) -> AppointedDuties:
    """Give what a signed order asks of whom it appoints; nothing where it is not there or says nothing."""
    found = _signed().filter(pk=order).values_list("duties_before", "duties_during", "duties_after").first()
    return AppointedDuties(*(_lines(text) for text in found or ("", "", "")))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _signed() -> Orders:
    return Order.objects.filter(state__in=[OrderState.IN_FORCE, OrderState.REVOKED])


def _known(order: Order) -> KnownOrder:
    return KnownOrder(
        order=order.pk,
        title=order.title,
        subject=order.subject,
        day=order.day,
        since=order.since,
        until=order.revoked_on or order.until,
        is_revoked=order.state == OrderState.REVOKED,
        url=order.get_absolute_url(),
    )
