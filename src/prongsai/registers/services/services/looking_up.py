"""What other rooms may know of services: which are offered, what a manual says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from prongsai.ita.papers.service import ServiceSheet
from prongsai.ita.papers.service_time import WholeTime, whole_time
from prongsai.registers.services.models import Audience, Service, ServiceVersion


@dataclass(frozen=True, slots=True)
class OfferedService:
    """A service that may be asked for, by its approved version: number and version, sheet, owner unit.

    `is_sensitive`: its name stands on no ticket, board or public ledger.
    """

    service: int
    version: int
    sheet: ServiceSheet
    unit: int
    is_sensitive: bool

    @property
    def time(self) -> WholeTime:
        """How long it takes at most, by the times of its steps."""
        return whole_time(self.sheet.steps)


def offered_services(*, audience: str = Audience.PUBLIC) -> Sequence[OfferedService]:
    """Give the services of the agency that speaks with an approved version, in the order of their names."""
    versions = _current().filter(service__audience=audience).order_by("service__sort_key", "service_id")
    return [_offered(version) for version in versions]


def service_called(service: int) -> OfferedService | None:
    """Give one offered service by its number, None where it is not there, given up, or without approved version."""
    version = _current().filter(service=service).first()
    return _offered(version) if version else None


def manual_of(service: int, *, version: int | None = None) -> ServiceSheet | None:
    """Give what the manual says, by the newest approved version or by a number; None where there is none."""
    approved = ServiceVersion.objects.filter(service=service).approved()
    found = (approved.filter(number=version) if version else approved).order_by("-number").first()
    return found.sheet if found else None


def _current() -> QuerySet[ServiceVersion]:
    newest = ServiceVersion.objects.approved().order_by("service_id", "-number").distinct("service_id").values("pk")
    offered = Service.objects.offered()
    return ServiceVersion.objects.filter(pk__in=newest, service__in=offered).select_related("service")


def _offered(version: ServiceVersion) -> OfferedService:
    service = version.service
    return OfferedService(service.pk, version.number, version.sheet, service.unit_id, service.is_sensitive)
