"""Opening a year, closing it, opening it again."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.ita.thai import fiscal_year_of
from prongsai.office.rounds import services
from prongsai.office.rounds.forms import OpenForm
from prongsai.office.rounds.views.finding import WRITERS, round_or_404
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of
from prongsai.platform.calendar.today import today


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def open_year(request: StaffRequest) -> HttpResponse:
    """Open a year."""
    acting, agency = request.acting, agency_of(request.acting)
    start = {"fiscal_year": fiscal_year_of(today(agency))}
    form = OpenForm(request.POST if request.method == "POST" else None, initial=start)
    if form.is_valid():
        opened = services.open_round(acting=acting, agency=agency, fiscal_year=form.cleaned_data["fiscal_year"])
        messages.success(request, _("The year is open."))
        return redirect(opened)
    return render(request, "rounds/open.html", {"form": form}, status=400 if form.errors else 200)


@require_POST
@for_roles(*WRITERS)
def close(request: StaffRequest, round_id: int) -> HttpResponse:
    """Close a year."""
    found = round_or_404(request.acting, round_id)
    services.close_round(acting=request.acting, found=found)
    messages.success(request, _("The year is closed."))
    return redirect(found)


@require_POST
@for_roles(*WRITERS)
def reopen(request: StaffRequest, round_id: int) -> HttpResponse:
    """Open a closed year again."""
    found = round_or_404(request.acting, round_id)
    services.reopen_round(acting=request.acting, found=found)
    messages.success(request, _("The year is open again."))
    return redirect(found)
