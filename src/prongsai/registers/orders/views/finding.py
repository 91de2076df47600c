"""What the pages of this room fetch, as far as who asks may see it; and who may ask."""

from __future__ import annotations

from django.shortcuts import get_object_or_404

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role
from prongsai.registers.orders.models import Order

WRITERS = (Role.OFFICER, Role.UNIT_HEAD, Role.COORDINATOR)
READERS = (*WRITERS, Role.EXECUTIVE, Role.AUDITOR)


def order_of(acting: Acting, order: int) -> Order:
    """Give an order, or 404."""
    return get_object_or_404(Order.objects.visible_to(acting).select_related("unit", "revoked_by"), pk=order)
