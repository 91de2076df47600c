"""The papers of a year, one of them, its proof, what changed between two versions."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from prongsai.office.reports.due import due_in
from prongsai.office.reports.file_holders import REPORT_FILE, SIGNED_REPORT
from prongsai.office.reports.forms import VersionsForm
from prongsai.office.reports.models import Report, ReportKind
from prongsai.office.reports.paper_lines import lines_of
from prongsai.office.reports.views.finding import (
    READERS,
    WHOLE,
    WRITERS,
    held,
    report_or_404,
    round_or_404,
    versions_of,
)
from prongsai.office.reports.word_changes import changed_lines
from prongsai.office.rounds.year_pages import year_pages
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.audit.row_history import history_of
from prongsai.platform.calendar.today import today
from prongsai.registers.approvals.services import approval_kinds, submissions_of


@require_safe
@for_roles(*READERS)
def reports(request: StaffRequest, round_id: int) -> HttpResponse:
    """Show what is due when, what was made, and what can be made."""
    cycle, acting = round_or_404(request.acting, round_id), request.acting
    day = today(acting.agency)
    made = list(Report.objects.visible_to(acting).newest().filter(round=cycle).select_related("round").defer("content"))
    signed = {(each.kind, each.until) for each in made if each.signed}
    due = [
        {"due": each, "open": each.is_open(day), "late": each.is_late(day), "signed": (each.kind, each.until) in signed}
        for each in due_in(cycle.fiscal_year)
    ]
    told = {
        "round": cycle,
        "tabs": year_pages.tabs(cycle.pk, "reports"),
        "due": due,
        "made": made,
        "kinds": ReportKind.choices,
        "may_make": acting.has(*WRITERS),
        "sees_all": acting.has(*WHOLE),
    }
    return render(request, "reports/reports.html", told)


@require_safe
@for_roles(*READERS)
def report(request: StaffRequest, report: int) -> HttpResponse:
    """Show a version: each sentence with its proof and the record it comes from."""
    acting = request.acting
    found = report_or_404(acting, report)
    content = found.told
    writes = acting.has(*WRITERS)
    told = {
        "report": found,
        "round": found.round,
        "content": content,
        "sees_gaps": acting.has(*WHOLE),
        "lines": lines_of(content.blocks) if not content.measures else (),
        "files": held(REPORT_FILE, found),
        "scans": held(SIGNED_REPORT, found),
        "versions": versions_of(acting, found).defer("content"),
        "submissions": submissions_of("report", found.pk),
        "may_sign": writes and found.is_draft and not found.waiting,
        "may_make": writes,
        "may_submit": writes and approval_kinds["report"].may_submit(acting, found.pk),
        "history": history_of(found),
    }
    return render(request, "reports/report.html", told)


@require_safe
@for_roles(*WHOLE)
def proof(request: StaffRequest, report: int) -> HttpResponse:
    """Show the report twice, side by side: what has proof, and what has none."""
    found = report_or_404(request.acting, report)
    content = found.told
    results = content.results
    told = {
        "report": found,
        "round": found.round,
        "content": content,
        "sees_gaps": False,  # the column says it already
        "count": sum(sentence.is_proven for sentence in results),
        "all": len(results),
    }
    return render(request, "reports/proof.html", told)


@require_safe
@for_roles(*READERS)
def changes(request: StaffRequest, report: int) -> HttpResponse:
    """Show what changed since another version, the one before unless another is asked for."""
    found = report_or_404(request.acting, report)
    others = versions_of(request.acting, found).exclude(pk=found.pk)
    form = VersionsForm(request.GET if request.GET else None, versions=others)
    before = form.cleaned_data["before"] if form.is_bound and form.is_valid() else None
    if not form.is_bound:
        before = others.filter(version__lt=found.version).first()
        form = VersionsForm(versions=others, initial={"before": before})
    compared = changed_lines(lines_of(before.told.blocks), lines_of(found.told.blocks)) if before else []
    told = {
        "report": found,
        "round": found.round,
        "form": form,
        "before": before,
        "lines": [line for line in compared if not line.is_same],
        "same": sum(line.is_same for line in compared),
    }
    return render(request, "reports/changes.html", told, status=400 if form.errors else 200)
