"""Accepting and returning proof, answering the questions about it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.office.evidence import services
from prongsai.office.evidence.forms import AnswerForm, BecauseForm
from prongsai.office.evidence.models import Proof
from prongsai.office.evidence.rights import DECIDERS, WRITERS
from prongsai.office.evidence.views.finding import proof_or_404
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.files.fields import status_of


@require_POST
@for_roles(*DECIDERS)
def accept(request: StaffRequest, proof: int) -> HttpResponse:
    """Accept a proof, and go on with the next that waits."""
    found = proof_or_404(request.acting, proof)
    services.accept_proof(acting=request.acting, proof=found)
    messages.success(request, _("The proof is accepted."))
    return _back(request, found)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*DECIDERS)
def return_(request: StaffRequest, proof: int) -> HttpResponse:
    """Return a proof with a reason."""
    found = proof_or_404(request.acting, proof)
    form = BecauseForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        told = {"form": form, "proof": found, "round": found.round}
        return render(request, "evidence/return.html", told, status=status_of(form))
    services.return_proof(acting=request.acting, proof=found, because=form.cleaned_data["because"])
    messages.success(request, _("Returned with a reason."))
    return redirect(found)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS, by_link=True)
def answer(request: StaffRequest, proof: int) -> HttpResponse:
    """Keep what somebody answers to the questions about a proof."""
    found = proof_or_404(request.acting, proof)
    form = AnswerForm(request.POST if request.method == "POST" else None, initial={"answer": found.answer})
    if not form.is_valid():
        told = {"form": form, "proof": found, "round": found.round}
        return render(request, "evidence/answer.html", told, status=status_of(form))
    services.answer_questions(acting=request.acting, proof=found, answer=form.cleaned_data["answer"])
    messages.success(request, _("Thank you. The answer stands beside the proof."))
    return redirect("my-tasks") if request.acting.by_link else redirect(found)


def _back(request: StaffRequest, found: Proof) -> HttpResponse:
    """Go back to the list where the button was pressed there."""
    return redirect("evidence", found.round_id) if request.GET.get("list") else redirect(found)
