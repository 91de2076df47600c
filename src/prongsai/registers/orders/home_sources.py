"""What the home page tells of orders: how many wait for their signature."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import ngettext

from prongsai.platform.modules import HomeLine, HomePart
from prongsai.registers.orders.models import Order, OrderState


class OrdersToSign:
    """Papers that wait for a signature."""

    key = "orders-to-sign"
    part = HomePart.SIGNATURES

    def lines(
        self,
        today: date,  # noqa: ARG002 the signature is that of all sources
        *,
        units: frozenset[int] | None = None,
    ) -> Iterable[HomeLine]:
        """Give one line with their number, none where nothing waits."""
        waiting = Order.objects.filter(state=OrderState.WAITING)
        if units is not None:
            waiting = waiting.filter(unit__in=units)
        if count := waiting.count():
            words = ngettext(
                "%(count)s order or announcement waits for a signature",
                "%(count)s orders and announcements wait for a signature",
                count,
            )
            yield HomeLine(words % {"count": count}, "orders")
