"""Decisions: the list, the page, the proof, the answer of the secretary."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import people_of, units_of
from prongsai.platform.audit.row_history import history_of
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.files.fields import status_of
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.models import Attachment
from prongsai.platform.ui.refusals import Conflict
from prongsai.platform.web.saving import saved
from prongsai.registers.meetings import services
from prongsai.registers.meetings.file_holders import DECISION_PROOF
from prongsai.registers.meetings.forms import DecisionForm, DecisionSearchForm, DropForm, ProofForm, ReturnForm
from prongsai.registers.meetings.models import Decision, DecisionState, ProofState
from prongsai.registers.meetings.services.proving import may_answer, may_hand_in
from prongsai.registers.meetings.sheet import decisions_workbook
from prongsai.registers.meetings.views.finding import READERS, WRITERS, decision_of, kept_decision, kept_item

ON_A_PAGE = 50
XLSX = Kind.XLSX.content_type


@require_safe
@for_roles(*READERS)
def decisions(request: StaffRequest) -> HttpResponse:
    """List decisions, the unfinished ones first asked for."""
    day = today(request.acting.agency)
    form = DecisionSearchForm(request.GET or None, units=units_of(request.acting))
    found = form.found_in(Decision.objects.visible_to(request.acting), day)
    page = Paginator(_with_all(found), ON_A_PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    lines = [(each, each.is_late(day)) for each in page]
    told = {"form": form, "page": page, "lines": lines, "query": query.urlencode()}
    return render(request, "meetings/decisions.html", told)


@require_POST
@for_roles(*READERS)
def export(request: StaffRequest) -> HttpResponse:
    """Give the decisions that were found as a workbook; that is itself a deed."""
    day = today(request.acting.agency)
    form = DecisionSearchForm(request.GET or None, units=units_of(request.acting))
    found = list(_with_all(form.found_in(Decision.objects.visible_to(request.acting), day)))
    record(request.acting, "meetings.exported", figures={"decisions": len(found)})
    return saved(decisions_workbook(found), _("Decisions of meetings") + ".xlsx", XLSX)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def decide(request: StaffRequest, item: int) -> HttpResponse:
    """Write down a decision under an item."""
    found = kept_item(request.acting, item)
    sent = request.POST if request.method == "POST" else None
    form = DecisionForm(sent, units=units_of(request.acting), people=people_of(request.acting))
    page = {"form": form, "item": found, "meeting": found.meeting}
    if form.is_valid():
        try:
            services.decide(acting=request.acting, item=found, **form.cleaned_data)
        except Conflict as conflict:
            form.add_error(None, conflict.said)
            return render(request, "meetings/decide.html", page, status=409)
        messages.success(request, _("The decision is on the list of its owner."))
        return redirect(found.meeting)
    return render(request, "meetings/decide.html", page, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
@transaction.atomic
def edit(request: StaffRequest, decision: int) -> HttpResponse:
    """Mend an open decision."""
    found = kept_decision(request.acting, decision)
    if found.state != DecisionState.OPEN or not found.meeting.is_open:
        raise Conflict(_("Only an open decision can be changed."))
    start = {name: getattr(found, name) for name in ("what", "unit", "person", "due")}
    sent = request.POST if request.method == "POST" else None
    form = DecisionForm(sent, initial=start, units=units_of(request.acting), people=people_of(request.acting))
    page = {"form": form, "item": found.item, "meeting": found.meeting, "decision": found}
    if form.is_valid():
        try:
            services.save_decision(acting=request.acting, decision=found, **form.cleaned_data)
        except Conflict as conflict:
            form.add_error(None, conflict.said)
            return render(request, "meetings/decide.html", page, status=409)
        messages.success(request, _("Saved."))
        return redirect(found)
    return render(request, "meetings/decide.html", page, status=400 if form.errors else 200)


@require_safe
@for_roles(*READERS, by_link=True)
def decision(request: StaffRequest, decision: int) -> HttpResponse:
    """Show a decision with its proofs."""
    found = decision_of(request.acting, decision)
    return render(request, "meetings/decision.html", _told(request, found))


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS, by_link=True)
def prove(request: StaffRequest, decision: int) -> HttpResponse:
    """Hand in the proof of a decision."""
    found = decision_of(request.acting, decision)
    keeps = found.meeting.group.is_kept_by(request.acting)
    sent = {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}
    form = ProofForm(**sent, people=people_of(request.acting), records_for=keeps)
    if form.is_valid():
        services.hand_in_proof(acting=request.acting, decision=found, told=services.ProofTold(**form.cleaned_data))
        messages.success(request, _("The proof is handed in. The secretary looks at it."))
        return redirect(found)
    return render(request, "meetings/prove.html", {"form": form, "decision": found}, status=status_of(form))


@require_POST
@for_roles(*WRITERS)
def accept(request: StaffRequest, decision: int) -> HttpResponse:
    """Accept the proof and close the decision."""
    found = kept_decision(request.acting, decision)
    services.accept_proof(acting=request.acting, decision=found)
    messages.success(request, _("The decision is closed with its proof."))
    return redirect(found)


@require_POST
@for_roles(*WRITERS)
def give_back(request: StaffRequest, decision: int) -> HttpResponse:
    """Return the proof with what is lacking."""
    found = kept_decision(request.acting, decision)
    form = ReturnForm(request.POST)
    if not form.is_valid():
        return render(
            request, "meetings/decision.html", _told(request, found) | {"return_form": form, "form": form}, status=400
        )
    services.return_proof(acting=request.acting, decision=found, because=form.cleaned_data["because"])
    messages.success(request, _("Returned. The decision is open again."))
    return redirect(found)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def drop(request: StaffRequest, decision: int) -> HttpResponse:
    """Drop a decision."""
    found = kept_decision(request.acting, decision)
    form = DropForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        services.drop_decision(acting=request.acting, decision=found, because=form.cleaned_data["because"])
        messages.success(request, _("The decision is dropped. It stays on the list with its reason."))
        return redirect(found)
    return render(request, "meetings/drop.html", {"form": form, "decision": found}, status=400 if form.errors else 200)


def _told(request: StaffRequest, found: Decision) -> dict[str, Any]:
    acting = request.acting
    proofs = list(found.proofs.select_related("recorded_for"))
    held: dict[int, list[Attachment]] = {}
    things = [proof.pk for proof in proofs]
    for each in Attachment.objects.filter(holder=DECISION_PROOF.key, thing__in=things).select_related("file"):
        held.setdefault(each.thing, []).append(each)
    waiting = next((proof for proof in proofs if proof.state == ProofState.WAITING), None)
    if waiting:
        waiting.decision = found
    writes = acting.has(*WRITERS)
    keeps = writes and found.meeting.group.is_kept_by(acting)
    return {
        "decision": found,
        "is_late": found.is_late(today(acting.agency)),
        "proofs": [(proof, held.get(proof.pk, [])) for proof in proofs],
        "may_prove": writes and found.state == DecisionState.OPEN and may_hand_in(acting, found),
        "may_answer": writes and waiting is not None and may_answer(acting, waiting),
        "may_edit": keeps and found.state == DecisionState.OPEN and found.meeting.is_open,
        "may_drop": keeps and found.is_unfinished,
        "by_link": acting.by_link,
        "return_form": ReturnForm(),
        "history": [] if acting.by_link else history_of(found),
    }


def _with_all(found: Any) -> Any:
    return found.select_related("person", "unit", "item", "meeting__group").distinct()
