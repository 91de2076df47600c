"""The list of services, new ones, and the register as a workbook."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.ita.papers.service import Audience, ServiceKind, ServiceSheet
from prongsai.ita.writing.service import template_sheet, write_register
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of, units_of
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.files.kinds import Kind
from prongsai.platform.web.saving import saved
from prongsai.registers.services.forms import NewServiceForm, SearchForm, StartersForm
from prongsai.registers.services.models import Service, ServiceVersion
from prongsai.registers.services.services import add_service, add_starters, starter_sheets
from prongsai.registers.services.views.finding import READERS, WRITERS
from prongsai.registers.services.views.showing import Listed

ON_A_PAGE = 50
NARROWING = ("audience", "owner", "standing")
XLSX = Kind.XLSX.content_type


@require_safe
@for_roles(*READERS)
def services(request: StaffRequest) -> HttpResponse:
    """List the services of the agency."""
    form = SearchForm(request.GET or None, units=units_of(request.acting))
    found = form.found_in(Service.objects.visible_to(request.acting)).select_related("unit")
    page = Paginator(found.prefetch_related(_VERSIONS), ON_A_PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    day = today(request.acting.agency)
    told = {"form": form, "page": page, "query": query.urlencode(), "may_write": request.acting.has(*WRITERS)}
    told |= {"sought": form["q"].value() or "", "narrowed": any(request.GET.get(name) for name in NARROWING)}
    return render(request, "services/services.html", told | {"listed": [Listed.of(row, day) for row in page]})


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def new_service(request: StaffRequest) -> HttpResponse:
    """Add a service."""
    agency = agency_of(request.acting)
    form = NewServiceForm(request.POST if request.method == "POST" else None, units=units_of(request.acting))
    if form.is_valid():
        told = form.cleaned_data
        owner = told["owner"]
        sheet = ServiceSheet(
            name=told["name"],
            kind=ServiceKind(told["kind"]),
            audience=Audience(told["audience"]),
            unit=owner.name,
        )
        service = add_service(acting=request.acting, agency=agency.pk, unit=owner, sheet=sheet)
        messages.success(request, _("The service has been added. Now write what is still missing."))
        return redirect(service)
    return render(request, "services/new_service.html", {"form": form}, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def starters(request: StaffRequest) -> HttpResponse:
    """Add services of the starter catalogue."""
    choices = [(starter.key, starter.sheet.name) for starter in starter_sheets()]
    sent = request.POST if request.method == "POST" else None
    form = StartersForm(sent, choices=choices, units=units_of(request.acting))
    if form.is_valid():
        told = form.cleaned_data
        agency = agency_of(request.acting)
        added = add_starters(acting=request.acting, agency=agency.pk, unit=told["owner"], keys=told["keys"])
        messages.success(request, _("Services added: %(count)s") % {"count": len(added)})
        return redirect("services")
    return render(request, "services/starters.html", {"form": form}, status=400 if form.errors else 200)


@require_POST
@for_roles(*READERS)
def export(request: StaffRequest) -> HttpResponse:
    """Give the services that were found as a workbook, by their newest versions; that is itself a deed."""
    form = SearchForm(request.GET or None, units=units_of(request.acting))
    found = form.found_in(Service.objects.visible_to(request.acting)).prefetch_related(_VERSIONS)
    sheets = [service.versions.all()[0].sheet for service in found]
    content = write_register(sheets)
    record(request.acting, "services.exported", figures={"services": len(sheets)})
    return saved(content, _("Register of services") + ".xlsx", XLSX)


@require_safe
@for_roles(*WRITERS)
def template(request: StaffRequest) -> HttpResponse:  # noqa: ARG001
    """Give the workbook to be typed over and taken in again."""
    return saved(template_sheet(), _("Template of the register of services") + ".xlsx", XLSX)


_VERSIONS = Prefetch("versions", ServiceVersion.objects.order_by("-number"))
