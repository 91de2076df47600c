"""The list of policies, new ones, and the register as a file."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of, units_of
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.files.fields import status_of
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.written import written_paper
from prongsai.platform.ui.refusals import Conflict
from prongsai.platform.web.saving import saved
from prongsai.registers.policies import services
from prongsai.registers.policies.forms import ExistingForm, PolicyForm, SearchForm
from prongsai.registers.policies.models import Policy, PolicyVersion
from prongsai.registers.policies.models.policy import READERS, WRITERS
from prongsai.registers.policies.papers import register_paper
from prongsai.registers.policies.sheet import workbook

ON_A_PAGE = 50
NARROWING = ("kind", "unit", "standing")


@require_safe
@for_roles(*READERS)
def policies(request: StaffRequest) -> HttpResponse:
    """List the policies of the agency."""
    form = SearchForm(request.GET or None, units=units_of(request.acting))
    found = form.found_in(Policy.objects.visible_to(request.acting)).select_related("unit")
    page = Paginator(found.prefetch_related("versions__made_known"), ON_A_PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    day = today(request.acting.agency)
    told = {"form": form, "page": page, "query": query.urlencode(), "may_write": request.acting.has(*WRITERS)}
    told |= {"sought": form["q"].value() or "", "narrowed": any(request.GET.get(name) for name in NARROWING)}
    listed = [(policy, _shown(policy), policy.is_review_due(day)) for policy in page]
    shown = PolicyVersion.objects.filter(pk__in=[version.pk for _policy, version, _due in listed])
    told |= {"signed": set(shown.with_paper().values_list("pk", flat=True))}
    return render(request, "policies/policies.html", told | {"listed": listed})


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def new_policy(request: StaffRequest) -> HttpResponse:
    """Begin a policy."""
    agency = agency_of(request.acting)
    sent = request.POST if request.method == "POST" else None
    form = PolicyForm(sent, units=units_of(request.acting), initial=_own_unit(request))
    if form.is_valid():
        version = services.add_policy(acting=request.acting, agency=agency.pk, told=form.told())
        messages.success(request, _("The draft has been begun. Attach a file or submit it."))
        return redirect(version)
    return render(request, "policies/new_policy.html", {"form": form}, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def existing_policy(request: StaffRequest) -> HttpResponse:
    """Write down a policy that is in force already."""
    agency = agency_of(request.acting)
    sent = {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}
    form = ExistingForm(**sent, units=units_of(request.acting), initial=_own_unit(request))
    status = status_of(form)
    if form.is_valid():
        try:
            version = services.add_existing(
                acting=request.acting, agency=agency.pk, told=form.told(), **form.told_of_paper()
            )
        except Conflict as conflict:
            form.add_error(None, conflict.said)
            status = 409
        else:
            messages.success(request, _("Written down as in force."))
            return redirect(version)
    return render(request, "policies/existing_policy.html", {"form": form}, status=status)


@require_POST
@for_roles(*READERS)
def export(request: StaffRequest) -> HttpResponse:
    """Give the policies that were found as a workbook; that is itself a deed."""
    content = workbook(_taken_out(request))
    return saved(content, _("Register of policies") + ".xlsx", Kind.XLSX.content_type)


@require_POST
@for_roles(*READERS)
def print_register(request: StaffRequest) -> HttpResponse:
    """Give them as a paper."""
    agency, rows = agency_of(request.acting), _taken_out(request)
    day = today(agency)
    return written_paper(register_paper(rows, agency, day), "pdf", _("Register of policies"), day)


def _taken_out(request: StaffRequest) -> list[Policy]:
    search = SearchForm(request.GET or None, units=units_of(request.acting))
    found = search.found_in(Policy.objects.visible_to(request.acting)).select_related("unit")
    rows = list(found.prefetch_related("versions"))
    record(request.acting, "policies.exported", figures={"policies": len(rows)})
    return rows


def _shown(policy: Policy) -> PolicyVersion:
    """Give the version that holds, else the newest."""
    versions = list(policy.versions.all())
    return next((version for version in versions if version.is_in_force), versions[0])


def _own_unit(request: StaffRequest) -> dict[str, Any]:
    person = request.acting.person
    return {"unit": person.unit_id} if person else {}
