"""Problems and proposals through the year; the coordinator says which the report carries."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import SuspiciousOperation
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.office.evidence import services
from prongsai.office.evidence.forms import NoteForm
from prongsai.office.evidence.models import Note, NoteKind
from prongsai.office.evidence.outputs import notes_as_workbook
from prongsai.office.evidence.rights import READERS, WRITERS
from prongsai.office.evidence.services.noting import may_change_note
from prongsai.office.evidence.views.finding import note_or_404, round_or_404, sees_all, turn_or_404
from prongsai.office.measures.models import Measure, PlanState
from prongsai.office.rounds.models import Round
from prongsai.office.rounds.year_pages import year_pages
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.choices import units_of
from prongsai.platform.accounts.models import Role
from prongsai.platform.audit.services import record
from prongsai.platform.files.fields import status_of
from prongsai.platform.files.kinds import Kind
from prongsai.platform.ui.refusals import Conflict
from prongsai.platform.web import stale
from prongsai.platform.web.saving import saved

EDITED = ("kind", "words")


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*READERS)
def notes(request: StaffRequest, round_id: int) -> HttpResponse:
    """List the problems and proposals of a year, and note one more."""
    acting = request.acting
    cycle = round_or_404(acting, round_id)
    form = _form(request, cycle)
    if request.method == "POST" and not acting.has(*WRITERS):
        raise Conflict(_("You read here; units and the coordinator write."))
    if request.method != "POST" or not form.is_valid():
        return render(request, "evidence/notes.html", _told(acting, cycle, form), status=status_of(form))
    told = form.cleaned_data
    unit = told.get("unit") or (acting.person.unit if acting.person else None)
    services.add_note(
        acting=acting,
        cycle=cycle,
        kind=NoteKind(told["kind"]),
        words=told["words"],
        measure=told["measure"],
        unit=unit,
    )
    messages.success(request, _("Noted."))
    return redirect("notes", cycle.pk)


@require_POST
@for_roles(*WRITERS, by_link=True)
def note_of_turn(request: StaffRequest, turn: int) -> HttpResponse:
    """Note a problem or a proposal from the page of a turn."""
    found = turn_or_404(request.acting, turn)
    cycle = found.step.measure.plan.round
    form = NoteForm(request.POST)
    if not form.is_valid():
        told = {"form": form, "turn": found, "round": cycle}
        return render(request, "evidence/note_of_turn.html", told, status=status_of(form))
    services.add_note(
        acting=request.acting,
        cycle=cycle,
        kind=NoteKind(form.cleaned_data["kind"]),
        words=form.cleaned_data["words"],
        measure=found.step.measure,
        unit=found.unit,
    )
    messages.success(request, _("Noted."))
    return redirect(found)


@require_POST
@for_roles(Role.COORDINATOR)
def carry(request: StaffRequest, note: int) -> HttpResponse:
    """Carry a note to the report, or leave it out."""
    found = note_or_404(request.acting, note)
    services.carry_note(acting=request.acting, note=found, carried=request.POST.get("carried") == "1")
    messages.success(request, _("Saved."))
    return redirect("notes", found.round_id)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
@transaction.atomic
def change_note(request: StaffRequest, note: int) -> HttpResponse:
    """Change the words of a note. 409 where another was first."""
    found = note_or_404(request.acting, note)
    if not may_change_note(request.acting, found):
        raise Conflict(_("Who noted it and the coordinator may change it."))
    if request.method == "POST":
        found = get_object_or_404(Note.objects.select_for_update(of=("self",)).select_related("round"), pk=found.pk)
    start = {"kind": found.kind, "words": found.words, "seen": stale.version_of(found, EDITED)}
    form = NoteForm(request.POST if request.method == "POST" else None, initial=start)
    if not form.is_valid():
        told = {"form": form, "note": found, "round": found.round}
        return render(request, "evidence/change_note.html", told, status=status_of(form))
    if differences := _differences(found, form):
        told = {"differences": differences, "back": reverse("notes", args=[found.round_id]), "round": found.round}
        return render(request, "rounds/stale.html", told, status=409)
    sent = form.cleaned_data
    services.change_note(acting=request.acting, note=found, words=sent["words"], kind=NoteKind(sent["kind"]))
    messages.success(request, _("Saved."))
    return redirect("notes", found.round_id)


@require_POST
@for_roles(*READERS)
def export(request: StaffRequest, round_id: int) -> HttpResponse:
    """Give the notes of a year as a workbook; that is itself a deed."""
    cycle = round_or_404(request.acting, round_id)
    found = _seen(request.acting, cycle)
    record(request.acting, "evidence.notes_exported", thing=cycle, figures={"notes": len(found)})
    return saved(
        notes_as_workbook(found), _("Problems and proposals") + f" {cycle.fiscal_year}.xlsx", Kind.XLSX.content_type
    )


def _form(request: StaffRequest, cycle: Round) -> NoteForm:
    acting = request.acting
    measures = Measure.objects.visible_to(acting).filter(plan__round=cycle, plan__state=PlanState.DECIDED)
    units = units_of(acting) if acting.has(Role.COORDINATOR) else None
    sent = request.POST if request.method == "POST" else None
    return NoteForm(sent, measures=measures, units=units, initial={"kind": NoteKind.PROBLEM})


def _told(acting: Acting, cycle: Round, form: NoteForm) -> dict[str, Any]:
    found = _seen(acting, cycle)
    coordinates = acting.has(Role.COORDINATOR) and not cycle.closed
    return {
        "round": cycle,
        "tabs": year_pages.tabs(cycle.pk, "notes"),
        "form": form,
        "notes": [(note, may_change_note(acting, note) and not cycle.closed) for note in found],
        "may_write": acting.has(*WRITERS) and not cycle.closed,
        "may_carry": coordinates,
        "sees_all": sees_all(acting),
    }


def _seen(acting: Acting, cycle: Round) -> list[Note]:
    return list(Note.objects.visible_to(acting).filter(round=cycle).select_related("unit", "measure"))


def _differences(found: Note, form: NoteForm) -> list[stale.Difference]:
    seen = form.cleaned_data["seen"]
    if not seen or len(seen) > 200:
        raise SuspiciousOperation("a form without its mark")
    if seen == stale.version_of(found, EDITED):
        return []
    kinds = dict(NoteKind.choices)
    pairs = (
        ("kind", kinds.get(found.kind, ""), kinds.get(form.cleaned_data["kind"], "")),
        ("words", found.words, form.cleaned_data["words"]),
    )
    return [stale.Difference(str(form.fields[name].label), now, sent) for name, now, sent in pairs if now != sent]
