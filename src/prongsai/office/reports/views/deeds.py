"""Making a paper, its number, its signature."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from prongsai.ita.thai import Refused
from prongsai.office.reports import services
from prongsai.office.reports.forms import MakeForm, NumberForm, SignForm
from prongsai.office.reports.models import Report
from prongsai.office.reports.views.finding import WRITERS, kind_or_404, report_or_404, round_or_404
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.calendar.today import today
from prongsai.platform.files.fields import status_of
from prongsai.platform.ui.refusals import Conflict


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def make(request: StaffRequest, round_id: int, kind: str) -> HttpResponse:
    """Ask what only a person can say, then make the paper."""
    cycle, chosen = round_or_404(request.acting, round_id), kind_or_404(kind)
    sent = request.POST if request.method == "POST" else None
    form = MakeForm(sent, kind=chosen, day=today(request.acting.agency), items=len(cycle.framework.items))
    status = 200
    if form.is_valid():
        try:
            known = set(Report.objects.filter(round=cycle, kind=chosen).values_list("pk", flat=True))
            made = services.make_report(
                acting=request.acting, cycle=cycle, kind=chosen, until=form.until, wishes=form.wishes
            )
        except Conflict as conflict:
            form.add_error(None, conflict.said)
            status = 409
        except Refused as refused:
            form.add_error(None, ValidationError(refused.message, code=refused.rule))
            status = 503
        else:
            same = made.pk in known
            said = _("Nothing has changed since this version.") if same else _("Made. Read it before it is signed.")
            messages.success(request, said)
            return redirect(made)
    told = {"form": form, "round": cycle, "kind": chosen}
    return render(request, "reports/make.html", told, status=400 if form.errors and status == 200 else status)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def number(request: StaffRequest, report: int) -> HttpResponse:
    """Write down number and day, before the signed copy is there."""
    found = report_or_404(request.acting, report)
    first = {"number": found.number, "day": found.day}
    form = NumberForm(request.POST if request.method == "POST" else None, initial=first)
    status = 200
    if form.is_valid():
        try:
            services.number_report(acting=request.acting, report=found, **form.cleaned_data)
        except Conflict as conflict:
            form.add_error(None, conflict.said)
            status = 409
        else:
            messages.success(request, _("Written down. The paper stays a draft until its signed copy is attached."))
            return redirect(found)
    told = {"form": form, "report": found, "round": found.round}
    return render(request, "reports/number.html", told, status=400 if form.errors and status == 200 else status)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def sign(request: StaffRequest, report: int) -> HttpResponse:
    """Attach the signed copy with its number and day."""
    found = report_or_404(request.acting, report)
    if found.signed:
        raise Conflict(_("It is signed and stays as it is. Make a new version to change something."))
    sent = {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}
    form = SignForm(**sent, initial={"number": found.number, "day": found.day})
    status = status_of(form)
    if form.is_valid():
        try:
            services.sign_report(acting=request.acting, report=found, **form.cleaned_data)
        except Conflict as conflict:
            form.add_error(None, conflict.said)
            status = 409
        else:
            messages.success(request, _("Signed. It is no draft any more."))
            return redirect(found)
    return render(request, "reports/sign.html", {"form": form, "report": found, "round": found.round}, status=status)
