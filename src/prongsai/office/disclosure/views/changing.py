"""Two people change one thing: the second is told what differs, nothing is overwritten."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import SuspiciousOperation
from django.db import models
from django.http import HttpResponse
from django.shortcuts import render

from prongsai.platform.accounts.access import StaffRequest
from prongsai.platform.web import stale


def differences_page(
    request: StaffRequest, form: forms.Form, row: models.Model, names: tuple[str, ...], *, back: str
) -> HttpResponse | None:
    """Give the page of the difference (409) where `row`, locked and read anew, is not what the form was opened on.

    None where nobody was there before. A form without its mark is no form.
    """
    seen = form.cleaned_data.get(stale.FIELD) or ""
    if not seen or len(seen) > 200:
        raise SuspiciousOperation("a form without the mark of what it saw")
    if seen == stale.version_of(row, names):
        return None
    told = [
        stale.Difference(str(form.fields[name].label), _said(getattr(row, name)), _said(form.cleaned_data.get(name)))
        for name in names
        if name in form.fields and (getattr(row, name) or None) != (form.cleaned_data.get(name) or None)
    ]
    return render(request, "rounds/stale.html", {"differences": told, "back": back}, status=409)


def _said(value: Any) -> Any:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else value
