"""Proof: the list of a year, one proof, giving, changing, and what it is used for."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import SuspiciousOperation
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.office.evidence import services
from prongsai.office.evidence.forms import AnswerForm, BecauseForm, ProofFilter, ProofForm, UseForm
from prongsai.office.evidence.forms.proofs import EDITED
from prongsai.office.evidence.models import Proof, ProofState
from prongsai.office.evidence.rights import READERS, WRITERS, may_change
from prongsai.office.evidence.services import Given
from prongsai.office.evidence.services.giving import locked_proof
from prongsai.office.evidence.views.finding import (
    proof_or_404,
    round_or_404,
    sees_all,
    thing_used,
    use_or_404,
    uses_to_choose,
)
from prongsai.office.evidence.views.showing import shown_proofs
from prongsai.office.rounds.year_pages import year_pages
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of, units_of
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Unit
from prongsai.platform.audit.actors import names_of
from prongsai.platform.audit.row_history import history_of
from prongsai.platform.calendar.today import today
from prongsai.platform.files.fields import status_of
from prongsai.platform.ui.refusals import Conflict
from prongsai.platform.ui.wording import day_in_words
from prongsai.platform.web import stale

ON_A_PAGE = 50
USE_KEY = 80


@require_safe
@for_roles(*READERS)
def evidence(request: StaffRequest, round_id: int) -> HttpResponse:
    """List the proof of a year: what waits first."""
    acting = request.acting
    cycle = round_or_404(acting, round_id)
    found = Proof.objects.visible_to(acting).filter(round=cycle)
    form = ProofFilter(request.GET or None, units=[(str(unit.pk), unit.name) for unit in units_of(acting)])
    waiting = found.filter(state=ProofState.OFFERED).count()
    narrowed = _narrowed(found, form).select_related("unit", "round").order_by("state_order", "-received", "-pk")
    page = Paginator(narrowed, ON_A_PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    told = {
        "round": cycle,
        "tabs": year_pages.tabs(cycle.pk, "evidence"),
        "form": form,
        "page": page,
        "shown": shown_proofs(list(page), today(agency_of(acting)), acting),
        "waiting": waiting,
        "query": query.urlencode(),
        "sought": form["q"].value() or "",
        "narrowed": any(request.GET.get(name) for name in ("unit", "state")),
        "may_write": acting.has(*WRITERS) and not cycle.closed,
    }
    return render(request, "evidence/evidence.html", told)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def new_proof(request: StaffRequest, round_id: int) -> HttpResponse:
    """Give proof, for one thing or for nothing yet. `?use=m-7` begins with a measure, an item or a turn."""
    acting = request.acting
    cycle = round_or_404(acting, round_id)
    start = {"use": request.GET.get("use", "")[:USE_KEY]}
    form = _form(request, initial=start, uses=uses_to_choose(acting, cycle), units=_units(request))
    if not form.is_valid():
        return render(request, "evidence/edit.html", {"form": form, "round": cycle}, status=status_of(form))
    told = form.cleaned_data
    used = thing_used(acting, cycle, told["use"]) if told["use"] else {}
    given = Given(
        **{name: told[name] for name in EDITED},
        files=told["files"],
        unit=form.unit or (acting.person.unit if acting.person else None),
    )
    made = services.give_proof(acting=acting, cycle=cycle, given=given, **used)  # type: ignore[arg-type]
    messages.success(request, _("The proof is kept. It waits until somebody else accepts it."))
    return redirect(made)


@require_safe
@for_roles(*READERS, by_link=True)
def proof(request: StaffRequest, proof: int) -> HttpResponse:
    """Show a proof: what it shows, its days and files, the questions about it, what it is used for."""
    acting = request.acting
    found = proof_or_404(acting, proof)
    (shown,) = shown_proofs([found], today(agency_of(acting)), acting)
    uses = found.uses.select_related("measure", "turn__step__measure", "turn__unit")
    names = names_of(actor for actor in (found.made_by, found.decided_by) if actor)
    open_year = not found.round.closed
    may_use = open_year and not acting.by_link and acting.has(*WRITERS)
    told = {
        "round": found.round,
        "proof": found,
        "shown": shown,
        "uses": uses,
        "answer": AnswerForm(initial={"answer": found.answer}),
        "because": BecauseForm(),
        "use_form": UseForm(uses=uses_to_choose(acting, found.round)) if may_use else None,
        "made_by": names.get(found.made_by, ""),
        "decided_by": names.get(found.decided_by, ""),
        "by_link": acting.by_link,
        "may_decide": shown.may_decide and open_year,
        "may_change": shown.may_change and open_year,
        "sees_measures": sees_all(acting),
        "history": [] if acting.by_link else history_of(found),
    }
    return render(request, "evidence/proof.html", told)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS, by_link=True)
@transaction.atomic
def change_proof(request: StaffRequest, proof: int) -> HttpResponse:
    """Change a proof that is not accepted; files can be added. 409 where another was first."""
    acting = request.acting
    found = proof_or_404(acting, proof)
    if not may_change(acting, found):
        raise Conflict(_("This proof was accepted or is another unit's: it stays as it is."))
    if request.method == "POST":
        found = locked_proof(found)
    start = ProofForm.start(found) | {"seen": stale.version_of(found, EDITED)}
    form = _form(request, initial=start)
    if not form.is_valid():
        (shown,) = shown_proofs([found], today(agency_of(acting)), acting)
        told = {"form": form, "round": found.round, "proof": found, "shown": shown}
        return render(request, "evidence/edit.html", told, status=status_of(form))
    if differences := _differences(found, form):
        told = {"differences": differences, "back": found.get_absolute_url(), "round": found.round}
        return render(request, "rounds/stale.html", told, status=409)
    sent = form.cleaned_data
    services.change_proof(acting=acting, proof=found, told={name: sent[name] for name in EDITED}, files=sent["files"])
    messages.success(request, _("Saved."))
    return redirect(found)


@require_POST
@for_roles(*WRITERS)
def use_proof(request: StaffRequest, proof: int) -> HttpResponse:
    """Use a proof for one thing more."""
    found = proof_or_404(request.acting, proof)
    form = UseForm(request.POST, uses=uses_to_choose(request.acting, found.round))
    if not form.is_valid():
        raise Conflict(_("Choose a measure, an item or a step."))
    used = thing_used(request.acting, found.round, form.cleaned_data["use"])
    services.use_for(acting=request.acting, proof=found, **used)  # type: ignore[arg-type]
    messages.success(request, _("Saved."))
    return redirect(found)


@require_POST
@for_roles(*WRITERS)
def stop_using(request: StaffRequest, use: int) -> HttpResponse:
    """Take a proof away from a thing."""
    found = use_or_404(request.acting, use)
    services.stop_using(acting=request.acting, use=found)
    messages.success(request, _("Saved."))
    return redirect(found.proof)


def _form(request: StaffRequest, **options: Any) -> ProofForm:
    sent: dict[str, Any] = {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}
    return ProofForm(**sent, day=today(agency_of(request.acting)), **options)


def _units(request: StaffRequest) -> QuerySet[Unit] | None:
    """Give the units for which the coordinator gives proof; others give that of their own."""
    return units_of(request.acting) if request.acting.has(Role.COORDINATOR) else None


def _narrowed(found: Any, form: ProofFilter) -> Any:
    """Narrow to what was asked, and order waiting, returned, accepted; what cannot be read narrows nothing."""
    asked = form.cleaned_data if form.is_bound and form.is_valid() else {}
    if asked.get("q"):
        found = found.filter(words__icontains=asked["q"])
    if asked.get("unit"):
        found = found.filter(unit=int(asked["unit"]))
    if asked.get("state"):
        found = found.filter(state=asked["state"])
    order = Case(
        When(state=ProofState.OFFERED, then=Value(0)),
        When(state=ProofState.RETURNED, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    return found.annotate(state_order=order)


def _differences(found: Proof, form: ProofForm) -> list[stale.Difference]:
    seen = form.cleaned_data["seen"]
    if not seen or len(seen) > 200:
        raise SuspiciousOperation("a form without its mark")
    if seen == stale.version_of(found, EDITED):
        return []
    return [
        stale.Difference(str(form.fields[name].label), _words(getattr(found, name)), _words(form.cleaned_data[name]))
        for name in EDITED
        if getattr(found, name) != form.cleaned_data[name]
    ]


def _words(value: Any) -> str:
    if isinstance(value, bool):
        return _("allowed") if value else _("not allowed")
    return day_in_words(value) if hasattr(value, "isoformat") else str(value or "")
