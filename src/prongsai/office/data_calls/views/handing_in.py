"""บันทึกแทน: what came by LINE, on paper, by telephone or e-mail is written down with whose it is."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from prongsai.office.data_calls import services
from prongsai.office.data_calls.forms import HandInForForm
from prongsai.office.data_calls.models import CalledItem
from prongsai.office.data_calls.services import may_record_for
from prongsai.office.data_calls.views.finding import WRITERS, item_or_404
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.choices import people_of
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.line import head_of
from prongsai.platform.agency.models import Person
from prongsai.platform.calendar.today import today
from prongsai.platform.files.fields import status_of
from prongsai.platform.ui.refusals import Conflict


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def record_for(request: StaffRequest, item: int) -> HttpResponse:
    """Write down for somebody what came another way."""
    acting, found = request.acting, item_or_404(request.acting, item)
    if not may_record_for(acting, found):
        raise Conflict(_("Only the coordinator and colleagues of the unit hand something in for somebody."))
    if not found.is_owed:
        raise Conflict(_("This has been handed in or called off meanwhile."))
    sent: dict[str, Any] = {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}
    people, start = _people(acting, found)
    form = HandInForForm(**sent, item=found, today=today(acting.agency), people=people, start=start)
    if form.is_valid():
        told = {name: form.cleaned_data[name] for name in ("recorded_for", "received_by", "received")}
        services.hand_in_for(acting=acting, item=found, brought=form.brought, **told)
        messages.success(request, _("Written down, with whose it is and how it came."))
        return redirect(found)
    return render(request, "data_calls/record_for.html", {"form": form, "item": found}, status=status_of(form))


def _people(acting: Acting, found: CalledItem) -> tuple[Any, Person | None]:
    """Give for whom it may be written down, and who it likeliest is: the officer who is asked, else the head."""
    day, addressee = today(acting.agency), found.addressee
    people = people_of(acting).select_related("unit")
    if not acting.has(Role.COORDINATOR):
        people = people.filter(unit=addressee.unit)
    head = head_of(addressee.unit, day)
    return people, addressee.officer or (head.person if head else None)
