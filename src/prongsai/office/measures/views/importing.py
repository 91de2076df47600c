"""Taking measures over from a paper or a list: read, looked through, all or none."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.ita.reading import read_rows_limited
from prongsai.ita.thai import Refused, format_period
from prongsai.office.measures.answering import analysed_year
from prongsai.office.measures.forms import AcceptMeasuresForm, AnsweringYearForm, MeasuresListForm
from prongsai.office.measures.models import ImportedMeasures, Measure
from prongsai.office.measures.papers_to_take import papers_to_take
from prongsai.office.measures.services import plan_of
from prongsai.office.measures.services.naming_units import add_missing_units
from prongsai.office.measures.services.taking_over import accept_rows, drop_rows, keep_paper_rows, keep_rows
from prongsai.office.measures.sheet import read_measures
from prongsai.office.measures.taking import PlanRow, missing_units
from prongsai.office.measures.unit_names import is_like_a_known_one, units_by_name
from prongsai.office.measures.views.finding import WRITERS, import_or_404, round_or_404
from prongsai.office.measures.years import plan_year_of
from prongsai.office.results.models import ReadPaper
from prongsai.office.rounds.services import ensure_round
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of, units_of
from prongsai.platform.files.fields import file_error, status_of

MOST_UNITS = 100


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def send(request: StaffRequest, round_id: int) -> HttpResponse:
    """Take a list and read it in a limited child process; or choose a paper that was read."""
    cycle = round_or_404(request.acting, round_id)
    sent = {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}
    form = MeasuresListForm(**sent)
    if form.is_valid():
        (file,) = form.cleaned_data["file"]
        plan = plan_of(cycle)
        known = units_by_name(units_of(request.acting))
        try:
            rows = read_measures(
                read_rows_limited(file.data, file.name),
                year=cycle.fiscal_year,
                decided=plan.decided if plan else None,
                known=known,
            )
        except Refused as refused:
            form.add_error("file", file_error(refused, file.name))
        else:
            return redirect(keep_rows(acting=request.acting, cycle=cycle, file_name=file.name, rows=rows))
    page = {
        "round": cycle,
        "form": form,
        "waiting": ImportedMeasures.objects.visible_to(request.acting).filter(round=cycle),
        "papers": papers_to_take(cycle, analysed_year(cycle, plan_of(cycle))),
    }
    return render(request, "measures/import.html", page, status=status_of(form))


@require_POST
@for_roles(*WRITERS)
def take_paper(request: StaffRequest, round_id: int, paper: int) -> HttpResponse:
    """Read the measures of a paper that was sent before."""
    cycle = round_or_404(request.acting, round_id)
    found = get_object_or_404(ReadPaper.objects.visible_to(request.acting), pk=paper)
    return redirect(keep_paper_rows(acting=request.acting, cycle=cycle, paper=found))


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def of_paper(request: StaffRequest, paper: int) -> HttpResponse:
    """Ask in which year the measures of a paper are carried out, and open that year where it is not here yet."""
    found = get_object_or_404(ReadPaper.objects.visible_to(request.acting), pk=paper)
    reading = found.reading
    sent = request.POST if request.method == "POST" else None
    form = AnsweringYearForm(sent, initial={"fiscal_year": plan_year_of(reading)})
    if form.is_valid():
        with transaction.atomic():
            year, agency = form.cleaned_data["fiscal_year"], agency_of(request.acting)
            cycle = ensure_round(acting=request.acting, agency=agency, fiscal_year=year)
            return redirect(keep_paper_rows(acting=request.acting, cycle=cycle, paper=found))
    page = {"form": form, "paper": found, "count": len(reading.measures)}
    return render(request, "measures/of_paper.html", page, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def review(request: StaffRequest, waiting: int) -> HttpResponse:
    """Show what was read, faults and doubts first; take all, or drop it."""
    kept = import_or_404(request.acting, waiting)
    if request.method == "POST" and "drop" in request.POST:
        drop_rows(waiting=kept)
        messages.success(request, _("Nothing was taken over."))
        return redirect("measures", kept.round_id)
    rows = [PlanRow.of_json(told) for told in kept.found["rows"]]
    doubts = sum(len(row.doubts) for row in rows)
    form = AcceptMeasuresForm(request.POST if request.method == "POST" else None, doubts=doubts)
    if form.is_valid():
        added = accept_rows(acting=request.acting, waiting=kept)
        messages.success(request, _("Measures taken over: %(count)s") % {"count": len(added)})
        return redirect("measures", kept.round_id)
    known = units_by_name(units_of(request.acting))
    page = {
        "form": form,
        "missing": [(name, not is_like_a_known_one(name, known)) for name in missing_units(rows, known)],
        "waiting": kept,
        "round": kept.round,
        "rows": [(row, _period(row)) for row in sorted(rows, key=lambda row: (not row.faults, not row.doubts))],
        "facts": [*kept.found["limitations"], *kept.found["proposals"]],
        "wrong": sum(bool(row.faults) for row in rows),
        "doubts": doubts,
        "there": Measure.objects.filter(plan__round=kept.round).count(),
    }
    return render(request, "measures/import_review.html", page, status=400 if form.errors else 200)


@require_POST
@for_roles(*WRITERS)
def add_units(request: StaffRequest, waiting: int) -> HttpResponse:
    """Make units of the names that were ticked, and show what was read again."""
    kept = import_or_404(request.acting, waiting)
    added = add_missing_units(acting=request.acting, waiting=kept, names=request.POST.getlist("unit")[:MOST_UNITS])
    said = ngettext("%(count)s unit was added.", "%(count)s units were added.", len(added))
    messages.success(request, said % {"count": len(added)})
    return redirect(kept)


def _period(row: PlanRow) -> str:
    period = Measure(since=row.since, until=row.until, every_months=row.every_months).period
    return format_period(period, digits="arabic") if period else ""
