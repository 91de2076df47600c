"""What the pages of this room fetch, as far as who asks may see it; and who may ask."""

from __future__ import annotations

from django.shortcuts import get_object_or_404

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role
from prongsai.registers.services.models import Service, ServiceVersion

WRITERS = (Role.OFFICER, Role.UNIT_HEAD, Role.COORDINATOR)
READERS = (*WRITERS, Role.EXECUTIVE, Role.AUDITOR)


def service_of(acting: Acting, service: int) -> Service:
    """Give a service, or 404."""
    return get_object_or_404(Service.objects.visible_to(acting).select_related("unit"), pk=service)


def version_of(acting: Acting, version: int) -> ServiceVersion:
    """Give a version, or 404."""
    versions = ServiceVersion.objects.visible_to(acting).select_related("service__unit", "approver")
    return get_object_or_404(versions, pk=version)
