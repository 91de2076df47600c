"""Writing the draft of a version. Two people at one draft: the second is told."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import SuspiciousOperation
from django.core.signing import BadSignature
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import units_of
from prongsai.platform.web import stale
from prongsai.registers.policies import services
from prongsai.registers.policies.forms import PolicyForm
from prongsai.registers.policies.models.policy import WRITERS
from prongsai.registers.policies.services.drafting import draft
from prongsai.registers.policies.views.finding import policy_of, version_of


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def edit(request: StaffRequest, edition: int) -> HttpResponse:
    """Write a draft."""
    found = version_of(request.acting, edition)
    with transaction.atomic():
        current = draft(found)
        sent = request.POST if request.method == "POST" else None
        form = PolicyForm(sent, units=units_of(request.acting), initial=PolicyForm.start(current))
        seen = request.POST.get(stale.FIELD) or stale.version_of(current, PolicyForm.watched)
        page = {"form": form, "version": current, "seen": seen}
        if not form.is_valid():
            return render(request, "policies/edit.html", page, status=400 if form.errors else 200)
        try:
            differs = stale.differences(current, form, PolicyForm.watched, request.POST.get(stale.FIELD, ""))
        except BadSignature as error:
            raise SuspiciousOperation("a form without its mark") from error
        if differs:
            return render(request, "policies/stale.html", {"version": current, "differences": differs}, status=409)
        services.save_draft(acting=request.acting, version=current, told=form.told())
    messages.success(request, _("Saved."))
    return redirect(found)


@require_POST
@for_roles(*WRITERS)
def start_version(request: StaffRequest, policy: int) -> HttpResponse:
    """Begin the next version."""
    made = services.start_version(acting=request.acting, policy=policy_of(request.acting, policy))
    messages.success(request, _("A new version has been begun as a copy."))
    return redirect(made)


@require_POST
@for_roles(*WRITERS)
def drop(request: StaffRequest, edition: int) -> HttpResponse:
    """Drop a draft."""
    found = version_of(request.acting, edition)
    first = found.policy.versions.count() == 1
    services.drop_draft(acting=request.acting, version=found)
    messages.success(request, _("The draft has been dropped."))
    return redirect("policies") if first else redirect(found.policy)
