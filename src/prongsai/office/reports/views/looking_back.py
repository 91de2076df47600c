"""Whether it helped, the way from a question to its proof, and the month on one page."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from prongsai.office.reports.forms import LinksForm
from prongsai.office.reports.models import ReportKind
from prongsai.office.reports.month import month_of
from prongsai.office.reports.services import learning_of, trails_of
from prongsai.office.reports.services.tracing import Trails
from prongsai.office.reports.views.finding import READERS, WHOLE, WRITERS, round_or_404
from prongsai.office.rounds.frameworks import framework_of
from prongsai.office.rounds.home_sources import source_words
from prongsai.office.rounds.services import running_round
from prongsai.office.rounds.year_pages import year_pages
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.calendar.today import today
from prongsai.platform.modules import HomeLine


@require_safe
@for_roles(*READERS)
def learning(request: StaffRequest, round_id: int) -> HttpResponse:
    """Show for each measure what its scores did."""
    cycle = round_or_404(request.acting, round_id)
    told = {
        "round": cycle,
        "tabs": year_pages.tabs(cycle.pk, "learning"),
        "learning": learning_of(cycle, today(request.acting.agency)),
    }
    return render(request, "reports/learning.html", told)


@require_safe
@for_roles(*READERS)
def links(request: StaffRequest, round_id: int) -> HttpResponse:
    """Show the ways from a code, a measure or a proof; all codes where none is asked for."""
    cycle = round_or_404(request.acting, round_id)
    form = LinksForm(request.GET)
    if not form.is_valid():
        raise Http404
    asked = form.cleaned_data
    trails = trails_of(cycle, today(request.acting.agency), request.acting)
    weak, code = asked["weak"], asked["weak"] or (asked["code"] or "").upper()
    told = {
        "round": cycle,
        "tabs": year_pages.tabs(cycle.pk, "links"),
        "trails": trails.of_weak(weak) if weak else _narrowed(trails, code, asked["measure"], asked["proof"]),
        "code": code,
        "name": _name_of(code, trails, (trails.codes_year or cycle.codes_year) if weak else cycle.codes_year),
        "codes": trails.codes,
        "asked": bool(code or asked["measure"] or asked["proof"]),
    }
    return render(request, "reports/links.html", told)


@require_safe
@for_roles(*WHOLE)
def month(request: StaffRequest, round_id: int) -> HttpResponse:
    """Show the month in three sentences, and what waits for a signature."""
    cycle = round_or_404(request.acting, round_id)
    picture = month_of(cycle, today(request.acting.agency))
    told = {
        "round": cycle,
        "month": picture,
        "waiting": [(line, _address(line)) for line in picture.waiting],
        "source": source_words(picture.ahead.dated) if picture.ahead else "",
        "kind": ReportKind.MONTHLY,
        "may_make": request.acting.has(*WRITERS),
    }
    return render(request, "reports/month.html", told)


@require_safe
@for_roles(*WHOLE)
def month_now(request: StaffRequest) -> HttpResponse:
    """Lead to the month of the year that the office works on."""
    cycle = running_round(today(request.acting.agency))
    return redirect("report-month", cycle.pk) if cycle else redirect("rounds")


def _address(line: HomeLine) -> str:
    return reverse(line.url_name, kwargs=dict(line.arguments) or None) if line.url_name else ""


def _narrowed(trails: Trails, code: str, measure: int | None, proof: int | None) -> Trails:
    if code:
        return trails.of_code(code)
    if measure:
        return trails.of_measure(measure)
    return trails.of_proof(proof) if proof else trails


def _name_of(code: str, trails: Trails, items_year: int) -> str:
    """Give the words of a question (in the analysed year) or an item (in the year itself)."""
    if code.startswith("O"):
        item = framework_of(items_year).item(code)
        return (item.title if item else None) or ""
    framework = framework_of(trails.codes_year) if trails.codes_year else None
    question = framework.question(code) if framework and not code.isdigit() else None
    indicator = framework.indicator(int(code)) if framework and code.isdigit() else None
    return (question.text if question else indicator.name if indicator else None) or ""
