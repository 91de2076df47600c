"""The inbox: what is due, late, waiting, mine; and the register as a workbook."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.files.kinds import Kind
from prongsai.platform.web.saving import saved
from prongsai.registers.cases.forms.searching import VIEWS, SearchForm, narrowed
from prongsai.registers.cases.models import Case
from prongsai.registers.cases.models.case import RUNNING, Cases
from prongsai.registers.cases.outputs import register_workbook
from prongsai.registers.cases.states import WAITING
from prongsai.registers.cases.views.finding import HANDLERS
from prongsai.registers.cases.views.showing import days_left

ON_A_PAGE = 50
NARROWING = ("kind", "channel", "state")


@require_safe
@for_roles(*HANDLERS)
def cases(request: StaffRequest) -> HttpResponse:
    """Show a view of the inbox."""
    view, day = _view(request), today(request.acting.agency)
    form = SearchForm(request.GET or None)
    counts = _counts(request)
    found = _found(request, form).select_related("unit", "officer", "service")
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    told = {
        "form": form,
        "page": page,
        "query": query.urlencode(),
        "listed": [(case, case.is_late(day), days_left(case, day)) for case in page],
        "views": [(key, words, counts.get(key)) for key, words in VIEWS.items()],
        "view": view,
        "sought": form["q"].value() or "",
        "narrowed": any(request.GET.get(name) for name in NARROWING),
    }
    return render(request, "cases/cases.html", told)


@require_POST
@for_roles(*HANDLERS)
def export(request: StaffRequest) -> HttpResponse:
    """Give the cases that were found as a workbook; that is itself a deed."""
    found = _found(request, SearchForm(request.GET or None)).select_related("unit", "officer", "service")
    content = register_workbook(found)
    record(request.acting, "cases.exported", figures={"cases": len(found)})
    return saved(content, _("Register of cases") + ".xlsx", Kind.XLSX.content_type)


def _counts(request: StaffRequest) -> dict[str, int]:
    """Count the open views in one question; what is at an end is not counted, there may be years of it."""
    day, person = today(request.acting.agency), request.acting.person
    running = Q(state__in=RUNNING)
    return (
        Case.objects.visible_to(request.acting)
        .open()
        .aggregate(
            open=Count("pk"),
            mine=Count("pk", filter=Q(officer=person) if person else Q(pk=None)),
            today=Count("pk", filter=running & Q(due=day)),
            late=Count("pk", filter=running & Q(due__lt=day)),
            waiting=Count("pk", filter=Q(state__in=WAITING)),
            unowned=Count("pk", filter=Q(officer=None)),
        )
    )


def _view(request: StaffRequest) -> str:
    view = request.GET.get("view", "")
    return view if view in VIEWS else "open"


def _found(request: StaffRequest, form: SearchForm) -> Cases:
    """Give the cases asked for. A search or a state looks through all, whatever the view."""
    seen, day = Case.objects.visible_to(request.acting), today(request.acting.agency)
    everywhere = request.GET.get("q") or request.GET.get("state")
    found = seen if everywhere and "view" not in request.GET else narrowed(seen, _view(request), request.acting, day)
    return form.found_in(found)
