"""The adviser's side: invitations."""

from __future__ import annotations

from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.office.advice import services
from prongsai.office.advice.forms import InviteForm
from prongsai.office.advice.models import Invitation
from prongsai.office.advice.views.finding import ADVISERS, invitation_of
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of
from prongsai.platform.calendar.today import today
from prongsai.platform.web import once

SHOWN = 100


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*ADVISERS)
@never_cache
def invitations(request: StaffRequest) -> HttpResponse:
    """List the invitations, and make one: its code is shown on the answer and never again."""
    acting, agency = request.acting, agency_of(request.acting)
    form, code = InviteForm(request.POST if request.method == "POST" else None), ""
    if form.is_valid():
        _made, code = services.invite(
            acting=acting, agency=agency, note=form.cleaned_data["note"], form_key=_form_key(request)
        )
        form = InviteForm()
    found = Invitation.objects.visible_to(acting).select_related("used_by")[:SHOWN]
    told = {"form": form, "code": code, "invitations": found, "today": today(agency)}
    return render(request, "advice/invitations.html", told, status=400 if form.errors else 200)


@require_POST
@for_roles(*ADVISERS)
def withdraw(request: StaffRequest, invitation: int) -> HttpResponse:
    """Withdraw an invitation."""
    services.withdraw_invitation(acting=request.acting, invitation=invitation_of(request.acting, invitation))
    messages.success(request, _("The invitation is withdrawn."))
    return redirect("advised-invitations")


def _form_key(request: StaffRequest) -> str:
    """Give the random key that the form carries; one that was made by hand gets a fresh one."""
    return request.POST.get(once.FIELD) or uuid4().hex
