"""Writing the draft of a version, part by part. Two people at one part: the second is told."""

from __future__ import annotations

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import SuspiciousOperation
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from prongsai.ita.papers.service_json import from_json
from prongsai.ita.papers.service_lines import lines_of
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import units_of
from prongsai.platform.ui.refusals import Conflict
from prongsai.platform.web import stale
from prongsai.registers.services.forms import PARTS, BasicsForm
from prongsai.registers.services.models import ServiceVersion
from prongsai.registers.services.services.drafting import draft, save_part
from prongsai.registers.services.views.finding import WRITERS, version_of

BASICS = "basics"
_BASIC_PARTS = ("name", "kind", "audience", "unit", "criteria", "law", "complaints", "remarks", "is_example")


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def edit(request: StaffRequest, edition: int, part: str) -> HttpResponse:
    """Write one part of a draft."""
    found = version_of(request.acting, edition)
    if part != BASICS and part not in PARTS:
        raise Http404
    if not found.is_draft:
        raise Conflict(_("This version is no longer a draft, so it cannot be changed."))
    with transaction.atomic():
        return _edit_basics(request, found) if part == BASICS else _edit_list(request, found, part)


def _edit_basics(request: StaffRequest, found: ServiceVersion) -> HttpResponse:
    sheet = found.sheet
    start = BasicsForm.start(sheet, found.service.unit, is_sensitive=found.service.is_sensitive)
    form = BasicsForm(
        request.POST if request.method == "POST" else None,
        initial={**start, "seen": _mark(found, _BASIC_PARTS)},
        units=units_of(request.acting),
        is_example=sheet.is_example,
    )
    if form.is_valid():
        told = form.told(sheet.stated_none)
        if refused := _refuse_stale(request, found, _BASIC_PARTS, told, form.cleaned_data["seen"]):
            return refused
        _own(found, form.cleaned_data)
        return _save(request, found, told)
    page = {"form": form, "version": found, "parts": PARTS.values(), "part": BASICS}
    return render(request, "services/edit_basics.html", page, status=400 if form.errors else 200)


def _edit_list(request: StaffRequest, found: ServiceVersion, key: str) -> HttpResponse:
    part, sheet = PARTS[key], found.sheet
    sent = request.POST if request.method == "POST" else None
    watched = (key, "stated_none")
    pieces = part.forms(sent, found.said_of(key), none=key in sheet.stated_none, seen=_mark(found, watched))
    if sent is not None and pieces.is_valid():
        none = (sheet.stated_none - {key}) | ({key} if pieces.none else set())
        told = {key: pieces.entries(), "stated_none": sorted(none)}
        if refused := _refuse_stale(request, found, watched, told, pieces.beside.cleaned_data["seen"]):
            return refused
        return _save(request, found, told, more="more" in sent and key)
    page = {"pieces": pieces, "form": pieces.beside, "version": found, "parts": PARTS.values(), "part": key}
    return render(request, "services/edit_list.html", page, status=400 if sent is not None else 200)


def _save(
    request: StaffRequest, found: ServiceVersion, told: Mapping[str, Any], *, more: str | bool = False
) -> HttpResponse:
    save_part(acting=request.acting, version=found, told=told)
    messages.success(request, _("Saved."))
    return redirect("service-edit", found.pk, more) if more else redirect(found.service)


def _own(found: ServiceVersion, told: Mapping[str, Any]) -> None:
    """Keep what belongs to the service and not to its version."""
    found.service.unit, found.service.is_sensitive = told["owner"], told["is_sensitive"]
    found.service.save(update_fields=["unit", "is_sensitive"])


def _refuse_stale(
    request: StaffRequest, found: ServiceVersion, parts: tuple[str, ...], told: Mapping[str, Any], seen: str
) -> HttpResponse | None:
    """Answer 409 with what stands beside what was sent, where somebody changed these parts meanwhile."""
    current = draft(found)
    if not seen or len(seen) > 200:
        raise SuspiciousOperation("a form without its mark")
    if seen == _mark(current, parts):
        return None
    before, after = current.sheet, from_json({**current.content, **told})
    differs = [
        stale.Difference(part, "\n".join(lines_of(before, part)), "\n".join(lines_of(after, part)))
        for part in parts
        if part not in ("stated_none", "audience", "is_example") and lines_of(before, part) != lines_of(after, part)
    ]
    page = {"version": found, "differs": differs, "part": parts[0] if parts[0] in PARTS else BASICS}
    return render(request, "services/stale.html", page, status=409)


def _mark(version: ServiceVersion, parts: tuple[str, ...]) -> str:
    """Give a mark of what some parts of a version say now."""
    said = SimpleNamespace(**{part: version.said_of(part) for part in parts})
    return stale.version_of(cast(Any, said), parts)
