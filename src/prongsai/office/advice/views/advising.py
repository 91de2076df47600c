"""The adviser's side: the overview of the agencies, who may need help, what one submitted, medians, the workbook."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.ita.thai import fiscal_year_of
from prongsai.office.advice import services
from prongsai.office.advice.forms import NarrowForm
from prongsai.office.advice.group_tables import medians_of
from prongsai.office.advice.models import Advised
from prongsai.office.advice.models.relation import Relations
from prongsai.office.advice.outputs import list_as_workbook
from prongsai.office.advice.overview import (
    Why,
    counts_of,
    in_year,
    listed,
    narrowed,
    needing_help,
    years_known,
)
from prongsai.office.advice.views.finding import ADVISERS, advised_of
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of
from prongsai.platform.agency.kinds import kind_of
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.files.kinds import Kind
from prongsai.platform.web.saving import saved

ON_A_PAGE = 50
NARROWING = ("kind", "province", "district", "phase")


@dataclass(frozen=True, slots=True)
class Search:
    """What was asked for: the form, the year, the agencies."""

    form: NarrowForm
    years: list[int]
    year: int
    found: Relations


@require_safe
@for_roles(*ADVISERS)
def overview(request: StaffRequest) -> HttpResponse:
    """List the agencies by name, with what they submitted of a year."""
    search = _search(request)
    told = _page(request, search, search.found) | {"counts": counts_of(search.year)}
    return render(request, "advice/overview.html", told)


@require_safe
@for_roles(*ADVISERS)
def help_list(request: StaffRequest) -> HttpResponse:
    """List the agencies that may need help, by name, each with plain reasons."""
    search, why = _search(request), _why(request)
    told = _page(request, search, needing_help(search.found, why))
    return render(request, "advice/help.html", told | {"counts": counts_of(search.year), "why": why, "whys": list(Why)})


@require_safe
@for_roles(*ADVISERS)
def medians(request: StaffRequest) -> HttpResponse:
    """Show the medians of the groups of five or more."""
    years = _years(request)
    year = _year(request, years)
    told = {"year": year, "years": years, "groups": medians_of(year)}
    return render(request, "advice/medians.html", told)


@require_safe
@for_roles(*ADVISERS)
def agency(request: StaffRequest, advised: int) -> HttpResponse:
    """Show what an agency submitted, year by year."""
    found = advised_of(request.acting, advised)
    told = {"advised": found, "kind": kind_of(found.kind), "rollups": found.rollups.all()}
    return render(request, "advice/agency.html", told)


@require_POST
@for_roles(*ADVISERS)
def export(request: StaffRequest) -> HttpResponse:
    """Give the agencies that were found as a workbook; that is itself a deed."""
    search = _search(request)
    rows = listed(search.found, search.year)
    record(request.acting, "advice.exported", figures={"rows": len(rows), "year": search.year})
    name = _("Advised agencies") + f" {search.year}.xlsx"
    return saved(list_as_workbook(rows, medians_of(search.year), search.year), name, Kind.XLSX.content_type)


@require_POST
@for_roles(*ADVISERS)
def end(request: StaffRequest, advised: int) -> HttpResponse:
    """End the advising of an agency: the copies of what it submitted go."""
    found = advised_of(request.acting, advised)
    services.end_as_adviser(acting=request.acting, advised=found)
    messages.success(request, _("Your office does not advise this agency any more. What it submitted is deleted here."))
    return redirect("advised")


def _search(request: StaffRequest) -> Search:
    years, every = _years(request), Advised.objects.visible_to(request.acting)
    year = _year(request, years)
    kinds = [(key, str(kind_of(key))) for key in _told(every, "kind")]
    provinces, province = _told(every, "province"), request.GET.get("province", "")
    in_one = every.filter(province=province) if province else every
    districts = _told(in_one, "district") if province or len(provinces) < 2 else []
    form = NarrowForm(request.GET or None, kinds=kinds, provinces=provinces, districts=districts)
    form.is_valid()
    return Search(form, years, year, narrowed(in_year(request.acting, year), getattr(form, "cleaned_data", {})))


def _page(request: StaffRequest, search: Search, found: Relations) -> dict[str, object]:
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    return {
        "form": search.form,
        "year": search.year,
        "years": search.years,
        "page": page,
        "rows": listed(page.object_list, search.year),
        "query": query.urlencode(),
        "sought": search.form["q"].value() or "",
        "narrowed": any(request.GET.get(name) for name in NARROWING),
    }


def _told(found: Relations, name: str) -> list[str]:
    return sorted(value for value in found.order_by().values_list(name, flat=True).distinct() if value)


def _years(request: StaffRequest) -> list[int]:
    return years_known(fiscal_year_of(today(agency_of(request.acting))))


def _year(request: StaffRequest, years: list[int]) -> int:
    """Give the year that was asked for, else the present one."""
    known = {str(year): year for year in years}
    return known.get(request.GET.get("year", ""), fiscal_year_of(today(agency_of(request.acting))))


def _why(request: StaffRequest) -> Why | None:
    asked = request.GET.get("why", "")
    return Why(asked) if asked in set(Why) else None
