"""The year on one page, what to look at in its papers, and the analysis as a paper."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from prongsai.office.findings.found import FoundChart
from prongsai.office.findings.outputs import KINDS, written
from prongsai.office.findings.services import findings_of, inputs_of, reckoned
from prongsai.office.findings.views.finding import READERS, round_or_404
from prongsai.office.rounds.answered_at import answered_at
from prongsai.office.rounds.year_pages import year_pages
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of
from prongsai.platform.web.saving import saved

FIRST_PRICES = 10


@require_safe
@for_roles(*READERS)
def findings(request: StaffRequest, round_id: int) -> HttpResponse:
    """Show what the confirmed result says: level, prices, questions, change, weak points."""
    cycle = round_or_404(request.acting, round_id)
    found = findings_of(cycle)
    told = {
        "round": cycle,
        "tabs": year_pages.tabs(cycle.pk, "findings"),
        "found": found,
        "prices": found.prices[:FIRST_PRICES] if found else (),
        "more_prices": found.prices[FIRST_PRICES:] if found else (),
        "links": answered_at.of_result(cycle),
        "charts": [(chart, _drawn(chart)) for chart in found.charts] if found else (),
    }
    return render(request, "findings/findings.html", told)


@require_safe
@for_roles(*READERS)
def checks(request: StaffRequest, round_id: int) -> HttpResponse:
    """Show what in the papers of the year a person should look at."""
    cycle = round_or_404(request.acting, round_id)
    told = {"round": cycle, "tabs": year_pages.tabs(cycle.pk, "findings"), "found": findings_of(cycle)}
    return render(request, "findings/checks.html", told)


@require_safe
@for_roles(*READERS)
def paper(request: StaffRequest, round_id: int, suffix: str) -> HttpResponse:
    """Give the analysis as PDF or Word."""
    cycle, agency = round_or_404(request.acting, round_id), agency_of(request.acting)
    inputs = inputs_of(cycle)
    if inputs is None or suffix not in KINDS:
        raise Http404
    kind = KINDS[suffix]
    content = written(reckoned(inputs), agency, kind)
    return saved(content, f"การวิเคราะห์ผลการประเมิน ITA {cycle.fiscal_year}.{suffix}", kind.content_type)


def _drawn(chart: FoundChart) -> SafeString:
    return mark_safe(chart.svg)  # noqa: S308 our own drawing: every text in it was set by an XML library
