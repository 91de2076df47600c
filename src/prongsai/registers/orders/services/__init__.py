"""What is done with orders, and what other rooms may ask. Every write is one transaction with its line in the log."""

from prongsai.registers.orders.services.drafting import MemberTold, add_order, drop_order, save_members, save_order
from prongsai.registers.orders.services.importing import accept_import
from prongsai.registers.orders.services.looking_up import (
    Appointed,
    AppointedDuties,
    KnownOrder,
    duties_of,
    members_of,
    order_called,
    orders_to_choose,
)
from prongsai.registers.orders.services.signing import attach_scan, put_in_force, revoke, send_to_sign, take_back

__all__ = [
    "Appointed",
    "AppointedDuties",
    "KnownOrder",
    "MemberTold",
    "accept_import",
    "add_order",
    "attach_scan",
    "drop_order",
    "duties_of",
    "members_of",
    "order_called",
    "orders_to_choose",
    "put_in_force",
    "revoke",
    "save_members",
    "save_order",
    "send_to_sign",
    "take_back",
]
