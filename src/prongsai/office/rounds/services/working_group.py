"""The working group, as its order appoints it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.office.rounds.models import Round
from prongsai.office.rounds.services.standing import open_one
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.audit.services import record
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.orders.services import duties_of, members_of, order_called


@dataclass(frozen=True, slots=True)
class WorkingGroup:
    """The group of a round. `url` leads to the order in the register, empty where order and members were typed.

    `members` are lines: post, and what the post is in the group. Duties are of the parts of the year.
    """

    title: str
    day: date | None
    members: tuple[str, ...]
    before: tuple[str, ...] = ()
    during: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    url: str = ""
    is_revoked: bool = False


def working_group_of(found: Round) -> WorkingGroup | None:
    """Give the group of a round, None where nothing is written down."""
    known = order_called(found.order_id) if found.order_id else None
    if known is not None:
        members = tuple(f"{each.post} {each.role_words}" for each in members_of(known.order))
        duties = duties_of(known.order)
        parts = (duties.before, duties.during, duties.after)
        return WorkingGroup(known.title, known.day, members, *parts, url=known.url, is_revoked=known.is_revoked)
    if not found.has_group:
        return None
    return WorkingGroup(found.order_number, found.order_day, tuple(found.member_lines))


@transaction.atomic
def set_working_group(
    *,
    acting: Acting,
    found: Round,
    number: str = "",
    day: date | None = None,
    members: str = "",
    order: int | None = None,
) -> None:
    """Write down the order: one of the register, or number, day and members as typed, one to a line.

    Refuses Conflict on a closed year, and for an order that is not signed.
    """
    current = open_one(found)
    if order is not None and order_called(order) is None:
        raise Conflict(_("This order is not in the register, or not signed."))
    current.order_id = order
    current.order_number, current.order_day, current.members = number, day, members
    current.save(update_fields=["order", "order_number", "order_day", "members"])
    named = len(members_of(order)) if order is not None else len(current.member_lines)
    record(acting, "rounds.group_set", thing=current, figures={"members": named, "day": day})
