"""The lists of circulars and briefings, and the register as a workbook."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import units_of
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.files.kinds import Kind
from prongsai.platform.web.saving import saved
from prongsai.registers.circulars.forms import SearchForm
from prongsai.registers.circulars.models import Briefing, BriefingState, Circular, CircularState, ListKind, Receiver
from prongsai.registers.circulars.models.circular import OVERSEERS, WRITERS
from prongsai.registers.circulars.services.counting import came_to_all, counts_of_all
from prongsai.registers.circulars.sheet import briefings_workbook, circulars_workbook, template_workbook
from prongsai.registers.circulars.views.finding import READERS

ON_A_PAGE = 50
NARROWING = ("unit", "state", "year")


@require_safe
@for_roles(*READERS)
def circulars(request: StaffRequest) -> HttpResponse:
    """List the circulars that one may know, with their counts, and what one has still to acknowledge oneself."""
    form = _circular_search(request)
    found = form.found_in(Circular.objects.visible_to(request.acting), by_day="sent").select_related("unit")
    told = _page(request, form, found)
    rows = list(told["page"])
    counts, mine = counts_of_all(rows), _own(request, rows)
    told["listed"] = [(row, counts[row.pk], mine.get(row.pk)) for row in rows]
    return render(request, "circulars/circulars.html", told)


@require_safe
@for_roles(*READERS)
def briefings(request: StaffRequest) -> HttpResponse:
    """List the briefings that one may know."""
    form = _briefing_search(request)
    found = form.found_in(Briefing.objects.visible_to(request.acting), by_day="day").select_related("unit")
    told = _page(request, form, found)
    rows = list(told["page"])
    counts = came_to_all(rows)
    told["listed"] = [(row, *counts[row.pk]) for row in rows]
    return render(request, "circulars/briefings.html", told)


@require_POST
@for_roles(*WRITERS, *OVERSEERS)
def export(request: StaffRequest) -> HttpResponse:
    """Give the circulars that were found as a workbook, with counts and without names; that is itself a deed."""
    form = _circular_search(request)
    found = form.found_in(Circular.objects.visible_to(request.acting), by_day="sent").select_related("unit")
    rows = list(found.exclude(state=CircularState.DRAFT))
    content = circulars_workbook(rows, counts_of_all(rows))
    record(request.acting, "circulars.exported", figures={"circulars": len(rows)})
    return saved(content, _("Register of circulars") + ".xlsx", Kind.XLSX.content_type)


@require_safe
@for_roles(*WRITERS)
def template(request: StaffRequest, kind: str) -> HttpResponse:  # noqa: ARG001 the same for everybody
    """Give the workbook into which an old register of a kind is typed."""
    names = {
        ListKind.CIRCULARS.value: _("Template of the register of circulars"),
        ListKind.BRIEFINGS.value: _("Template of the register of briefings"),
    }
    return saved(template_workbook(kind), f"{names[kind]}.xlsx", Kind.XLSX.content_type)


@require_POST
@for_roles(*WRITERS, *OVERSEERS)
def export_briefings(request: StaffRequest) -> HttpResponse:
    """Give the briefings that were found as a workbook, with counts and without names; that is itself a deed."""
    form = _briefing_search(request)
    found = form.found_in(Briefing.objects.visible_to(request.acting), by_day="day").select_related("unit")
    rows = list(found.exclude(state=BriefingState.DRAFT))
    counts = came_to_all(rows)
    content = briefings_workbook([(row, *counts[row.pk]) for row in rows])
    record(request.acting, "circulars.exported", figures={"briefings": len(rows)})
    return saved(content, _("Register of briefings") + ".xlsx", Kind.XLSX.content_type)


def _circular_search(request: StaffRequest) -> SearchForm:
    return SearchForm(request.GET or None, units=units_of(request.acting), states=CircularState.choices)


def _briefing_search(request: StaffRequest) -> SearchForm:
    return SearchForm(request.GET or None, units=units_of(request.acting), states=BriefingState.choices)


def _page(request: StaffRequest, form: SearchForm, found: Any) -> dict[str, Any]:
    query = request.GET.copy()
    query.pop("page", None)
    return {
        "form": form,
        "page": Paginator(found, ON_A_PAGE).get_page(request.GET.get("page")),
        "query": query.urlencode(),
        "sought": form["q"].value() or "",
        "narrowed": any(request.GET.get(name) for name in NARROWING),
        "may_write": request.acting.has(*WRITERS),
        "may_export": request.acting.has(*WRITERS, *OVERSEERS),
        "today": today(request.acting.agency),
    }


def _own(request: StaffRequest, rows: list[Circular]) -> dict[int, Receiver]:
    person = request.acting.user.person_id
    mine = Receiver.objects.filter(circular__in=rows, person=person, person__isnull=False)
    return {receiver.circular_id: receiver for receiver in mine}
