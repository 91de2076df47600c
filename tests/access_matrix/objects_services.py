"""Makes what the addresses of services name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from uuid import UUID

from approved_services import approve, submitted
from cast import Office
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.services import attach_files, made_here
from prongsai.registers.services import services
from prongsai.registers.services.file_holders import SERVICE_FORM
from prongsai.registers.services.models import ImportedManuals, ServiceVersion
from whole_service import WHOLE

Told = Mapping[str, object]


def _draft(office: Office) -> ServiceVersion:
    """A service whose name nobody has had before: the makers run once for each role."""
    sheet = replace(WHOLE, name=f"{WHOLE.name} {office.canary}")
    acting = acting_as(office.accounts[Role.INVESTIGATOR])  # somebody who is none of those who ask
    unit = office.units["สำนักปลัด"]
    return services.add_service(acting=acting, agency=office.agency.pk, unit=unit, sheet=sheet).versions.get()


def _submitted(office: Office) -> ServiceVersion:
    version = _draft(office)
    submitted(office, version)
    return version


def _posted(office: Office) -> ServiceVersion:
    version = approve(office, _draft(office))
    services.post(acting=acting_as(office.accounts[Role.OFFICER]), version=version)
    return version


def service(office: Office) -> Told:
    return {"service": _draft(office).service_id}


def service_version(office: Office) -> Told:
    return {"edition": _draft(office).pk}


def submitted_service_version(office: Office) -> Told:
    return {"edition": _submitted(office).pk}


def second_service_version(office: Office) -> Told:
    version = _posted(office)
    officer = acting_as(office.accounts[Role.OFFICER])
    return {"edition": services.start_version(acting=officer, service=version.service).pk}


def service_part(office: Office) -> Told:
    return {"edition": _draft(office).pk, "part": "steps"}


def service_output(office: Office) -> Told:
    return {"edition": _draft(office).pk, "output": "manual-word"}


def imported_manuals(office: Office) -> Told:
    kept = ImportedManuals.objects.create(
        agency=office.agency, file_name=f"{office.canary}.xlsx", found=[], made_by="user:0"
    )
    return {"waiting": kept.pk}


def posted_service(office: Office) -> Told:
    return {"code": office.agency.code, "service": _posted(office).service_id}


def posted_service_form(office: Office) -> Told:
    version = _posted(office)
    file = made_here(b"form", f"{office.canary}.txt", Kind.TXT)
    told = {"agency": office.agency.pk, "holder": SERVICE_FORM.key, "thing": version.service_id}
    (stored,) = attach_files(acting="test", files=[file], **told)
    return {"code": office.agency.code, "service": version.service_id, "file": stored.newest.public_id}


MAKERS: dict[str, Callable[[Office], Told]] = {
    "service": service,
    "service_version": service_version,
    "submitted_service_version": submitted_service_version,
    "second_service_version": second_service_version,
    "service_part": service_part,
    "service_output": service_output,
    "imported_manuals": imported_manuals,
    "posted_service": posted_service,
    "posted_service_form": posted_service_form,
}
NOWHERE: dict[str, object] = {
    "service": 2**40,
    "edition": 2**40,
    "waiting": 2**40,
    "part": "steps",
    "output": "manual-word",
    "code": "nowhere",
    "file": UUID(int=1),
}
