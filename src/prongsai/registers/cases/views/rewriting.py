"""Changing what is written of a case. Two people at one case: the second is told."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import SuspiciousOperation
from django.core.signing import BadSignature
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.web import stale
from prongsai.registers.cases.forms import RewriteForm
from prongsai.registers.cases.services import rewrite
from prongsai.registers.cases.services.rewriting import FIELDS
from prongsai.registers.cases.services.writing import locked
from prongsai.registers.cases.views.finding import HANDLERS, case_of


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*HANDLERS)
def edit(request: StaffRequest, case: int) -> HttpResponse:
    """Show what can be changed, or change it; 409 with the difference where somebody else changed it meanwhile."""
    found = case_of(request.acting, case)
    start = {name: getattr(found, name) for name in FIELDS}
    if request.method != "POST":
        page = {"case": found, "form": RewriteForm(initial=start), "seen": stale.version_of(found, FIELDS)}
        return render(request, "cases/edit.html", page)
    form, seen = RewriteForm(request.POST, initial=start), request.POST.get(stale.FIELD, "")
    if not form.is_valid():
        return render(request, "cases/edit.html", {"case": found, "form": form, "seen": seen}, status=400)
    try:
        found_differences = stale.differences(locked(found), form, FIELDS, seen)
    except BadSignature as error:
        raise SuspiciousOperation("a form without the mark of what it saw") from error
    if found_differences:
        page = {"case": found, "differences": found_differences}
        return render(request, "cases/stale_words.html", page, status=409)
    rewrite(acting=request.acting, case=found, told=form.cleaned_data)
    messages.success(request, _("Saved."))
    return redirect(found)
