"""What the pages have in common that change something two people may have open: the second is told."""

from __future__ import annotations

from collections.abc import Mapping

from django import forms
from django.core.exceptions import SuspiciousOperation
from django.core.signing import BadSignature
from django.http import HttpResponse
from django.shortcuts import render

from prongsai.platform.accounts.access import StaffRequest
from prongsai.platform.web import stale


def seen_or_stale(
    request: StaffRequest, form: forms.BaseForm, stands: Mapping[str, object], sent: Mapping[str, object]
) -> HttpResponse | None:
    """Answer 409 with what stands beside what was sent, where somebody else saved meanwhile; None where nobody did."""
    labels = {name: field.label for name, field in form.fields.items()}
    try:
        found = stale.changed_since(form.cleaned_data["seen"], stands, sent, labels)
    except BadSignature as error:
        raise SuspiciousOperation("a form without the mark of what it saw") from error
    if not found:
        return None
    return render(request, "rounds/stale.html", {"differences": found, "back": request.path}, status=409)
