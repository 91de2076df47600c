"""Working days: the nation's holidays of a year, and the agency's own days."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from prongsai.ita.thai import Refused, buddhist_year, parse_year
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.calendar.models import DayOff
from prongsai.platform.calendar.national import national_holidays
from prongsai.platform.staff.forms.structure import DayOffForm
from prongsai.platform.staff.module import KEEPERS, READERS
from prongsai.platform.staff.services import days
from prongsai.platform.staff.views.editing import act, found_or_404, today_of

GREGORIAN = 543
FIRST_YEAR, LAST_YEAR = 2560, 2600


@for_roles(*READERS)
@require_http_methods(["GET", "HEAD"])
def working_days(request: StaffRequest) -> HttpResponse:
    """List the days of a year on which the office is closed, with their source."""
    on = today_of(request)
    year = _year(request.GET.get("year", ""), on)
    national = [(holiday, holiday.is_estimate(on)) for holiday in national_holidays(year - GREGORIAN)]
    told = {
        "year": year,
        "earlier": year - 1 if year > FIRST_YEAR else None,
        "later": year + 1 if year < LAST_YEAR else None,
        "national": national,
        "sources": sorted({holiday.source for holiday, _ in national}),
        "own": DayOff.objects.filter(day__year=year - GREGORIAN),
        "changes": request.acting.has(*KEEPERS),
    }
    return render(request, "staff/working_days.html", told)


@for_roles(*KEEPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def new_day(request: StaffRequest) -> HttpResponse:
    """Add a day on which the office differs from the nation."""
    form = DayOffForm(request.POST if request.method == "POST" else None)
    return act(
        request,
        form,
        lambda: days.add_day(acting=request.acting, **form.cleaned_data),
        template="staff/new_day.html",
        back=reverse("working-days"),
    )


@for_roles(*KEEPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def remove_day(request: StaffRequest, day: int) -> HttpResponse:
    """Ask, and then remove the agency's own word on a day."""
    found = found_or_404(DayOff.objects.all(), day)
    if request.method != "POST":
        return render(request, "staff/remove_day.html", {"off": found})
    days.remove_day(acting=request.acting, off=found)
    return redirect("working-days")


def _year(typed: str, on: date) -> int:
    try:
        year = parse_year(typed)
    except Refused:
        return buddhist_year(on)
    return min(max(year, FIRST_YEAR), LAST_YEAR)
