"""What the pages have in common that change one row: two people who change it are told of each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from django import forms
from django.contrib import messages
from django.core.exceptions import SuspiciousOperation
from django.core.signing import BadSignature
from django.db import models
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from prongsai.platform.accounts.access import StaffRequest
from prongsai.platform.calendar.today import today
from prongsai.platform.ui.refusals import Conflict
from prongsai.platform.web import stale

Row = TypeVar("Row", bound=models.Model)


def today_of(request: StaffRequest) -> Any:
    """Give the day it is for the agency of who asks."""
    return today(request.acting.agency)


def edit(
    request: StaffRequest,
    row: Row,
    make_form: Callable[..., forms.ModelForm[Any]],
    save: Callable[[Row, dict[str, Any]], None],
    *,
    title: str,
    back: str,
    context: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """Show the form of a row, or save it. 409 with the difference where somebody else changed the row meanwhile.

    `back` is the address to go to when it is saved. A Conflict that `save` raises is shown on the form.
    """
    told = {"title": title, "back": back, **(context or {})}
    if request.method != "POST":
        form = make_form(instance=row)
        seen = stale.version_of(row, tuple(form.fields))
        return render(request, "staff/edit.html", {**told, "form": form, "seen": seen})
    locked = type(row)._default_manager.select_for_update(of=("self",)).get(pk=row.pk)
    form = make_form(request.POST, instance=row)
    if not form.is_valid():
        return render(request, "staff/edit.html", {**told, "form": form, "seen": request.POST.get(stale.FIELD, "")})
    try:
        found = stale.differences(locked, form, tuple(form.fields), request.POST.get(stale.FIELD, ""))
    except BadSignature as error:
        raise SuspiciousOperation("a form without the mark of what it saw") from error
    if found:
        return render(request, "staff/stale.html", {**told, "differences": found}, status=409)
    try:
        save(locked, form.cleaned_data)
    except Conflict as conflict:
        form.add_error(None, conflict.said)
        seen = request.POST.get(stale.FIELD, "")
        return render(request, "staff/edit.html", {**told, "form": form, "seen": seen}, status=409)
    messages.success(request, _("Saved."))
    return redirect(back)


def act(
    request: StaffRequest, form: forms.BaseForm, deed: Callable[[], Any], *, template: str, back: str, **context: Any
) -> HttpResponse:
    """Show a form that makes something, or do it. A Conflict of the deed is shown on the form (409)."""
    told = {"form": form, "back": back, **context}
    if not form.is_bound or not form.is_valid():
        return render(request, template, told)
    try:
        deed()
    except Conflict as conflict:
        form.add_error(None, conflict.said)
        return render(request, template, told, status=409)
    messages.success(request, _("Saved."))
    return redirect(back)


def found_or_404(rows: models.QuerySet[Row], pk: int) -> Row:
    """Give a row of the agency that speaks; what is another's is not there."""
    return get_object_or_404(rows, pk=pk)
