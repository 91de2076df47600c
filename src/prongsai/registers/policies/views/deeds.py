"""The signature, making known, the yearly review, repealing."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.agency.models import Person
from prongsai.platform.calendar.today import today
from prongsai.platform.files.fields import status_of
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.policies import services
from prongsai.registers.policies.forms import MadeKnownForm, RepealForm, SignedForm
from prongsai.registers.policies.models import PolicyState, Way
from prongsai.registers.policies.models.policy import WRITERS
from prongsai.registers.policies.views.finding import policy_of, version_of
from prongsai.registers.policies.views.pages import shown


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def sign(request: StaffRequest, edition: int) -> HttpResponse:
    """Write down that an approved version was signed; from then on it holds."""
    found = version_of(request.acting, edition)
    if found.state != PolicyState.APPROVED:
        raise Conflict(_("Only an approved version with its signed paper comes into force."))
    sent = {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}
    form = SignedForm(**sent, people=Person.objects.here(today(request.acting.agency)))
    status = status_of(form)
    if form.is_valid():
        try:
            services.put_in_force(acting=request.acting, version=found, **form.told())
        except Conflict as conflict:
            form.add_error(None, conflict.said)
            status = 409
        else:
            messages.success(request, _("It is in force. Now make it known."))
            return redirect(found)
    return render(request, "policies/sign.html", {"form": form, "version": found}, status=status)


@require_POST
@for_roles(*WRITERS)
def make_known(request: StaffRequest, edition: int) -> HttpResponse:
    """Write down how people were told."""
    found = version_of(request.acting, edition)
    form = MadeKnownForm(request.POST)
    if not form.is_valid():
        return shown(request, found, told=form)
    told = form.cleaned_data
    services.note_made_known(
        acting=request.acting,
        policy=found.policy_id,
        version=found.pk,
        way=Way(told["way"]),
        day=told["day"],
        words=told["words"],
    )
    messages.success(request, _("Written down that it was made known."))
    return redirect(found)


@require_POST
@for_roles(*WRITERS)
def review(request: StaffRequest, policy: int) -> HttpResponse:
    """Write down the yearly review."""
    found = policy_of(request.acting, policy)
    services.confirm_review(acting=request.acting, policy=found)
    messages.success(request, _("The review has been written down. The next one is due in a year."))
    return redirect(found)


@require_POST
@for_roles(*WRITERS)
def repeal(request: StaffRequest, edition: int) -> HttpResponse:
    """Repeal a policy."""
    found = version_of(request.acting, edition)
    form = RepealForm(request.POST, auto_id="repeal_%s")
    if not form.is_valid():
        return shown(request, found, repeal=form)
    services.repeal(acting=request.acting, policy=found.policy, **form.cleaned_data)
    messages.success(request, _("Repealed. Its papers stay."))
    return redirect(found)
