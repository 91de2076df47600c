"""Pages of the log of deeds."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.models import Role, User
from prongsai.platform.audit.chain import INSTALLATION
from prongsai.platform.audit.forms import SearchForm
from prongsai.platform.audit.heads_of_today import heads_of
from prongsai.platform.audit.models import Line
from prongsai.platform.audit.services import record
from prongsai.platform.audit.showing import MOST_ROWS, shown, workbook

ON_A_PAGE = 50
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@for_roles(Role.AUDITOR, Role.SYSTEM_ADMIN)
def log(request: StaffRequest) -> HttpResponse:
    """Show the deeds of the agency, the newest first; for who runs the installation those of no agency."""
    form = _form(request)
    lines = Line.objects.order_by("-seq")
    if form.is_valid():
        lines = form.found_in(lines)
    page = Paginator(lines, ON_A_PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    told = {"form": form, "page": page, "lines": shown(page.object_list), "query": query.urlencode()}
    return render(
        request, "audit/log.html", {**told, "searching": bool(query), "may_export": request.acting.has(Role.AUDITOR)}
    )


@require_POST
@for_roles(Role.AUDITOR)
def export(request: StaffRequest) -> HttpResponse:
    """Give what was found as a file; that is itself a deed."""
    form = _form(request)
    if not form.is_valid():
        return redirect("audit-log")
    lines = form.found_in(Line.objects.order_by("-seq"))[:MOST_ROWS]
    content = workbook(lines)
    record(request.acting, "audit.exported", figures={"bytes": len(content)})
    return HttpResponse(
        content, content_type=XLSX, headers={"Content-Disposition": 'attachment; filename="audit-log.xlsx"'}
    )


@require_safe
@for_roles(Role.AUDITOR, Role.OVERSEER, Role.SYSTEM_ADMIN)
def heads(request: StaffRequest) -> HttpResponse:
    """Show how far the log goes and the signed head of it: a sheet to print, sign and file."""
    chain = request.acting.agency.pk if request.acting.agency else INSTALLATION
    return render(request, "audit/heads.html", {"sheet": heads_of(chain)})


def _form(request: StaffRequest) -> SearchForm:
    agency = request.acting.agency
    accounts = User.objects.filter(agency=agency).order_by("display_name", "login_name")
    return SearchForm(request.GET or {}, accounts=accounts)
