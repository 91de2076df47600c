"""The watch over the addresses of a year, and looking at them now."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_POST, require_safe

from prongsai.office.disclosure.models import AddressCheck
from prongsai.office.disclosure.models.items import READERS
from prongsai.office.disclosure.outages import outages_in
from prongsai.office.disclosure.register import items_of
from prongsai.office.disclosure.rights import WRITERS
from prongsai.office.disclosure.services.closed_sets import closed_set_of
from prongsai.office.disclosure.services.homes import address_of, main_address
from prongsai.office.disclosure.services.looks import looks_of
from prongsai.office.disclosure.tasks import look_at_addresses
from prongsai.office.disclosure.views.finding import round_or_404
from prongsai.office.disclosure.watch_days import is_watched
from prongsai.office.rounds.year_pages import year_pages
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.calendar.today import today
from prongsai.platform.jobs.progress import show_progress
from prongsai.platform.jobs.queue import later
from prongsai.platform.modules import asking_once

MOST = 5_000


@require_safe
@for_roles(*READERS)
def watch(request: StaffRequest, round_id: int) -> HttpResponse:
    """Show the last look at each address, and since when what did not open."""
    cycle = round_or_404(request.acting, round_id)
    with asking_once():
        lines = looks_of(cycle)
    codes = {line.item.pk: line.code for line in lines}
    checks = AddressCheck.objects.filter(item__round=cycle) | AddressCheck.objects.filter(item=None)
    found = outages_in(checks.order_by("-at", "-pk")[:MOST])
    told = {
        "round": cycle,
        "tabs": year_pages.tabs(cycle.pk, "disclosure-watch"),
        "lines": lines,
        "main": main_address(),
        "site": AddressCheck.objects.filter(item=None, address=main_address()).first(),
        "outages": [(each, codes.get(each.item or 0, "")) for each in found],
        "closed": closed_set_of(cycle),
        "watched": is_watched(cycle, today(request.acting.agency)) and not cycle.agency.is_demo,
        "may_look": request.acting.has(*WRITERS),
    }
    return render(request, "disclosure/watch.html", told)


@require_POST
@for_roles(*WRITERS)
@transaction.atomic
def look(request: StaffRequest, round_id: int) -> HttpResponse:
    """Have all addresses looked at now, by a job whose progress is shown."""
    cycle = round_or_404(request.acting, round_id)
    if not main_address() and not any(address_of(item) for item in items_of(cycle)):
        messages.info(request, _("There is no address yet at which anything could be looked at."))
        return redirect("disclosure-watch", cycle.pk)
    job = later(look_at_addresses, agency=cycle.agency_id, cycle=cycle.pk, walk=1, once=True)
    if job is None:
        messages.info(request, _("The addresses are being looked at already."))
        return redirect("disclosure-watch", cycle.pk)
    then = reverse("disclosure-watch", args=[cycle.pk])
    show_progress(job, title=gettext_noop("Pages are looked at from outside"), then=then)
    return redirect("job-progress", job)
