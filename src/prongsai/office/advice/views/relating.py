"""The agency's side: who advises it, what it submitted; accepting an adviser, and ending it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.office.advice import services
from prongsai.office.advice.forms import AcceptForm
from prongsai.office.advice.models import Adviser, SentRollUp
from prongsai.office.advice.views.finding import AGREEING, READERS, SEEING, adviser_of
from prongsai.office.rounds.models import Round
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of


@require_safe
@for_roles(*SEEING)
def advice(request: StaffRequest) -> HttpResponse:
    """Show who advises the agency, and what stands with them."""
    acting = request.acting
    sent = list(SentRollUp.objects.visible_to(acting).standing().select_related("adviser__office"))
    rounds = Round.objects.visible_to(acting) if acting.has(*READERS) else ()
    told = {
        "advisers": Adviser.objects.visible_to(acting).select_related("office"),
        "years": [(cycle, [each for each in sent if each.round_id == cycle.pk]) for cycle in rounds],
        "may_agree": acting.has(*AGREEING),
    }
    return render(request, "advice/advice.html", told)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*AGREEING)
def accept(request: StaffRequest) -> HttpResponse:
    """Take the code of an invitation, tell whose it is, and accept it when that was seen."""
    agency = agency_of(request.acting)
    form = AcceptForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return render(request, "advice/accept.html", {"form": form}, status=400 if form.errors else 200)
    typed = form.cleaned_data["code"]
    inviter = services.who_invites(agency=agency, typed=typed)
    if inviter is None:
        form.add_error("code", _("This code opens no invitation. Ask the adviser for a new one."))
        return render(request, "advice/accept.html", {"form": form}, status=400)
    if "accept" not in request.POST:
        return render(request, "advice/accept.html", {"form": form, "inviter": inviter, "typed": typed})
    services.accept(acting=request.acting, agency=agency, typed=typed)
    messages.success(request, _("The adviser is accepted. Nothing was submitted yet."))
    return redirect("advice")


@require_POST
@for_roles(*AGREEING)
def end(request: StaffRequest, adviser: int) -> HttpResponse:
    """End it: what was submitted is taken back."""
    services.end_as_advised(acting=request.acting, adviser=adviser_of(request.acting, adviser))
    messages.success(
        request, _("This office does not advise your agency any more. What was submitted is deleted there.")
    )
    return redirect("advice")
