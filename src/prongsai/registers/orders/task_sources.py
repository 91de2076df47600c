"""What is to be done about orders: what waits for its signature, and what lacks its scan."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from prongsai.platform.modules import Task
from prongsai.registers.orders.models import Order, OrderState


class OrderTasks:
    """Tasks of the units in charge."""

    key = "orders"

    def open_tasks(
        self,
        today: date,  # noqa: ARG002 the signature is that of all task sources
        *,
        person: int | None = None,
        units: frozenset[int] = frozenset(),
    ) -> Iterable[Task]:
        """Give what waits in some units, or in all where nobody is named."""
        waiting = Order.objects.filter(state=OrderState.WAITING)
        if person is not None or units:
            waiting = waiting.filter(unit__in=units)
        for order in waiting:
            yield Task(
                key=f"orders:sign:{order.pk}",
                title=_("Bring back signed: %(subject)s") % {"subject": order.subject},
                url_name="order",
                arguments={"order": order.pk},
                unit=order.unit_id,
            )
