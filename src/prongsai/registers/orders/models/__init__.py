"""Orders, whom they appoint, and lists that wait for review."""

from prongsai.registers.orders.models.imports import ImportedOrders
from prongsai.registers.orders.models.member import MemberRole, OrderMember
from prongsai.registers.orders.models.order import Order, OrderKind, OrderState

__all__ = ["ImportedOrders", "MemberRole", "Order", "OrderKind", "OrderMember", "OrderState"]
