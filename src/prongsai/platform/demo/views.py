"""The page with which the day of the demonstration is stepped."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.models import Role
from prongsai.platform.demo.forms import DayForm
from prongsai.platform.demo.stepping import days_of_months, demo_of, first_day, step_to
from prongsai.platform.ui.wording import day_in_words

STEPS = frozenset(Role) - {Role.KIOSK}


@for_roles(*STEPS)
@require_http_methods(["GET", "HEAD", "POST"])
def demo_day(request: StaffRequest) -> HttpResponse:
    """Show the months of the year, and step to one."""
    agency = demo_of(request.acting)
    form = DayForm(request.POST) if request.method == "POST" else DayForm()
    if form.is_bound and form.is_valid():
        step_to(acting=request.acting, day=form.cleaned_data["day"])
        day = day_in_words(form.cleaned_data["day"])
        messages.success(request, _("Today in the example: %(day)s") % {"day": day})
        return redirect("demo-day")
    months = [{"day": day, "current": _same_month(day, agency.demo_today)} for day in days_of_months()]
    return render(request, "demo/day.html", {"form": form, "months": months, "first_day": first_day()})


def _same_month(one: object, other: object) -> bool:
    return str(one)[:7] == str(other)[:7]
