"""Beginning an order, writing its draft, and whom it appoints."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Person
from prongsai.platform.audit.services import record
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.orders.models import MemberRole, Order, OrderMember

CONTENT = (
    "kind", "unit", "subject", "cause", "authority", "clauses", "duties_before", "duties_during", "duties_after",
    "names_printed", "since", "until", "signer_post", "signer_name",
)  # fmt: skip
"""What is written while it is a draft; number and day come with the signature."""


@dataclass(frozen=True, slots=True)
class MemberTold:
    """Somebody to appoint: the post as the paper says it, the person where it is one of the office."""

    post: str
    role: str = MemberRole.MEMBER
    wording: str = ""
    duty: str = ""
    person: Person | None = None


@transaction.atomic
def add_order(*, acting: Acting | str, agency: int, told: Mapping[str, Any]) -> Order:
    """Begin a draft from fields of `CONTENT`."""
    order = Order(agency_id=agency, made_by=actor_of(acting), **{name: told[name] for name in CONTENT if name in told})
    order.keep_keys()
    order.save()
    record(acting, "orders.added", thing=order)
    return order


@transaction.atomic
def save_order(*, acting: Acting | str, order: Order, told: Mapping[str, Any]) -> None:
    """Write fields of a draft. Refuses Conflict where it is no draft any more."""
    current = draft(order)
    for name in CONTENT:
        if name in told:
            setattr(current, name, told[name])
    current.keep_keys(_words_of(current.members.all()))
    current.save()
    record(acting, "orders.saved", thing=current)


@transaction.atomic
def save_members(*, acting: Acting | str, order: Order, members: Sequence[MemberTold]) -> None:
    """Write whom a draft appoints, in this order. Refuses Conflict where it is no draft any more."""
    current = draft(order)
    current.members.all().delete()
    for position, told in enumerate(members, start=1):
        OrderMember.objects.create(
            agency_id=current.agency_id,
            order=current,
            position=position,
            person=told.person,
            post=told.post,
            role=told.role,
            wording=told.wording,
            duty=told.duty,
        )
    current.keep_keys(_words_of(current.members.all()))
    current.save(update_fields=["search_text", "number_order"])
    record(acting, "orders.members_saved", thing=current, figures={"members": len(members)})


@transaction.atomic
def drop_order(*, acting: Acting, order: Order) -> None:
    """Drop a draft. Refuses Conflict where it is no draft any more."""
    current = draft(order)
    record(acting, "orders.dropped", thing=current)
    current.delete()


def draft(order: Order) -> Order:
    """Give an order locked and read anew. Refuses Conflict where it is no draft."""
    current = locked(order)
    if not current.is_draft:
        raise Conflict(_("This paper is no longer a draft, so it cannot be changed."))
    return current


def locked(order: Order) -> Order:
    """Give an order locked and read anew."""
    return Order.objects.select_for_update().get(pk=order.pk)


def actor_of(acting: Acting | str) -> str:
    """Give the name under which a deed is recorded."""
    return acting if isinstance(acting, str) else acting.actor


def _words_of(members: Any) -> str:
    return " ".join(f"{member.post} {member.person or ''}" for member in members.select_related("person"))
