"""What the pages have in common that change a row: the second of two people who change it is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.core.exceptions import SuspiciousOperation
from django.core.signing import BadSignature
from django.db import models, transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from prongsai.office.rounds.forms.seen import SeenForm
from prongsai.platform.accounts.access import StaffRequest
from prongsai.platform.web import stale

Save = Callable[[Mapping[str, Any]], object]


@transaction.atomic
def edit_row(
    request: StaffRequest,
    row: models.Model,
    form_class: type[SeenForm],
    save: Save,
    *,
    title: str | Promise,
    back: str,
    page: Mapping[str, Any],
    start: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """Show the form of a row, saved or not yet made, or save it. 409 with the difference where another was first.

    `row` is read by the caller inside this request; `start` fills the boxes of a row that nobody wrote yet.
    """
    names = tuple(name for name in form_class.base_fields if name != stale.FIELD)
    current = type(row)._default_manager.select_for_update(of=("self",)).get(pk=row.pk) if row.pk else row
    told = {**page, "title": title, "back": back}
    if request.method != "POST":
        stands = {name: getattr(current, name) for name in names} if row.pk else dict(start or {})
        form = form_class(initial={**stands, stale.FIELD: stale.version_of(current, names)})
        return render(request, "rounds/edit.html", {**told, "form": form})
    form = form_class(request.POST)
    if not form.is_valid():
        return render(request, "rounds/edit.html", {**told, "form": form}, status=400)
    try:
        found = stale.differences(current, form, names, form.cleaned_data[stale.FIELD])
    except BadSignature as error:
        raise SuspiciousOperation("a form without the mark of what it saw") from error
    if found:
        return render(request, "rounds/stale.html", {**told, "differences": found}, status=409)
    save({name: form.cleaned_data[name] for name in names})
    messages.success(request, _("Saved."))
    return redirect(back)
