"""Orders from the office's own list: read, kept for review, taken in whole or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Unit
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.files.waiting_lists import open_list, removal_of
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.orders.models import ImportedOrders, Order, OrderState
from prongsai.registers.orders.sheet import OrderRow


@transaction.atomic
def accept_import(*, acting: Acting, waiting: ImportedOrders, unit: Unit) -> list[Order]:
    """Put all papers of a list into the register, in force; each still lacks its scan.

    Refuses Conflict, and nothing is taken in, where one cannot be taken: a fault, or a number that is there already.
    """
    current = open_list(waiting)
    rows = [OrderRow.of_json(told) for told in current.found]
    if blocked := blocking(rows):
        raise Conflict(_("Nothing was taken in: %(names)s") % {"names": ", ".join(row.title for row in blocked)})
    taken = [_taken(row, acting, current.agency_id, unit) for row in rows]
    record(acting, "orders.imported", figures={"orders": len(taken)})
    current.delete()
    return taken


def blocking(rows: Sequence[OrderRow]) -> list[OrderRow]:
    """Give the rows that keep a list out: with a fault, a number twice, or one that is in the register."""
    known = set(Order.objects.exclude(number="").values_list("kind", "year", "number"))
    counts = Counter(row.key for row in rows if row.number)
    return [row for row in rows if row.faults or (row.number and (row.key in known or counts[row.key] > 1))]


remove_old_imports = removal_of(ImportedOrders)


def _taken(row: OrderRow, acting: Acting, agency: int, unit: Unit) -> Order:
    order = Order(
        agency_id=agency,
        unit=unit,
        kind=row.kind,
        state=OrderState.IN_FORCE,
        number=row.number,
        year=row.year,
        day=row.day,
        since=row.day,
        subject=row.subject,
        signer_post=row.signer,
        remark=row.remark,
        entered=today(acting.agency),
        made_by=acting.actor,
    )
    order.keep_keys()
    order.save()
    return order
