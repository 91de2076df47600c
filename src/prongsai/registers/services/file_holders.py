"""Files of services: forms for citizens, and scans of approvals signed on paper."""

from __future__ import annotations

from django.urls import reverse

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.holders import Holder, Told
from prongsai.platform.files.kinds import EVIDENCE, PAPERS
from prongsai.registers.services.models import Service, ServiceVersion

WRITERS = (Role.OFFICER, Role.UNIT_HEAD, Role.COORDINATOR)


def _sees_service(acting: Acting, service: int) -> bool:
    return Service.objects.visible_to(acting).filter(pk=service).exists()


def _changes_service(acting: Acting, service: int) -> bool:
    return acting.has(*WRITERS) and Service.objects.visible_to(acting).offered().filter(pk=service).exists()


def _tell_service(service: int) -> Told:
    return Told(Service.objects.get(pk=service).name, reverse("service", args=[service]))


def _sees_version(acting: Acting, version: int) -> bool:
    return ServiceVersion.objects.visible_to(acting).filter(pk=version).exists()


def _tell_version(version: int) -> Told:
    found = ServiceVersion.objects.select_related("service").get(pk=version)
    return Told(str(found), reverse("service-version", args=[version]))


SERVICE_FORM = Holder(
    key="service-form",
    may_read=_sees_service,
    may_change=_changes_service,
    tell=_tell_service,
    purpose=PAPERS,
    listed=True,
)
APPROVAL_SCAN = Holder(
    key="service-approval",
    may_read=_sees_version,
    may_change=lambda _acting, _version: False,  # it comes with the approval and stays
    tell=_tell_version,
    purpose=EVIDENCE,
    listed=True,
)
