"""Counts of cases: by service, month, channel, and how many ended in time."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.models import Role
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.files.kinds import Kind
from prongsai.platform.web.saving import saved
from prongsai.registers.cases.counts import HIDDEN, Counts, counts_of
from prongsai.registers.cases.forms import PeriodForm
from prongsai.registers.cases.outputs import counts_csv, counts_workbook
from prongsai.registers.cases.views.finding import COUNTERS


@require_safe
@for_roles(*COUNTERS)
def counts(request: StaffRequest) -> HttpResponse:
    """Show the counts of a fiscal year: of one's own unit for a head, else of the office."""
    form = PeriodForm(request.GET or None)
    year, told = _counted(request, form)
    page = {"form": form, "year": year, "counts": told, "hidden": HIDDEN, "is_of_unit": _units(request) is not None}
    page |= {"is_head": request.acting.has(Role.UNIT_HEAD)}
    page |= {"chooses_desk": request.acting.has(Role.UNIT_HEAD, Role.COORDINATOR)}
    return render(request, "cases/counts.html", page)


@require_POST
@for_roles(*COUNTERS)
def counts_file(request: StaffRequest) -> HttpResponse:
    """Give the counts as a workbook or as text (`?as=csv`); that is itself a deed."""
    kind = "csv" if request.GET.get("as") == "csv" else "xlsx"
    year, told = _counted(request, PeriodForm(request.GET or None))
    record(request.acting, "cases.counts_exported", figures={"year": year})
    name = _("Counts of cases") + f" {year}.{kind}"
    if kind == "csv":
        return saved(counts_csv(told), name, Kind.CSV.content_type)
    return saved(counts_workbook(told), name, Kind.XLSX.content_type)


def _counted(request: StaffRequest, form: PeriodForm) -> tuple[int, Counts]:
    year, since, until = form.span(today(request.acting.agency))
    return year, counts_of(since, until, units=_units(request))


def _units(request: StaffRequest) -> frozenset[int] | None:
    """Give the units a head counts; None for who counts the whole office."""
    if request.acting.has(Role.COORDINATOR, Role.EXECUTIVE, Role.AUDITOR):
        return None
    return request.acting.units
