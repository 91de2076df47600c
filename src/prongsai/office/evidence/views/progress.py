"""How far the measures of a year have come: a list, a chart, a workbook; one measure with its steps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.ita.thai import search_key
from prongsai.office.evidence.bars import chart_of
from prongsai.office.evidence.forms import ProgressFilter
from prongsai.office.evidence.forms.narrowing import STATES
from prongsai.office.evidence.models.turn import own_units
from prongsai.office.evidence.outputs import progress_as_workbook
from prongsai.office.evidence.progress import MeasureProgress, counted
from prongsai.office.evidence.rights import READERS, WRITERS, may_stand
from prongsai.office.evidence.services.facts import offered_facts, topics_of
from prongsai.office.evidence.services.looking_up import notes_of
from prongsai.office.evidence.views.finding import (
    measure_or_404,
    round_or_404,
    seen_measure,
    seen_progress,
    sees_all,
)
from prongsai.office.measures.services import plan_of
from prongsai.office.rounds.models import Round
from prongsai.office.rounds.year_pages import year_pages
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of, units_of
from prongsai.platform.audit.row_history import history_of
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.files.kinds import Kind
from prongsai.platform.web.saving import saved


@require_safe
@for_roles(*READERS)
def progress(request: StaffRequest, round_id: int) -> HttpResponse:
    """List the measures of a year, each with its state."""
    cycle = round_or_404(request.acting, round_id)
    return render(request, "evidence/progress.html", _told(request, cycle, "list"))


@require_safe
@for_roles(*READERS)
def chart(request: StaffRequest, round_id: int) -> HttpResponse:
    """Draw the measures of a year over its months, each with its state; a table says the same."""
    cycle = round_or_404(request.acting, round_id)
    told = _told(request, cycle, "chart")
    drawn = chart_of(told["found"], cycle.fiscal_year)
    return render(request, "evidence/chart.html", told | {"drawn": drawn})


@require_POST
@for_roles(*READERS)
def export(request: StaffRequest, round_id: int) -> HttpResponse:
    """Give what was found as a workbook; that is itself a deed."""
    cycle = round_or_404(request.acting, round_id)
    found = _told(request, cycle, "list")["found"]
    record(request.acting, "evidence.exported", thing=cycle, figures={"measures": len(found)})
    name = _("Progress of measures") + f" {cycle.fiscal_year}.xlsx"
    return saved(progress_as_workbook(found), name, Kind.XLSX.content_type)


@require_safe
@for_roles(*READERS)
def measure(request: StaffRequest, measure: int) -> HttpResponse:
    """Show one measure: its steps and turns, what proves them, how it stands, what was noted."""
    acting, day = request.acting, today(agency_of(request.acting))
    found = measure_or_404(acting, measure)
    cycle = found.plan.round
    seen = seen_measure(acting, found, day)
    notes = [note for note in notes_of(cycle) if note.measure_id == found.pk]
    told = {
        "round": cycle,
        "tabs": year_pages.tabs(cycle.pk, "progress"),
        "measure": found,
        "progress": seen,
        "offered": offered_facts(agency_of(acting), cycle, topics_of(cycle, found)),
        "notes": notes if sees_all(acting) else [note for note in notes if note.unit_id in own_units(acting)],
        "may_stand": may_stand(acting) and not cycle.closed,
        "may_write": acting.has(*WRITERS) and not cycle.closed,
        "history": history_of(seen.standing) if seen.standing and not seen.is_part else [],
    }
    return render(request, "evidence/measure.html", told)


def _told(request: StaffRequest, cycle: Round, view: str) -> dict[str, Any]:
    acting, day = request.acting, today(agency_of(request.acting))
    whole = seen_progress(acting, cycle, day)
    form = ProgressFilter(request.GET or None, units=[(str(unit.pk), unit.name) for unit in units_of(acting)])
    asked = form.cleaned_data if form.is_bound and form.is_valid() else {}
    counts = counted(whole)
    return {
        "round": cycle,
        "tabs": year_pages.tabs(cycle.pk, "progress"),
        "plan": plan_of(cycle),
        "day": day,
        "view": view,
        "form": form,
        "whole": len(whole),
        "counts": [(state, counts[state]) for state in STATES if state in counts],
        "found": _matching(whole, asked),
        "sought": form["q"].value() or "",
        "narrowed": any(request.GET.get(name) for name in ("unit", "state")),
        "sees_all": sees_all(acting),
        "query": request.GET.urlencode(),
    }


def _matching(whole: Sequence[MeasureProgress], asked: dict[str, str]) -> list[MeasureProgress]:
    """Give the measures that were asked for; what cannot be read narrows nothing."""
    words = search_key(asked.get("q") or "").split()
    unit, state = asked.get("unit") or "", asked.get("state") or ""
    return [
        each
        for each in whole
        if all(word in _said(each) for word in words)
        and unit in ("", *_units(each))
        and state in ("", each.state.value)
    ]


def _said(found: MeasureProgress) -> str:
    steps = " ".join(step.step.text for step in found.steps)
    return search_key(f"{found.measure.label} {found.measure.title} {steps}")


def _units(found: MeasureProgress) -> set[str]:
    units = {found.measure.lead_unit_id, *(turn.turn.unit_id for turn in found.turns)}
    return {str(unit) for unit in units if unit is not None}
