"""The agency's side of one year: exactly what would be submitted, submitting, withdrawing, and the group beside it."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.office.advice import services
from prongsai.office.advice.beside import beside
from prongsai.office.advice.forms import SubmitForm
from prongsai.office.advice.models import Adviser, SentRollUp
from prongsai.office.advice.overview import reasons_of
from prongsai.office.advice.rolling_up import rolled_up
from prongsai.office.advice.views.finding import READERS, SENDERS, round_or_404, sent_of
from prongsai.office.rounds.models import Round
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of
from prongsai.platform.audit.actors import names_of
from prongsai.platform.calendar.today import today


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*READERS)
def year(request: StaffRequest, round_id: int) -> HttpResponse:
    """Show exactly what would be submitted of a year, and submit it."""
    acting, cycle = request.acting, round_or_404(request.acting, round_id)
    agency = agency_of(acting)
    advisers = Adviser.objects.visible_to(acting).running().select_related("office")
    content = rolled_up(cycle, acting, today(agency))
    form = None
    if acting.has(*SENDERS) and advisers:
        posted = request.POST if request.method == "POST" else None
        form = SubmitForm(posted, advisers=advisers, initial={"adviser": advisers[0], "seen": content.mark})
        if form.is_valid():
            given = form.cleaned_data
            services.submit(
                acting=acting, agency=agency, adviser=given["adviser"], cycle=cycle, wishes=given["wishes"],
                seen=given["seen"],
            )  # fmt: skip
            messages.success(request, _("Submitted. You can withdraw it at any time."))
            return redirect("advice-year", cycle.pk)
    told = {
        "round": cycle,
        "content": content,
        "reasons": reasons_of(content),
        "form": form,
        "advisers": advisers,
        "sent": _sent(request, cycle),
        "besides": [beside(adviser, content, agency) for adviser in advisers] if acting.has(*SENDERS) else (),
    }
    return render(request, "advice/year.html", told, status=400 if form and form.errors else 200)


@require_safe
@for_roles(*READERS)
def sent(request: StaffRequest, sent: int) -> HttpResponse:
    """Show a submission, word for word."""
    found = sent_of(request.acting, sent)
    content, who = found.told, names_of([found.sent_by])[found.sent_by]
    told = {"sent": found, "content": content, "reasons": reasons_of(content), "who": who}
    return render(request, "advice/sent.html", told | {"may_withdraw": request.acting.has(*SENDERS)})


@require_POST
@for_roles(*SENDERS)
def withdraw(request: StaffRequest, sent: int) -> HttpResponse:
    """Withdraw a submission."""
    found = sent_of(request.acting, sent)
    services.withdraw(acting=request.acting, sent=found)
    messages.success(request, _("Withdrawn. The copy at the adviser is deleted."))
    return redirect("advice-year", found.round_id)


@dataclass(frozen=True, slots=True)
class SentLine:
    """A submission in the list of a year."""

    sent: SentRollUp
    who: str


def _sent(request: StaffRequest, cycle: Round) -> list[SentLine]:
    found = SentRollUp.objects.visible_to(request.acting).filter(round=cycle).select_related("adviser__office")
    names = names_of(each.sent_by for each in found)
    return [SentLine(each, names[each.sent_by]) for each in found]
