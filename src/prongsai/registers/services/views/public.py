"""Pages for citizens: what services there are, one service, its forms. Only what is posted, nothing else."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from prongsai.ita.thai import search_key, single_line
from prongsai.platform.accounts.access import for_everybody
from prongsai.platform.agency.models import Agency
from prongsai.platform.agency.visited import speaking_of
from prongsai.platform.files.models import Attachment, FileVersion
from prongsai.platform.files.serving import file_response
from prongsai.registers.services.evidence import compared_with_before
from prongsai.registers.services.file_holders import SERVICE_FORM
from prongsai.registers.services.models import Service, ServiceVersion
from prongsai.registers.services.views.showing import Shown


@require_safe
@for_everybody
def services(request: HttpRequest, code: str) -> HttpResponse:
    """List the services of an agency that are on its public pages."""
    sought = single_line(request.GET.get("q", ""))[:100]
    with speaking_of(code) as agency:
        posted = ServiceVersion.objects.posted().select_related("service__unit").order_by("service__sort_key", "pk")
        for word in search_key(sought).split():
            posted = posted.filter(service__search_text__contains=word)
        told = {"agency": agency, "sought": sought, "listed": [(version, Shown(version.sheet)) for version in posted]}
        return render(request, "services/public_services.html", told)


@require_safe
@for_everybody
def service(request: HttpRequest, code: str, service: int) -> HttpResponse:
    """Show one service; where it was withdrawn, say so: the address stays."""
    with speaking_of(code) as agency:
        found = get_object_or_404(Service.objects.select_related("unit"), pk=service, audience="public")
        version = ServiceVersion.objects.posted().filter(service=found).first()
        if version is None:
            return _withdrawn(request, agency, found)
        compared = compared_with_before(version)
        told = {
            "agency": agency,
            "service": found,
            "version": version,
            "shown": Shown(version.sheet),
            "forms": _forms_of(found.pk),
            "compared": compared if compared and compared.changed else None,
        }
        return render(request, "services/public_service.html", told)


@require_safe
@for_everybody
def form(request: HttpRequest, code: str, service: int, file: UUID) -> HttpResponse:
    """Give a form of a posted service."""
    with speaking_of(code):
        posted = ServiceVersion.objects.posted().filter(service=service).exists()
        wanted = FileVersion.objects.select_related("file").filter(public_id=file).first()
        held = wanted and _forms_of(service).filter(file=wanted.file).exists()
        if not (posted and wanted and held):
            raise Http404
        return file_response(request, wanted)


def _withdrawn(request: HttpRequest, agency: Agency, found: Service) -> HttpResponse:
    """Tell when a service left the page; one that was never posted is not there."""
    once = found.versions.filter(posted__isnull=False).order_by("-number").first()
    if once is None:
        raise Http404
    day = once.withdrawn or found.given_up
    return render(
        request, "services/public_withdrawn.html", {"agency": agency, "name": once.sheet.name, "day": day}, status=410
    )


def _forms_of(service: int) -> QuerySet[Attachment]:
    held = Attachment.objects.filter(holder=SERVICE_FORM.key, thing=service)
    return held.select_related("file").prefetch_related("file__versions")
