"""The check before sending, and the sheet from which the answers are copied."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from prongsai.ita.analysis.item_check import INTERNAL, Range, YearPrediction
from prongsai.office.disclosure.answer_sheet import STYLE, TITLE, answer_paper, answers_of
from prongsai.office.disclosure.forms.what_if import WhatIfForm
from prongsai.office.disclosure.models.items import READERS
from prongsai.office.disclosure.rights import own_units
from prongsai.office.disclosure.services import checks_of
from prongsai.office.disclosure.states import ItemStanding
from prongsai.office.disclosure.what_lacks import Lacking, by_unit, lacking_in, week_text
from prongsai.office.disclosure.year_checked import YearChecked
from prongsai.office.rounds.models import Round
from prongsai.office.rounds.year_pages import year_pages
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.choices import agency_of
from prongsai.platform.accounts.models import Role
from prongsai.platform.calendar.today import today
from prongsai.platform.files.written import written_paper
from prongsai.platform.modules import asking_once

WHOLE = (Role.COORDINATOR, Role.EXECUTIVE, Role.AUDITOR)
"""Who sees what every unit still has to do, and the score of the office."""


@require_safe
@for_roles(*READERS)
def check(request: StaffRequest, round_id: int) -> HttpResponse:
    """Show what is lacking, dearest first, and by unit; what the year would score; what would be if."""
    acting, cycle = request.acting, _round_or_404(request.acting, round_id)
    day, whole = today(acting.agency), acting.has(*WHOLE)
    with asking_once():
        checked = checks_of(cycle)
        lines = _own(acting, lacking_in(checked.items))
    told: dict[str, Any] = {
        "round": cycle,
        "tabs": year_pages.tabs(cycle.pk, "disclosure-check"),
        "checked": checked,
        "lines": [line for line in lines if line.standing is not ItemStanding.NOT_YET_DUE],
        "later": [line for line in lines if line.standing is ItemStanding.NOT_YET_DUE],
        "parts": [(part, week_text(part, cycle.fiscal_year)) for part in by_unit(lines, day)],
        "whole": whole,
        "may_publish": acting.has(Role.COORDINATOR),
        "internal": INTERNAL,
        "status": 200,
    }
    if whole and checked.items:
        told |= _scores(checked, checked.prediction) | _supposed(request, checked, told["lines"])
    return render(request, "disclosure/check.html", told, status=told["status"])


@require_safe
@for_roles(*WHOLE)
def answers(request: StaffRequest, round_id: int) -> HttpResponse:
    """Show item, address and explanation, each ready to be copied into the official system."""
    cycle = _round_or_404(request.acting, round_id)
    with asking_once():
        checked = checks_of(cycle)
        found = answers_of(checked)
    told = {
        "round": cycle,
        "tabs": year_pages.tabs(cycle.pk, "disclosure-answers"),
        "checked": checked,
        "answers": found,
        "without": [answer for answer in found if not answer.address],
        "unpublished": [answer for answer in found if answer.address and not answer.stands],
    }
    return render(request, "disclosure/answers.html", told)


@require_safe
@for_roles(*WHOLE)
def answers_file(request: StaffRequest, round_id: int, form: str) -> HttpResponse:
    """Give the sheet as PDF, Word or Excel."""
    cycle, agency = _round_or_404(request.acting, round_id), agency_of(request.acting)
    with asking_once():
        checked = checks_of(cycle)
        paper = answer_paper(answers_of(checked), agency, cycle.fiscal_year, closed=checked.closed)
    return written_paper(paper, form, f"{TITLE} {cycle.fiscal_year}", today(agency), STYLE)


def _round_or_404(acting: Acting, round_id: int) -> Round:
    return get_object_or_404(Round.objects.visible_to(acting).select_related("agency"), pk=round_id)


def _own(acting: Acting, lines: Sequence[Lacking]) -> list[Lacking]:
    """Give all to who looks after the whole, to others what their units owe: nobody is shown another unit's delay."""
    if acting.has(*WHOLE):
        return list(lines)
    units = own_units(acting)
    return [line for line in lines if line.unit is not None and line.unit.pk in units]


def _scores(checked: YearChecked, told: YearPrediction) -> dict[str, Any]:
    framework = checked.cycle.framework
    names = {sub.code: sub.name or "" for sub in framework.sub_indicators}
    return {
        "prediction": told,
        "subs": [(code, names.get(code, ""), span) for code, span in told.sub_indicators.items()],
        "indicators": [
            (each.number, each.name, told.indicators[each.number])
            for each in framework.indicators_of("OIT")
            if each.number in told.indicators
        ],
        "oit": told.instruments.get("OIT"),
    }


def _supposed(request: StaffRequest, checked: YearChecked, lines: Sequence[Lacking]) -> dict[str, Any]:
    """Answer what was supposed in the address, if anything was."""
    offered = [(line.check.code, f"{line.check.code} {line.check.title or ''}") for line in lines]
    asked = any(request.GET.get(name) for name in ("iit", "eit", "mended"))
    form = WhatIfForm(request.GET if asked else None, items=offered)
    if not asked:
        return {"form": form}
    if not form.is_valid():
        return {"form": form, "status": 400}
    supposed = checked.predicted(form.surveys(checked.surveys), form.cleaned_data["mended"])
    return {"form": form, "supposed": supposed, "change": _change(checked.prediction.overall, supposed.overall)}


def _change(before: Range | None, after: Range | None) -> tuple[Range, Range] | None:
    return None if before is None or after is None else (before, after)
