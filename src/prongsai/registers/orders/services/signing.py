"""From the draft to the paper that binds: to be signed, signed, revoked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.ita.thai import to_arabic
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.files.limited import CleanFile
from prongsai.platform.files.services import attach_files
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.orders.file_holders import SIGNED_ORDER, has_scan
from prongsai.registers.orders.models import Order, OrderKind, OrderState
from prongsai.registers.orders.services.drafting import draft, locked


@transaction.atomic
def send_to_sign(*, acting: Acting, order: Order) -> None:
    """Freeze a draft and let it wait for its signature. Refuses Conflict where it says nothing."""
    current = draft(order)
    if not current.clauses.strip() and not current.members.exists():
        raise Conflict(_("Write what is ordered, or whom it appoints, first."))
    current.state = OrderState.WAITING
    current.save(update_fields=["state"])
    record(acting, "orders.sent_to_sign", thing=current)


@transaction.atomic
def take_back(*, acting: Acting, order: Order) -> None:
    """Make what waits for a signature a draft again. Refuses Conflict."""
    current = _waiting(order)
    current.state = OrderState.DRAFT
    current.save(update_fields=["state"])
    record(acting, "orders.taken_back", thing=current)


@transaction.atomic
def put_in_force(
    *, acting: Acting, order: Order, number: str, year: int | None, day: date, scan: Sequence[CleanFile]
) -> None:
    """Write down that it was signed: number and day as the paper carries them, and the scan.

    An announcement may have no number. Refuses Conflict: it does not wait, no scan, no number of an order, or a number
    that another paper of this kind has in the year.
    """
    current = _waiting(order)
    number = to_arabic(number).strip()
    if not scan:
        raise Conflict(_("Until the signed scan is attached, a paper stays a draft."))
    if current.kind == OrderKind.ORDER and not (number and year):
        raise Conflict(_("An order has a number and a year, as the registry wrote them."))
    if taken := same_number(current, number, year):
        raise Conflict(_("This number is taken in the year: %(subject)s") % {"subject": taken.subject})
    current.number, current.year, current.day = number, year if number else None, day
    current.state, current.entered = OrderState.IN_FORCE, today(acting.agency)
    current.since = current.since or day
    current.keep_keys(current.search_text)
    current.save()
    attach_files(acting=acting, agency=current.agency_id, holder=SIGNED_ORDER.key, thing=current.pk, files=scan)
    record(acting, "orders.signed", thing=current, figures={"year": year, "day": day})


@transaction.atomic
def attach_scan(*, acting: Acting, order: Order, scan: Sequence[CleanFile]) -> None:
    """Attach the scan of an order that was taken in from a list. Refuses Conflict: it has one, or is open."""
    current = locked(order)
    if current.is_open or has_scan(current.pk) or not scan:
        raise Conflict(_("The scan comes once, with a paper that is in force."))
    attach_files(acting=acting, agency=current.agency_id, holder=SIGNED_ORDER.key, thing=current.pk, files=scan)
    record(acting, "orders.scan_attached", thing=current)


@transaction.atomic
def revoke(*, acting: Acting, order: Order, by: Order | None, on: date, because: str = "") -> None:
    """Write down that an order holds no longer, by which other one or why. Refuses Conflict."""
    current = locked(order)
    if current.state != OrderState.IN_FORCE:
        raise Conflict(_("Only what is in force can be revoked."))
    if by is not None and by.pk == current.pk:
        raise Conflict(_("No paper revokes itself."))
    if current.day and on < current.day:
        raise Conflict(_("It cannot be revoked before its own day."))
    if by is None and not because:
        raise Conflict(_("Say by which paper, or why."))
    current.state, current.revoked_by, current.revoked_on = OrderState.REVOKED, by, on
    current.revoked_because = because
    current.save(update_fields=["state", "revoked_by", "revoked_on", "revoked_because"])
    record(acting, "orders.revoked", thing=current, figures={"day": on})


def same_number(order: Order, number: str, year: int | None) -> Order | None:
    """Give another paper of the same kind with this number in the year."""
    if not number:
        return None
    others = Order.objects.filter(kind=order.kind, number=number, year=year).exclude(pk=order.pk)
    return others.first()


def _waiting(order: Order) -> Order:
    current = locked(order)
    if current.state != OrderState.WAITING:
        raise Conflict(_("This paper is not waiting for its signature."))
    return current
