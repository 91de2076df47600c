"""Accepting and correcting scores, confirming a version, dropping it, beginning the next."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import SuspiciousOperation
from django.core.signing import BadSignature
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.office.results import services
from prongsai.office.results.forms import LevelForm, LineForm
from prongsai.office.results.models import LineKind, ScoreLine
from prongsai.office.results.views.finding import WRITERS, line_or_404, sheet_or_404
from prongsai.office.results.views.showing import name_of
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.ui.refusals import Conflict
from prongsai.platform.web import stale


@require_POST
@for_roles(*WRITERS)
def accept(request: StaffRequest, line: int) -> HttpResponse:
    """Accept a score as it stands, and go on with the next."""
    found = line_or_404(request.acting, line)
    services.accept_line(acting=request.acting, line=found)
    return _back(found)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
@transaction.atomic
def correct(request: StaffRequest, line: int) -> HttpResponse:
    """Correct a score. 409 where another was first, and on a confirmed version."""
    found = line_or_404(request.acting, line)
    if found.sheet.is_confirmed:
        raise Conflict(_("This version is confirmed and stays as it is. Begin a new one to change something."))
    if request.method != "POST":
        return _page(request, found, _form(found))
    return _correct(request, found)


@require_POST
@for_roles(*WRITERS)
def confirm(request: StaffRequest, sheet: int) -> HttpResponse:
    """Confirm a version."""
    found = sheet_or_404(request.acting, sheet)
    services.confirm(acting=request.acting, sheet=found)
    messages.success(request, _("Confirmed. From now on this version stays as it is."))
    return redirect("results", found.round_id)


@require_POST
@for_roles(*WRITERS)
def drop(request: StaffRequest, sheet: int) -> HttpResponse:
    """Drop a version that is not confirmed."""
    found = sheet_or_404(request.acting, sheet)
    services.drop(acting=request.acting, sheet=found)
    messages.success(request, _("Dropped. Nothing of it was taken over."))
    return redirect("results", found.round_id)


@require_POST
@for_roles(*WRITERS)
def copy(request: StaffRequest, sheet: int) -> HttpResponse:
    """Begin the next version as a copy."""
    found = sheet_or_404(request.acting, sheet)
    begun = services.begin_copy(acting=request.acting, sheet=found)
    messages.success(request, _("A new version has been begun as a copy."))
    return redirect(begun)


def _correct(request: StaffRequest, found: ScoreLine) -> HttpResponse:
    found = ScoreLine.objects.select_for_update(of=("self",)).select_related("sheet__round").get(pk=found.pk)
    form = _form(found, request)
    if not form.is_valid():
        return _page(request, found, form, 400)
    names = tuple(name for name in form.fields if name != stale.FIELD)
    try:
        differs = stale.differences(found, form, names, form.cleaned_data[stale.FIELD])
    except BadSignature as error:
        raise SuspiciousOperation("a form without the mark of what it saw") from error
    if differs:
        told = {"differences": differs, "back": found.get_absolute_url(), "round": found.sheet.round}
        return render(request, "rounds/stale.html", told, status=409)
    sent: dict[str, Any] = form.cleaned_data
    services.correct_line(
        acting=request.acting,
        line=found,
        value=sent.get("value"),
        word=str(sent.get("word") or ""),
        remark=str(sent.get("remark") or ""),
    )
    messages.success(request, _("Saved."))
    return _back(found)


def _form(found: ScoreLine, request: StaffRequest | None = None) -> LineForm | LevelForm:
    sent = request.POST if request else None
    if found.kind == LineKind.LEVEL:
        return LevelForm(sent, initial={"word": found.word, stale.FIELD: stale.version_of(found, ("word",))})
    is_item = found.kind == LineKind.ITEM
    names = ("value", "remark") if is_item else ("value",)
    start = {"value": round(found.value, 2) if found.value is not None else None, "remark": found.remark}
    return LineForm(sent, initial={**start, stale.FIELD: stale.version_of(found, names)}, is_item=is_item)


def _page(request: StaffRequest, found: ScoreLine, form: LineForm | LevelForm, status: int = 200) -> HttpResponse:
    round_ = found.sheet.round
    told = {
        "line": found,
        "sheet": found.sheet,
        "round": round_,
        "name": name_of(found),
        "form": form,
    }
    return render(request, "results/correct.html", told, status=status)


def _back(found: ScoreLine) -> HttpResponse:
    return redirect(reverse("result-sheet", args=[found.sheet_id]) + "#doubts")
