"""Writing a case down at the counter: choose the kind, fill in the form, hand out the slip."""

from __future__ import annotations

from typing import Any

import segno
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of, people_of, units_of
from prongsai.platform.agency.models import Agency, Unit
from prongsai.platform.calendar.today import today
from prongsai.platform.files.fields import status_of
from prongsai.platform.notices.links import whole_address
from prongsai.platform.web.once import FIELD as ONCE
from prongsai.registers.cases.forms import CounterForm
from prongsai.registers.cases.kinds import CaseKind, kinds
from prongsai.registers.cases.services import HandedIn, Received, front_desk, receive
from prongsai.registers.cases.states import Channel
from prongsai.registers.cases.tracking_code import in_groups
from prongsai.registers.cases.views.finding import HANDLERS, kind_of
from prongsai.registers.services.services import OfferedService, offered_services


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*HANDLERS)
@never_cache
def new_case(request: StaffRequest) -> HttpResponse:
    """Ask what it is, then write it down and show its slip: once, but the same form sent again shows it again."""
    key = request.GET.get("kind", "")
    if not key and request.method != "POST":
        return render(request, "cases/choose_kind.html", {"kinds": list(kinds)})
    told, agency = kind_of(key), agency_of(request.acting)
    form = _form(request, told)
    if form.is_valid():
        handed = _handed_in(request, form, agency)
        received = receive(acting=request.acting, agency=agency, told=handed, once=request.POST.get(ONCE, ""))
        return render(request, "cases/slip.html", slip(request, agency, received))
    page = {"form": form, "kind": told}
    return render(request, "cases/new_case.html", page, status=status_of(form))


def slip(request: HttpRequest, agency: Agency, received: Received) -> dict[str, Any]:
    """Give what a slip shows: number, code, the address where the code is typed, and as a square code."""
    path = reverse("public-case-track", args=[agency.code])
    page = whole_address(agency, path) or request.build_absolute_uri(path)
    picture = ""
    if received.code:
        address = f"{page}?{urlencode({'code': in_groups(received.code)})}"
        picture = segno.make(address, error="m").svg_data_uri(scale=5)
    return {
        "agency": agency,
        "case": received.case,
        "code": in_groups(received.code),
        "page": page,
        "picture": picture,
    }


def _form(request: StaffRequest, kind: CaseKind) -> CounterForm:
    sent: dict[str, Any] = {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}
    return CounterForm(
        **sent,
        kind=kind,
        units=units_of(request.acting),
        people=people_of(request.acting),
        services=offered_services() if kind.has_service else (),
        today=today(request.acting.agency),
    )


def _handed_in(request: StaffRequest, form: CounterForm, agency: Agency) -> HandedIn:
    told, offered, person = form.cleaned_data, form.chosen_service(), request.acting.person
    unit = told["unit"] or _unit_of(request, offered, agency)
    return HandedIn(
        kind=form.kind.key,
        channel=Channel(told["channel"]),
        subject=told["subject"],
        body=told["body"],
        asker=form.asker(),
        service=offered.service if offered else None,
        also_found_by=offered.sheet.name if offered else "",
        is_sensitive=bool(offered and offered.is_sensitive),
        limit_days=told["limit_days"] if told["limit_days"] is not None else _days_of(offered),
        unit=unit,
        officer=person if person and person.unit_id == unit.pk else None,
        recorded_for=told["recorded_for"],
        received_on=told["received_on"],
        lacking=told["lacking"],
        files=told["files"],
    )


def _days_of(offered: OfferedService | None) -> int | None:
    """Give the working days of the manual, None where it does not say the whole time."""
    return offered.time.days_counted if offered and offered.time and not offered.time.unknown else None


def _unit_of(request: StaffRequest, offered: OfferedService | None, agency: Agency) -> Unit:
    """Give the unit that works on it where none was chosen: of the service, else of who writes, else the front desk."""
    person = request.acting.person
    standing = units_of(request.acting)
    if offered and (unit := standing.filter(pk=offered.unit).first()):
        return unit
    own = person.unit if person else standing.filter(pk__in=request.acting.units).first()
    return own or front_desk(agency) or standing[0]
