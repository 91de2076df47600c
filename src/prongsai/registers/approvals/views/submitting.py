"""Submitting a thing of any room, a matter of its own, and withdrawing."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of, people_of, units_of
from prongsai.platform.files.fields import status_of
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.approvals import services
from prongsai.registers.approvals.forms import MatterForm, SubmitForm
from prongsai.registers.approvals.kinds import approval_kinds
from prongsai.registers.approvals.models.submission import WRITERS
from prongsai.registers.approvals.views.finding import submission_of, thing_of


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def submit(request: StaffRequest, kind: str, thing: int) -> HttpResponse:
    """Submit a thing of a room, again after it came back."""
    told = thing_of(request.acting, kind, thing)
    if not approval_kinds[kind].may_submit(request.acting, thing):
        raise Conflict(_("This cannot be submitted now. Its own page says what is missing."))
    start = {"why": told.why, "what": told.what, "asks": told.asks}
    form = SubmitForm(**_sent(request), initial=start, people=people_of(request.acting))
    if form.is_valid():
        made = services.submit(acting=request.acting, kind=kind, thing=thing, **form.told())
        messages.success(request, _("Submitted."))
        return redirect(made)
    page = {"form": form, "told": told, "before": services.latest_submission(kind, thing)}
    return render(request, "approvals/submit.html", page, status=status_of(form))


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def new_matter(request: StaffRequest) -> HttpResponse:
    """Write down a matter that belongs to no other room, and submit it."""
    agency = agency_of(request.acting)
    form = MatterForm(
        **_sent(request), people=people_of(request.acting), units=units_of(request.acting), initial=_own_unit(request)
    )
    if form.is_valid():
        with transaction.atomic():
            matter = services.add_matter(acting=request.acting, agency=agency.pk, **form.matter())
            made = services.submit(acting=request.acting, kind="matter", thing=matter.pk, **form.told())
        messages.success(request, _("Submitted."))
        return redirect(made)
    return render(request, "approvals/new_matter.html", {"form": form}, status=status_of(form))


@require_POST
@for_roles(*WRITERS)
def withdraw(request: StaffRequest, submission: int) -> HttpResponse:
    """Take a submission back."""
    found = submission_of(request.acting, submission)
    services.withdraw(acting=request.acting, submission=found)
    messages.success(request, _("Taken back. It can be changed and submitted again."))
    return redirect(found)


def _sent(request: StaffRequest) -> dict[str, Any]:
    return {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}


def _own_unit(request: StaffRequest) -> dict[str, Any]:
    person = request.acting.person
    return {"unit": person.unit_id} if person else {}
