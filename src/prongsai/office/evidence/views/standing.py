"""How a measure stands: complete, in force, stopped; what came of it."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import SuspiciousOperation
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from prongsai.office.evidence import services
from prongsai.office.evidence.forms import StandingForm
from prongsai.office.evidence.forms.standing import KINDS
from prongsai.office.evidence.models import Standing
from prongsai.office.evidence.views.finding import measure_or_404, seen_measure
from prongsai.office.measures.models import Measure
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of
from prongsai.platform.accounts.models import Role
from prongsai.platform.calendar.today import today
from prongsai.platform.files.fields import status_of
from prongsai.platform.ui.wording import day_in_words
from prongsai.platform.web import stale

FIELDS = ("completed", "in_force", "stopped", "stopped_because", "outcome")


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(Role.COORDINATOR)
@transaction.atomic
def standing(request: StaffRequest, measure: int) -> HttpResponse:
    """Set how a measure stands. 409 where another was first."""
    day = today(agency_of(request.acting))
    found = measure_or_404(request.acting, measure)
    Measure.objects.select_for_update().get(pk=found.pk)
    stands = Standing.objects.filter(measure=found).first()
    start = StandingForm.start(stands) | {"seen": _mark(found, stands)}
    form = StandingForm(request.POST if request.method == "POST" else None, initial=start, today=day)
    if not form.is_valid():
        told = {"form": form, "measure": found, "round": found.plan.round}
        told["progress"] = seen_measure(request.acting, found, day)
        return render(request, "evidence/standing.html", told, status=status_of(form))
    if differences := _differences(found, stands, form):
        told = {"differences": differences, "back": _page(found), "round": found.plan.round}
        return render(request, "rounds/stale.html", told, status=409)
    services.set_standing(acting=request.acting, measure=found, told=form.told)
    messages.success(request, _("Saved."))
    return redirect(_page(found))


def _page(found: Measure) -> str:
    return reverse("measure-progress", args=[found.pk])


def _mark(found: Measure, stands: Standing | None) -> str:
    return stale.version_of(stands or Standing(measure=found), FIELDS)


def _differences(found: Measure, stands: Standing | None, form: StandingForm) -> list[stale.Difference]:
    """Say what somebody else decided since the form was opened."""
    seen = form.cleaned_data["seen"]
    if not seen or len(seen) > 200:
        raise SuspiciousOperation("a form without its mark")
    if seen == _mark(found, stands):
        return []
    now, sent = StandingForm.start(stands), form.cleaned_data
    return [
        stale.Difference(str(form.fields[name].label), _words(name, value), _words(name, sent.get(name)))
        for name, value in now.items()
        if (value or None) != (sent.get(name) or None)
    ] or [stale.Difference(str(form.fields["stands"].label), _words("stands", now["stands"]), "")]


def _words(name: str, value: object) -> str:
    if name == "stands":
        return str(dict(KINDS).get(str(value), ""))
    if name == "day":
        return day_in_words(value) if value else ""  # type: ignore[arg-type]
    return str(value or "")
