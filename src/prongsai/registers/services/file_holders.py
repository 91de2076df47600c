"""Files of services: forms for citizens."""

from __future__ import annotations

from django.urls import reverse

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.holders import Holder, Told
from prongsai.platform.files.kinds import PAPERS
from prongsai.registers.services.models import Service

WRITERS = (Role.OFFICER, Role.UNIT_HEAD, Role.COORDINATOR)


def _sees_service(acting: Acting, service: int) -> bool:
    return Service.objects.visible_to(acting).filter(pk=service).exists()


def _changes_service(acting: Acting, service: int) -> bool:
    return acting.has(*WRITERS) and Service.objects.visible_to(acting).offered().filter(pk=service).exists()


def _tell_service(service: int) -> Told:
    return Told(Service.objects.get(pk=service).name, reverse("service", args=[service]))


SERVICE_FORM = Holder(
    key="service-form",
    may_read=_sees_service,
    may_change=_changes_service,
    tell=_tell_service,
    purpose=PAPERS,
    listed=True,
)
