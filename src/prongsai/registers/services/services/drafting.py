"""Adding a service, and writing the draft of its next version."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.ita.papers.service import Audience, ServiceKind, ServiceSheet
from prongsai.ita.papers.service_gaps import gaps_of
from prongsai.ita.papers.service_json import from_json, to_json
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Unit
from prongsai.platform.audit.services import record
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.services.models import Service, ServiceVersion


@transaction.atomic
def add_service(*, acting: Acting | str, agency: int, unit: Unit, sheet: ServiceSheet) -> Service:
    """Add a service with its first draft."""
    actor = actor_of(acting)
    service = Service(agency_id=agency, unit=unit, made_by=actor)
    _follow(service, sheet)
    service.save()
    _new_version(service, 1, sheet, actor)
    record(acting, "services.added", thing=service)
    return service


@transaction.atomic
def start_version(*, acting: Acting | str, service: Service, sheet: ServiceSheet | None = None) -> ServiceVersion:
    """Begin the next version as a copy of the newest (or of `sheet`). Refuses Conflict where one is open already."""
    versions = ServiceVersion.objects.select_for_update().filter(service=locked(service))
    newest = versions.order_by("-number").first()
    if newest is None or not newest.is_approved or service.given_up:
        raise Conflict(_("There is a version that is still being worked on."))
    made = _new_version(service, newest.number + 1, sheet or newest.sheet, actor_of(acting))
    record(acting, "services.draft_begun", thing=made, figures={"version": made.number})
    return made


@transaction.atomic
def save_part(*, acting: Acting | str, version: ServiceVersion, told: Mapping[str, Any]) -> None:
    """Write parts of a draft: fields of `ServiceSheet` by name. Refuses Conflict where it is no draft any more."""
    current = draft(version)
    sheet = from_json({**current.content, **told})
    current.content = to_json(sheet)
    current.edited_by = actor_of(acting)
    current.save(update_fields=["content", "edited_by"])
    _follow(current.service, sheet)
    current.service.save(update_fields=["name", "kind", "audience", "search_text", "sort_key"])
    record(acting, "services.draft_saved", thing=current, figures={"gaps": len(gaps_of(sheet))})


@transaction.atomic
def drop_draft(*, acting: Acting, version: ServiceVersion) -> None:
    """Drop a draft and go back to the version before; the first draft goes with its service. Refuses Conflict."""
    current = draft(version)
    before = ServiceVersion.objects.filter(service=current.service).approved().first()
    record(acting, "services.draft_dropped", thing=current, figures={"version": current.number})
    current.delete()
    if before is None:
        current.service.delete()
        return
    _follow(current.service, before.sheet)
    current.service.save(update_fields=["name", "kind", "audience", "search_text", "sort_key"])


def draft(version: ServiceVersion) -> ServiceVersion:
    """Give a version locked and read anew. Refuses Conflict where it is no draft."""
    current = ServiceVersion.objects.select_for_update().select_related("service").get(pk=version.pk)
    if not current.is_draft:
        raise Conflict(_("This version is no longer a draft, so it cannot be changed."))
    return current


def locked(service: Service) -> Service:
    """Give a service locked and read anew."""
    return Service.objects.select_for_update().get(pk=service.pk)


def actor_of(acting: Acting | str) -> str:
    """Give the name under which a deed is recorded."""
    return acting if isinstance(acting, str) else acting.actor


def _new_version(service: Service, number: int, sheet: ServiceSheet, actor: str) -> ServiceVersion:
    return ServiceVersion.objects.create(
        agency_id=service.agency_id,
        service=service,
        number=number,
        content=to_json(sheet),
        made_by=actor,
        edited_by=actor,
    )


def _follow(service: Service, sheet: ServiceSheet) -> None:
    """Let the row of lists say what the newest version says."""
    service.name = sheet.name
    service.kind = ServiceKind(sheet.kind).value
    service.audience = Audience(sheet.audience).value
    service.keep_keys(" ".join((sheet.unit, *sheet.law)))
