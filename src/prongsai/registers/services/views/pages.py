"""The pages of one service and of its versions."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from prongsai.ita.papers.service_changes import changes
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of
from prongsai.platform.calendar.today import today
from prongsai.platform.files.models import Attachment
from prongsai.platform.web.saving import saved
from prongsai.registers.approvals.services import approval_kinds, submissions_of
from prongsai.registers.services.evidence import compared_with_before
from prongsai.registers.services.file_holders import SERVICE_FORM
from prongsai.registers.services.forms import PARTS
from prongsai.registers.services.models import ServiceVersion
from prongsai.registers.services.outputs import OUTPUTS, made, outputs_of
from prongsai.registers.services.views.finding import READERS, WRITERS, service_of, version_of
from prongsai.registers.services.views.showing import Shown, gaps_in_words, history_with_content


@require_safe
@for_roles(*READERS)
def service(request: StaffRequest, service: int) -> HttpResponse:
    """Show a service by its newest version, and all its versions."""
    found = service_of(request.acting, service)
    versions = list(found.versions.all())
    return render(request, "services/service.html", _told(request, versions[0], versions))


@require_safe
@for_roles(*READERS)
def version(request: StaffRequest, edition: int) -> HttpResponse:
    """Show one version."""
    found = version_of(request.acting, edition)
    return render(request, "services/service.html", _told(request, found, list(found.service.versions.all())))


@require_safe
@for_roles(*READERS)
def difference(request: StaffRequest, edition: int) -> HttpResponse:
    """Show what a version changed against the one before."""
    found = version_of(request.acting, edition)
    before = found.service.versions.filter(number__lt=found.number).order_by("-number").first()
    if before is None:
        raise Http404
    told = {
        "version": found,
        "before": before,
        "changes": changes(before.sheet, found.sheet),
        "compared": compared_with_before(found),
    }
    return render(request, "services/difference.html", told)


@require_safe
@for_roles(*READERS)
def output(request: StaffRequest, edition: int, output: str) -> HttpResponse:
    """Give an output of a version as a file."""
    found, agency = version_of(request.acting, edition), agency_of(request.acting)
    asked = OUTPUTS.get(output)
    if asked is None or asked not in outputs_of(found, agency):
        raise Http404
    name = f"{found.sheet.name[:80] or found.pk} {found.number} {asked.key}.{asked.suffix}"
    return saved(made(found, agency, asked), name, asked.content_type)


def _told(request: StaffRequest, found: ServiceVersion, versions: list[ServiceVersion]) -> dict[str, Any]:
    acting, agency = request.acting, agency_of(request.acting)
    service, newest = found.service, versions[0]
    writes = acting.has(*WRITERS) and not service.given_up
    found.service.unit  # noqa: B018 - one query here rather than in the template
    held = Attachment.objects.select_related("file")
    return {
        "service": service,
        "version": found,
        "versions": versions,
        "is_newest": found.pk == newest.pk,
        "shown": Shown(found.sheet),
        "gaps": gaps_in_words(found.gaps),
        "parts": PARTS.values(),
        "outputs": outputs_of(found, agency),
        "compared": compared_with_before(found),
        "forms": held.filter(holder=SERVICE_FORM.key, thing=service.pk),
        "submissions": submissions_of("service", found.pk),
        "history": history_with_content(found),
        "public_path": service.public_path(agency),
        "is_review_due": service.is_review_due(today(agency)),
        "may_write": writes,
        "may_edit": writes and found.is_draft,
        "may_begin": writes and newest.is_approved,
        "may_submit": writes and approval_kinds["service"].may_submit(acting, found.pk),
        "may_post": writes
        and found.is_approved
        and shows_public(found)
        and not found.is_posted
        and found.pk == _newest_approved(versions),
    }


def shows_public(version: ServiceVersion) -> bool:
    """Whether a version belongs on the public page at all."""
    return version.service.audience == "public"


def _newest_approved(versions: list[ServiceVersion]) -> int | None:
    return next((version.pk for version in versions if version.is_approved), None)
