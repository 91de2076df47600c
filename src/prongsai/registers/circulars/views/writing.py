"""Writing circulars and briefings. Two people at one draft: the second is shown what the first wrote."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import SuspiciousOperation
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.choices import agency_of, units_of
from prongsai.platform.files.fields import status_of
from prongsai.platform.web import stale
from prongsai.registers.circulars import services
from prongsai.registers.circulars.forms import BriefingForm, CircularForm
from prongsai.registers.circulars.forms.writing import AddressedForm
from prongsai.registers.circulars.models import Briefing, Circular
from prongsai.registers.circulars.models.circular import WRITERS
from prongsai.registers.circulars.services import calling, drafting
from prongsai.registers.circulars.views.finding import briefing_of, circular_of, people_of

METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(METHODS)
@for_roles(*WRITERS)
def new_circular(request: StaffRequest) -> HttpResponse:
    """Begin a circular."""
    return _new(request, CircularForm, services.add_circular, "circulars/new_circular.html")


@require_http_methods(METHODS)
@for_roles(*WRITERS)
def new_briefing(request: StaffRequest) -> HttpResponse:
    """Begin a briefing."""
    return _new(request, BriefingForm, services.add_briefing, "circulars/new_briefing.html")


@require_http_methods(METHODS)
@for_roles(*WRITERS)
def edit_circular(request: StaffRequest, circular: int) -> HttpResponse:
    """Write the draft of a circular anew."""
    found = circular_of(request.acting, circular)

    def save(told: dict[str, Any], files: Any) -> None:
        services.save_circular(acting=request.acting, circular=found, told=told, files=files)

    with transaction.atomic():
        return _edit(request, drafting.draft(found), CircularForm, drafting.WRITTEN, save)


@require_http_methods(METHODS)
@for_roles(*WRITERS)
def edit_briefing(request: StaffRequest, briefing: int) -> HttpResponse:
    """Write the draft of a briefing anew."""
    found = briefing_of(request.acting, briefing)

    def save(told: dict[str, Any], files: Any) -> None:
        services.save_briefing(acting=request.acting, briefing=found, told=told, files=files)

    with transaction.atomic():
        return _edit(request, calling.draft_briefing(found), BriefingForm, calling.WRITTEN, save)


@require_POST
@for_roles(*WRITERS)
def drop_circular(request: StaffRequest, circular: int) -> HttpResponse:
    """Drop the draft of a circular."""
    services.drop_circular(acting=request.acting, circular=circular_of(request.acting, circular))
    messages.success(request, _("The draft has been dropped."))
    return redirect("circulars")


@require_POST
@for_roles(*WRITERS)
def drop_briefing(request: StaffRequest, briefing: int) -> HttpResponse:
    """Drop the draft of a briefing."""
    services.drop_briefing(acting=request.acting, briefing=briefing_of(request.acting, briefing))
    messages.success(request, _("The draft has been dropped."))
    return redirect("briefings")


def _new(
    request: StaffRequest, make_form: type[AddressedForm], add: Callable[..., Circular | Briefing], template: str
) -> HttpResponse:
    agency, own = agency_of(request.acting), request.acting.person
    sent = {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}
    form = make_form(**sent, initial={"unit": own.unit_id if own else None}, **_choices(request.acting))
    if form.is_valid():
        files = form.cleaned_data["files"]
        row = add(acting=request.acting, agency=agency.pk, told=form.told(), files=files)
        messages.success(request, _("Saved as a draft. Look it through, then send it."))
        return redirect(row)
    return render(request, template, {"form": form}, status=status_of(form))


def _edit(
    request: StaffRequest,
    row: Circular | Briefing,
    make_form: type[AddressedForm],
    names: tuple[str, ...],
    save: Callable[[dict[str, Any], Any], None],
) -> HttpResponse:
    seen = stale.version_of(row, names)
    start = {**make_form.start(row, names), "seen": seen}
    sent = {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}
    form = make_form(**sent, initial=start, **_choices(request.acting))
    if form.is_valid():
        sent_mark = form.cleaned_data["seen"]
        if not sent_mark or len(sent_mark) > 200:
            raise SuspiciousOperation("a form without the mark of what it saw")
        told = form.told()
        if sent_mark != seen:
            differs = _differences(row, form, told)
            return render(request, "circulars/stale.html", {"row": row, "differs": differs}, status=409)
        save(told, form.cleaned_data["files"])
        messages.success(request, _("Saved."))
        return redirect(row)
    return render(request, "circulars/edit.html", {"form": form, "row": row}, status=status_of(form))


def _differences(row: Circular | Briefing, form: AddressedForm, told: dict[str, Any]) -> list[stale.Difference]:
    """Say what stands now beside what was sent, field by field."""
    changed = (name for name, value in told.items() if getattr(row, name) != value)
    return [
        stale.Difference(str(row._meta.get_field(name).verbose_name), getattr(row, name), told[name])  # type: ignore[union-attr]
        for name in changed
        if name in form.fields
    ]


def _choices(acting: Acting) -> dict[str, Any]:
    return {"units": units_of(acting), "people": people_of(acting)}
