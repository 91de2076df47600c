"""The versions of a year, one version, the papers."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from prongsai.office.results import services
from prongsai.office.results.file_holders import RESULT_PAPER
from prongsai.office.results.models import ReadPaper, ResultSheet
from prongsai.office.results.paper_uses import paper_uses
from prongsai.office.results.views.finding import (
    READERS,
    WRITERS,
    line_or_404,
    paper_or_404,
    round_or_404,
    sheet_or_404,
)
from prongsai.office.results.views.showing import name_of, shown_sheet
from prongsai.office.rounds.year_pages import year_pages
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.audit.actors import names_of
from prongsai.platform.audit.row_history import history_of
from prongsai.platform.files.models import Attachment


@require_safe
@for_roles(*READERS)
def results(request: StaffRequest, round_id: int) -> HttpResponse:
    """Show the versions of a year and the ways to add one."""
    found = round_or_404(request.acting, round_id)
    sheets = list(services.sheets_of(found))
    holds = next((sheet for sheet in sheets if sheet.is_confirmed), None)
    paper = holds.paper if holds and request.acting.has(*WRITERS) else None
    waiting = ResultSheet.objects.waiting().filter(paper=paper).select_related("round") if paper else []
    told = {
        "round": found,
        "tabs": year_pages.tabs(found.pk, "results"),
        "sheets": sheets,
        "holds": holds,
        "paper": paper,
        "waiting": waiting,
        "uses": paper_uses.of(paper.reading) if paper else [],
        "may_write": request.acting.has(*WRITERS),
    }
    return render(request, "results/results.html", told)


@require_safe
@for_roles(*READERS)
def sheet(request: StaffRequest, sheet: int) -> HttpResponse:
    """Show a version: what is in doubt first, with the text of the paper beside the value."""
    found = sheet_or_404(request.acting, sheet)
    may_write = request.acting.has(*WRITERS)
    actors = names_of([found.made_by, found.confirmed_by])
    told = {
        "sheet": found,
        "round": found.round,
        "tabs": year_pages.tabs(found.round_id, "results"),
        "shown": shown_sheet(found),
        "made_by": actors.get(found.made_by, ""),
        "confirmed_by": actors.get(found.confirmed_by, ""),
        "may_decide": may_write and not found.is_confirmed,
        "may_copy": may_write and found.is_confirmed,
    }
    return render(request, "results/sheet.html", told)


@require_safe
@for_roles(*READERS)
def line(request: StaffRequest, line: int) -> HttpResponse:
    """Show a score: as printed, as it holds, with its history."""
    found = line_or_404(request.acting, line)
    told = {
        "line": found,
        "sheet": found.sheet,
        "round": found.sheet.round,
        "name": name_of(found),
        "may_write": request.acting.has(*WRITERS) and not found.sheet.is_confirmed,
        "history": history_of(found),
    }
    return render(request, "results/line.html", told)


@require_safe
@for_roles(*READERS)
def papers(request: StaffRequest) -> HttpResponse:
    """List the papers that were read."""
    found = ReadPaper.objects.visible_to(request.acting).defer("found", "traces").prefetch_related("sheets__round")
    return render(request, "results/papers.html", {"papers": found, "may_write": request.acting.has(*WRITERS)})


@require_safe
@for_roles(*READERS)
def paper(request: StaffRequest, paper: int) -> HttpResponse:
    """Show what was read in a paper."""
    found = paper_or_404(request.acting, paper)
    held = Attachment.objects.select_related("file").filter(holder=RESULT_PAPER.key, thing=found.pk)
    told = {
        "paper": found,
        "reading": found.reading,
        "files": held,
        "sheets": found.sheets.select_related("round"),
        "uses": paper_uses.of(found.reading) if request.acting.has(*WRITERS) else [],
        "who": names_of([found.made_by]).get(found.made_by, ""),
    }
    return render(request, "results/paper.html", told)
