"""Two people change one thing: the second is told what differs, nothing is overwritten."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import SuspiciousOperation
from django.db import models
from django.http import HttpResponse
from django.shortcuts import render

from prongsai.platform.accounts.access import StaffRequest
from prongsai.platform.web import stale


def conflict_of(
    request: StaffRequest,
    form: forms.Form,
    row: models.Model,
    names: tuple[str, ...],
    *,
    stands: Mapping[str, Any],
    back: str,
) -> HttpResponse | None:
    """Give the page of the difference (409) where `row`, locked and read anew, is not what the form was opened on.

    `stands` is what the boxes would show now. None where nobody was there before. A form without its mark is no form.
    """
    seen = form.cleaned_data.get(stale.FIELD) or ""
    if not seen or len(seen) > 200:
        raise SuspiciousOperation("a form without the mark of what it saw")
    if seen == stale.version_of(row, names):
        return None
    differences = [
        stale.Difference(str(form.fields[name].label), _said(form, name, value), _said(form, name, sent))
        for name, value in stands.items()
        if (value or None) != ((sent := form.cleaned_data.get(name)) or None)
    ]
    return render(request, "rounds/stale.html", {"differences": differences, "back": back}, status=409)


def _said(form: forms.Form, name: str, value: Any) -> Any:
    """Say a choice in its words."""
    field = form.fields[name]
    return dict(flat(field.choices)).get(value, value) if isinstance(field, forms.ChoiceField) else value


def flat(choices: Any) -> list[tuple[Any, Any]]:
    """Give choices without their groups."""
    found: list[tuple[Any, Any]] = []
    for value, words in choices:
        found += flat(words) if isinstance(words, list | tuple) else [(value, words)]
    return found
