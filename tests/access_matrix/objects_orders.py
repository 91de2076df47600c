"""Makes what the addresses of orders name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from cast import Office
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from prongsai.registers.orders import services
from prongsai.registers.orders.models import ImportedOrders, Order

Told = Mapping[str, object]


def _draft(office: Office) -> Order:
    told = {"unit": office.units["สำนักปลัด"], "subject": f"เรื่อง {office.canary}", "clauses": "ให้ปฏิบัติ"}
    by = acting_as(office.accounts[Role.INVESTIGATOR])  # somebody who is none of those who ask
    return services.add_order(acting=by, agency=office.agency.pk, told=told)


def order(office: Office) -> Told:
    return {"order": _draft(office).pk}


def waiting_order(office: Office) -> Told:
    made = _draft(office)
    services.send_to_sign(acting=acting_as(office.accounts[Role.OFFICER]), order=made)
    return {"order": made.pk}


def order_paper(office: Office) -> Told:
    return {"order": _draft(office).pk, "suffix": "docx"}


def imported_orders(office: Office) -> Told:
    kept = ImportedOrders.objects.create(
        agency=office.agency, file_name=f"{office.canary}.xlsx", found=[], made_by="user:0"
    )
    return {"waiting": kept.pk}


MAKERS: dict[str, Callable[[Office], Told]] = {
    "order": order,
    "waiting_order": waiting_order,
    "order_paper": order_paper,
    "imported_orders": imported_orders,
}
NOWHERE: dict[str, object] = {"order": 2**40, "suffix": "docx"}
