"""The unit that receives requests from the web, and the list of what is past its time."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of, units_of
from prongsai.platform.accounts.models import Role
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.web.saving import saved
from prongsai.registers.cases.forms.settling import FrontDeskForm
from prongsai.registers.cases.outputs import LISTS, destruction_list
from prongsai.registers.cases.services import choose_front_desk, front_desk, proposed_for_destruction

ON_A_PAGE = 50


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(Role.UNIT_HEAD, Role.COORDINATOR)
def desk(request: StaffRequest) -> HttpResponse:
    """Choose the unit that receives requests from the web."""
    agency = agency_of(request.acting)
    sent = request.POST if request.method == "POST" else None
    form = FrontDeskForm(sent, units=units_of(request.acting), initial={"unit": front_desk(agency)})
    if form.is_valid():
        choose_front_desk(acting=request.acting, agency=agency, unit=form.cleaned_data["unit"])
        messages.success(request, _("Saved."))
        return redirect("cases-front-desk")
    return render(request, "cases/front_desk.html", {"form": form}, status=400 if form.errors else 200)


@require_safe
@for_roles(Role.UNIT_HEAD)
def past_their_time(request: StaffRequest) -> HttpResponse:
    """Show the cases that may be proposed for destruction, of one's units. Nothing is deleted here."""
    found = proposed_for_destruction(today(request.acting.agency)).visible_to(request.acting)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "cases/past_their_time.html", {"page": page, "lists": LISTS})


@require_POST
@for_roles(Role.UNIT_HEAD)
def past_their_time_file(request: StaffRequest) -> HttpResponse:
    """Give the list for the committee as a file (`?as=pdf`); that is itself a deed."""
    asked = request.GET.get("as", "")
    kind = asked if asked in LISTS else "xlsx"
    agency = agency_of(request.acting)
    found = list(proposed_for_destruction(today(agency)).visible_to(request.acting))
    record(request.acting, "cases.destruction_listed", figures={"cases": len(found)})
    name = _("Cases proposed for destruction") + f".{kind}"
    return saved(destruction_list(found, agency, kind), name, LISTS[kind].content_type)
