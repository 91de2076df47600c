"""The list of what hangs, new entries, and the register as a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeAlias

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.ita.papers.blocks import Paper
from prongsai.ita.writing import write_docx, write_pdf
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of, units_of
from prongsai.platform.agency.models import Agency
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.files.fields import status_of
from prongsai.platform.files.kinds import Kind
from prongsai.platform.web.saving import saved
from prongsai.registers.placements import papers, services
from prongsai.registers.placements.forms import PlacementForm, SearchForm
from prongsai.registers.placements.models import CheckingRound, Place, Placement
from prongsai.registers.placements.models.placement import Placements
from prongsai.registers.placements.sheet import SHEET
from prongsai.registers.placements.views.finding import READERS, WRITERS

ON_A_PAGE = 50
NARROWING = ("kind", "owner", "standing")
XLSX = Kind.XLSX.content_type
Compose: TypeAlias = Callable[[Sequence[Placement], Agency, date], Paper]
WRITTEN_AS = {"pdf": (write_pdf, Kind.PDF.content_type), "docx": (write_docx, Kind.DOCX.content_type)}


@require_safe
@for_roles(*READERS)
def placements(request: StaffRequest) -> HttpResponse:
    """List what hangs."""
    form, found = _found(request)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    day = today(request.acting.agency)
    told = {
        "form": form,
        "page": page,
        "listed": [(one, one.lacks_photograph(day)) for one in page],
        "query": query.urlencode(),
        "sought": form["q"].value() or "",
        "narrowed": any(request.GET.get(name) for name in NARROWING),
        "may_write": request.acting.has(*WRITERS),
        "running": CheckingRound.objects.running().first(),
    }
    return render(request, "placements/placements.html", told)


@require_safe
@for_roles(*READERS)
def unphotographed(request: StaffRequest) -> HttpResponse:  # noqa: ARG001
    """Lead to the list of what has no photograph of this fiscal year."""
    response = redirect("placements")
    response.headers["Location"] += "?standing=no-photograph"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def new_placement(request: StaffRequest) -> HttpResponse:
    """Write down that something hangs somewhere."""
    agency = agency_of(request.acting)
    places, day = Place.objects.in_use(), today(agency)
    sent = {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}
    start = {"since": day, "place": request.GET.get("place", "")}
    form = PlacementForm(**sent, initial=start, places=places, units=units_of(request.acting), today=day)
    if form.is_valid():
        photographs = form.cleaned_data["photographs"]
        made = services.hang(acting=request.acting, agency=agency, hung=form.hung, photographs=photographs)
        messages.success(request, _("Written down."))
        return redirect(made)
    told = {"form": form, "has_places": places.exists()}
    return render(request, "placements/edit.html", told, status=status_of(form))


@require_POST
@for_roles(*READERS)
def export(request: StaffRequest) -> HttpResponse:
    """Give what was found as a workbook; that is itself a deed."""
    found = list(_found(request)[1])
    record(request.acting, "placements.exported", figures={"placements": len(found)})
    return saved(papers.workbook(found), SHEET + ".xlsx", XLSX)


@require_safe
@for_roles(*READERS)
def register_pdf(request: StaffRequest) -> HttpResponse:
    """Give what was found on A4."""
    return _paper(request, papers.register_paper, "pdf")


@require_safe
@for_roles(*READERS)
def register_docx(request: StaffRequest) -> HttpResponse:
    """Give what was found as a Word file."""
    return _paper(request, papers.register_paper, "docx")


@require_safe
@for_roles(*READERS)
def walk_pdf(request: StaffRequest) -> HttpResponse:
    """Give the sheet to walk with, of what was found."""
    return _paper(request, papers.walk_paper, "pdf")


@require_safe
@for_roles(*WRITERS)
def template(request: StaffRequest) -> HttpResponse:  # noqa: ARG001
    """Give the workbook to be typed over and taken in again."""
    return saved(papers.form_to_fill(), SHEET + ".xlsx", XLSX)


def _paper(request: StaffRequest, compose: Compose, kind: str) -> HttpResponse:
    agency = agency_of(request.acting)
    day = today(agency)
    made = compose(list(_found(request)[1]), agency, day)
    write, content_type = WRITTEN_AS[kind]
    return saved(write(made, day), f"{made.subject}.{kind}", content_type)


def _found(request: StaffRequest) -> tuple[SearchForm, Placements]:
    form = SearchForm(request.GET or None, units=units_of(request.acting))
    visible = Placement.objects.visible_to(request.acting).select_related("place", "unit")
    return form, form.found_in(visible, today(request.acting.agency))
