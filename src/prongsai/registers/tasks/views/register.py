"""The list of all that is to be done, as a page, a workbook, a paper, and as text for the LINE group."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.ita.thai import search_key
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of
from prongsai.platform.agency.models import Unit
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.files.kinds import Kind
from prongsai.platform.web.saving import saved
from prongsai.registers.tasks.forms import GivenForm, SearchForm
from prongsai.registers.tasks.gathering import Gathered, Listed, end_of_week, own_tasks, seen_tasks
from prongsai.registers.tasks.line_words import words_of_units
from prongsai.registers.tasks.models import Task
from prongsai.registers.tasks.outputs import given_in, list_as_pdf, list_as_workbook
from prongsai.registers.tasks.views.finding import READERS, WRITERS

ON_A_PAGE = 50
NARROWING = ("whose", "room", "when")


@dataclass(frozen=True, slots=True)
class Search:
    """What was asked for, and what was found."""

    form: SearchForm
    found: list[Listed]
    silent: tuple[str, ...]


@require_safe
@for_roles(*READERS)
def tasks(request: StaffRequest) -> HttpResponse:
    """List what is to be done, late first."""
    search = _search(request)
    page = Paginator(search.found, ON_A_PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    told = {
        "form": search.form,
        "page": page,
        "late": sum(each.is_late for each in search.found),
        "whole": len(search.found),
        "silent": search.silent,
        "query": query.urlencode(),
        "sought": search.form["q"].value() or "",
        "narrowed": any(request.GET.get(name) for name in NARROWING),
        "may_write": request.acting.has(*WRITERS),
    }
    return render(request, "tasks/tasks.html", told)


@require_safe
@for_roles(*READERS)
def given_tasks(request: StaffRequest) -> HttpResponse:
    """List the tasks that people gave, in every state, with their proof."""
    form = GivenForm(request.GET or None)
    found = Task.objects.visible_to(request.acting).select_related("person", "unit")
    told = form.cleaned_data if form.is_bound and form.is_valid() else {}
    if told.get("q"):
        found = found.saying(told["q"])
    if told.get("state"):
        found = found.filter(state=told["state"])
    page = Paginator(found.order_by("-made", "-pk"), ON_A_PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    shown = {"form": form, "page": page, "query": query.urlencode(), "sought": form["q"].value() or ""}
    return render(request, "tasks/given.html", shown | {"narrowed": bool(request.GET.get("state"))})


@require_POST
@for_roles(*READERS)
def export(request: StaffRequest) -> HttpResponse:
    """Give the tasks that were found as a workbook; that is itself a deed."""
    found = _search(request).found
    record(request.acting, "tasks.exported", figures={"tasks": len(found)})
    details = dict(Task.objects.filter(pk__in=given_in(found)).values_list("pk", "details"))
    return saved(list_as_workbook(found, details), _("List of tasks") + ".xlsx", Kind.XLSX.content_type)


@require_safe
@for_roles(*READERS)
def paper(request: StaffRequest) -> HttpResponse:
    """Give the tasks that were found on A4."""
    agency = agency_of(request.acting)
    content = list_as_pdf(_search(request).found, agency, today(agency))
    return saved(content, _("List of tasks") + ".pdf", Kind.PDF.content_type)


@require_safe
@for_roles(*WRITERS)
def line_texts(request: StaffRequest) -> HttpResponse:
    """Give for each unit a text that can be copied into the office's LINE group."""
    agency = agency_of(request.acting)
    found = seen_tasks(request.acting)
    texts = words_of_units(found.tasks, agency, today(agency))
    return render(request, "tasks/line.html", {"texts": texts, "silent": found.silent})


def _search(request: StaffRequest) -> Search:
    acting, day = request.acting, today(agency_of(request.acting))
    mine = request.GET.get("whose") == "mine"
    gathered: Gathered = own_tasks(acting) if mine else seen_tasks(acting)
    units = Unit.objects.filter(pk__in={each.unit for each in gathered.tasks if each.unit})
    rooms = {each.room: _(each.room) for each in gathered.tasks}
    form = SearchForm(
        request.GET or None, units=[(str(unit.pk), unit.name) for unit in units], rooms=list(rooms.items())
    )
    told = form.cleaned_data if form.is_bound and form.is_valid() else {}
    return Search(form, list(_matching(gathered.tasks, told, day)), gathered.silent)


def _matching(found: Iterable[Listed], told: dict[str, str], day: date) -> Iterable[Listed]:
    """Give the tasks that were asked for; what cannot be read narrows nothing."""
    words = search_key(told.get("q") or "").split()
    whose, room, when = (told.get(name) or "" for name in NARROWING)
    for each in found:
        said = search_key(f"{each.task.title} {each.owner} {each.task.about}")
        if not all(word in said for word in words):
            continue
        if whose not in ("", "mine", str(each.unit)) or room not in ("", each.room):
            continue
        due = each.task.due
        if (when == "late" and not each.is_late) or (when == "week" and not (due and due <= end_of_week(day))):
            continue
        yield each
