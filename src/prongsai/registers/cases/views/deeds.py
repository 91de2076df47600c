"""Deeds on a case, all at one address each: the form is looked at, one service is called, the page is shown again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from prongsai.ita.thai import to_arabic
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.choices import agency_of
from prongsai.platform.files.fields import status_of
from prongsai.platform.ui.refusals import Conflict
from prongsai.platform.web import stale
from prongsai.registers.cases import services
from prongsai.registers.cases.forms.deeds import DEED_FORMS, WATCHED, DeedForm
from prongsai.registers.cases.models import Case
from prongsai.registers.cases.services.writing import locked
from prongsai.registers.cases.views.entering import slip
from prongsai.registers.cases.views.finding import HANDLERS, case_of
from prongsai.registers.cases.views.pages import told_of
from prongsai.registers.cases.views.showing import OfferedDeed, deed_form, lines_for_staff

Doer = Callable[[Acting, Case, Mapping[str, Any]], object]


@require_POST
@for_roles(*HANDLERS, by_link=True)
def deed(request: StaffRequest, case: int, deed: str) -> HttpResponse:
    """Do one thing with a case. 409 with the difference where it has moved on since the page was opened."""
    found = case_of(request.acting, case)
    asked = DEED_FORMS.get(deed)
    if asked is None:
        raise Http404
    form = deed_form(asked, request.acting, found, data=request.POST, files=request.FILES)
    if not form.is_valid():
        page = told_of(request, found, refused=OfferedDeed(asked, form, is_open=True))
        return render(request, "cases/case.html", page, status=status_of(form))
    if refused := _refuse_stale(request, found, form):
        return refused
    if asked.to is not None and deed not in _DOERS:
        told = form.cleaned_data
        services.move(
            acting=request.acting, case=found, to=asked.to, words=told.get("words", ""), files=told.get("files", ())
        )
    else:
        _DOERS[deed](request.acting, found, form.cleaned_data)
    messages.success(request, _("Saved."))
    still = Case.objects.visible_to(request.acting).filter(pk=found.pk).exists()
    return redirect(found) if still else redirect("cases")


@require_POST
@for_roles(*HANDLERS)
@never_cache
def new_code(request: StaffRequest, case: int) -> HttpResponse:
    """Give a new tracking code to who lost the slip, and show it."""
    found = case_of(request.acting, case)
    code = services.give_new_code(acting=request.acting, case=found)
    return render(request, "cases/slip.html", slip(request, agency_of(request.acting), services.Received(found, code)))


def _refuse_stale(request: StaffRequest, found: Case, form: DeedForm) -> HttpResponse | None:
    """Answer 409 with what stands beside what was sent, where somebody else was here meanwhile."""
    current, seen = locked(found), form.cleaned_data.get(stale.FIELD, "")
    if not seen or len(seen) > 200:
        raise SuspiciousOperation("a form without its mark")
    if seen == stale.version_of(current, WATCHED):
        return None
    sent = [(field.label, field.data) for field in form.visible_fields() if field.name != "files" and field.data]
    page = {"case": current, "sent": sent, "lines": lines_for_staff(current)[:3]}
    return render(request, "cases/stale.html", page, status=409)


def _hand_over(acting: Acting, case: Case, told: Mapping[str, Any]) -> object:
    return services.hand_over(acting=acting, case=case, unit=told["unit"], officer=told["officer"], words=told["words"])


def _join(acting: Acting, case: Case, told: Mapping[str, Any]) -> object:
    number, _slash, year = to_arabic(told["number"]).replace(" ", "").partition("/")
    if not (number.isascii() and number.isdigit() and year.isascii() and year.isdigit() and len(number + year) < 16):
        raise Conflict(_("There is no such number."))
    seen = Case.objects.visible_to(acting).filter(kind=case.kind, number=int(number), year=int(year)).first()
    if seen is None:
        raise Conflict(_("There is no such number."))
    return services.join(acting=acting, double=case, into=seen)


_DOERS: Mapping[str, Doer] = {
    "late": lambda acting, case, told: services.tell_why_late(acting=acting, case=case, words=told["words"]),
    "end-told": lambda acting, case, told: services.tell_end(
        acting=acting, case=case, day=told["day"], words=told["words"]
    ),
    "write": lambda acting, case, told: services.write_to_applicant(
        acting=acting, case=case, words=told["words"], files=told["files"]
    ),
    "note": lambda acting, case, told: services.add_note(
        acting=acting, case=case, words=told["words"], files=told["files"]
    ),
    "hand-over": _hand_over,
    "join": _join,
}
