"""The page of a turn: shown and reported, for oneself or for somebody else; not done; opened again."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.office.evidence import services
from prongsai.office.evidence.forms import AnswerForm, BecauseForm, NoteForm, RecordForForm, TurnForm
from prongsai.office.evidence.models import StepTurn
from prongsai.office.evidence.progress import is_open
from prongsai.office.evidence.rights import (
    READERS,
    WRITERS,
    may_record_for,
    may_reopen,
    may_report,
)
from prongsai.office.evidence.services import Reported
from prongsai.office.evidence.views.finding import people_to_record_for, turn_or_404
from prongsai.office.evidence.views.showing import shown_proofs
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of
from prongsai.platform.audit.actors import names_of
from prongsai.platform.audit.row_history import history_of
from prongsai.platform.calendar.today import today
from prongsai.platform.files.fields import status_of
from prongsai.platform.ui.refusals import Conflict

DEEDS = {"done": services.report_done, "begun": services.report_begun, "none": services.report_nothing}


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*READERS, by_link=True)
def turn(request: StaffRequest, turn: int) -> HttpResponse:
    """Show a turn; who owes it reports it here."""
    found = turn_or_404(request.acting, turn)
    day = today(agency_of(request.acting))
    if request.method != "POST":
        return render(request, "evidence/turn.html", _told(request, found, TurnForm(day=day)))
    deed = _deed(request)
    form = TurnForm(request.POST, request.FILES, day=day, needed=deed == "done")
    if not form.is_valid():
        return render(request, "evidence/turn.html", _told(request, found, form), status=status_of(form))
    DEEDS[deed](acting=request.acting, turn=found, told=form.reported)
    return _thanked(request, found)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def record_for(request: StaffRequest, turn: int) -> HttpResponse:
    """Write down for somebody what was done."""
    found, day = turn_or_404(request.acting, turn), today(agency_of(request.acting))
    if not may_record_for(request.acting, found):
        raise Conflict(_("Only the coordinator and colleagues of the unit report for somebody."))
    if not is_open(found):
        raise Conflict(_("This step has been reported meanwhile."))
    sent: dict[str, Any] = {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}
    deed = _deed(request)
    people = people_to_record_for(request.acting)
    start = {"recorded_for": found.person_id, "happened": day}
    form = RecordForForm(**sent, people=people, day=day, needed=deed == "done", initial=start)
    if not form.is_valid():
        told = {"form": form, "turn": found, "round": found.step.measure.plan.round}
        return render(request, "evidence/record_for.html", told, status=status_of(form))
    DEEDS[deed](acting=request.acting, turn=found, told=form.reported)
    return _thanked(request, found)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS, by_link=True)
def not_done(request: StaffRequest, turn: int) -> HttpResponse:
    """Write down why a turn is not done."""
    found = turn_or_404(request.acting, turn)
    form = BecauseForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        told = {"form": form, "turn": found, "round": found.step.measure.plan.round}
        return render(request, "evidence/not_done.html", told, status=status_of(form))
    services.report_not_done(acting=request.acting, turn=found, told=Reported(), reason=form.cleaned_data["because"])
    messages.success(request, _("Written down."))
    return redirect("my-tasks") if request.acting.by_link else redirect(found)


@require_POST
@for_roles(*WRITERS, by_link=True)
def prove(request: StaffRequest, turn: int) -> HttpResponse:
    """Attach proof to a turn that was reported without."""
    found = turn_or_404(request.acting, turn)
    form = TurnForm(request.POST, request.FILES, day=today(agency_of(request.acting)), needed=False)
    if not form.is_valid():
        return render(request, "evidence/turn.html", _told(request, found, form), status=status_of(form))
    services.prove_turn(acting=request.acting, turn=found, told=form.reported)
    return _thanked(request, found)


@require_POST
@for_roles(*WRITERS)
def reopen(request: StaffRequest, turn: int) -> HttpResponse:
    """Open a turn that was reported again."""
    found = turn_or_404(request.acting, turn)
    services.reopen_turn(acting=request.acting, turn=found)
    messages.success(request, _("The step is open again."))
    return redirect(found)


def _deed(request: StaffRequest) -> str:
    asked = request.POST.get("deed", "done")
    return asked if asked in DEEDS else "done"


def _thanked(request: StaffRequest, found: StepTurn) -> HttpResponse:
    """Go on: to the own part, unless something about the proof is asked."""
    messages.success(request, _("Handed in. Thank you."))
    if not request.acting.by_link:
        return redirect(found)
    day = today(agency_of(request.acting))
    proofs = services.progress_of_turn(found, day).proofs
    asked = any(services.questions_of(proofs, day).values()) if proofs else False
    return redirect(found) if asked else redirect("my-tasks")


def _told(request: StaffRequest, found: StepTurn, form: TurnForm) -> dict[str, Any]:
    acting, day = request.acting, today(agency_of(request.acting))
    cycle = found.step.measure.plan.round
    told = services.progress_of_turn(found, day)
    return {
        "turn": found,
        "round": cycle,
        "measure": found.step.measure,
        "state": told.state,
        "form": form,
        "because": BecauseForm(),
        "note": NoteForm(initial={"kind": "problem"}, auto_id="note_%s"),
        "answer": AnswerForm(auto_id=False),
        "proofs": shown_proofs(told.proofs, day, acting),
        "by_link": acting.by_link,
        "is_open": is_open(found),
        "writer": names_of([found.done_by])[found.done_by] if found.done_by else "",
        "may_report": is_open(found) and may_report(acting, found) and not cycle.closed,
        "may_record_for": is_open(found) and may_record_for(acting, found) and not cycle.closed,
        "may_prove": not cycle.closed and (may_report(acting, found) or may_record_for(acting, found)),
        "may_reopen": not is_open(found) and may_reopen(acting, found) and not cycle.closed,
        "may_add": acting.has(*WRITERS) and not cycle.closed,
        "history": [] if acting.by_link else history_of(found),
    }
