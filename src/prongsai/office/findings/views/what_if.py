"""The simulator: a plain form, sent by GET."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from prongsai.ita.thai import Refused
from prongsai.office.findings.forms import SimulatorForm
from prongsai.office.findings.services import Inputs, inputs_of
from prongsai.office.findings.simulating import Simulation, places, simulate
from prongsai.office.findings.views.finding import READERS, round_or_404
from prongsai.office.rounds.frameworks import presumption
from prongsai.office.rounds.year_pages import year_pages
from prongsai.platform.accounts.access import StaffRequest, for_roles


@require_safe
@for_roles(*READERS)
def what_if(request: StaffRequest, round_id: int) -> HttpResponse:
    """Ask what other scores would bring."""
    cycle = round_or_404(request.acting, round_id)
    inputs = inputs_of(cycle)
    told = {"round": cycle, "tabs": year_pages.tabs(cycle.pk, "simulator"), "inputs": inputs}
    if inputs is None:
        return render(request, "findings/what_if.html", told)
    form = _form(request, inputs)
    answer = _answer(inputs, form) if form.is_bound and form.is_valid() else None
    told |= {"form": form, "answer": answer, "routes": _routes(answer)}
    return render(request, "findings/what_if.html", told, status=400 if form.errors else 200)


def _form(request: StaffRequest, inputs: Inputs) -> SimulatorForm:
    framework = inputs.cycle.framework
    offered = places(framework, inputs.result.scores, presumption())
    levels = [level.name for level in framework.ratings.levels]
    asked = any(request.GET.values())
    return SimulatorForm(request.GET if asked else None, places=offered, levels=levels)


def _answer(inputs: Inputs, form: SimulatorForm) -> Simulation | None:
    try:
        return simulate(inputs.cycle.framework, inputs.result.scores, form.wishes, presumption())
    except Refused as refused:
        form.add_error(None, ValidationError(refused.message, code=refused.rule))
        return None


def _routes(answer: Simulation | None) -> list[tuple[str, object]]:
    """Give the ways that change anything; one where the fewest places and the fewest points are the same."""
    found = answer.reach if answer else None
    if found is None or found.smallest is None or found.cheapest is None or not found.smallest.places:
        return []
    if found.smallest.result.changes == found.cheapest.result.changes:
        return [("both", found.smallest)]
    return [("places", found.smallest), ("points", found.cheapest)]
