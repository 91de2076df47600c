"""What is to be done about services: reviews that are due. What waits for approval, `approvals` tells."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from django.utils.translation import gettext as _

from prongsai.platform.modules import Task
from prongsai.registers.services.models import Service

AHEAD = timedelta(days=30)
"""A review shows itself a month before its day."""


class ServiceTasks:
    """Tasks of the owner units."""

    key = "services"

    def open_tasks(
        self, today: date, *, person: int | None = None, units: frozenset[int] = frozenset()
    ) -> Iterable[Task]:
        """Give what waits in some units, or in all where nobody is named."""
        services = Service.objects.offered()
        if person is not None or units:
            services = services.filter(unit__in=units)
        for service in services:
            if service.is_review_due(today + AHEAD):
                yield Task(
                    key=f"services:review:{service.pk}",
                    title=_("Look through the service once a year: %(name)s") % {"name": service.name},
                    url_name="service",
                    arguments={"service": service.pk},
                    due=service.review_due,
                    unit=service.unit_id,
                )
