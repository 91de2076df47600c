"""What only the sender of a circular sees and does: who is missing, sheets, single yeses, the signed memo."""

from __future__ import annotations

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.calendar.today import today
from prongsai.platform.files.fields import status_of
from prongsai.platform.files.models import Attachment
from prongsai.registers.circulars import services
from prongsai.registers.circulars.file_holders import CIRCULAR_SHEET
from prongsai.registers.circulars.forms import AddForm, PaperForm, ReasonForm, SheetForm, ToldForm
from prongsai.registers.circulars.models import Circular
from prongsai.registers.circulars.models.circular import WRITERS
from prongsai.registers.circulars.services.counting import counts_of
from prongsai.registers.circulars.views.finding import kept_circular, people_of, receiver_of

METHODS = ["GET", "HEAD", "POST"]


@require_safe
@for_roles(*WRITERS)
def receivers(request: StaffRequest, circular: int) -> HttpResponse:
    """Show who has acknowledged, and who is missing."""
    found = kept_circular(request.acting, circular)
    listed = found.receivers.listed()
    sheets = [(sheet, _scans(sheet.pk), sheet.signed.count()) for sheet in found.sheets.all()]
    told = {
        "circular": found,
        "counts": counts_of(found),
        "missing": listed.missing(),
        "done": listed.exclude(acknowledged=None),
        "sheets": sheets,
        "today": today(request.acting.agency),
    }
    return render(request, "circulars/receivers.html", told)


@require_http_methods(METHODS)
@for_roles(*WRITERS)
def record_sheet(request: StaffRequest, circular: int) -> HttpResponse:
    """Take the scan of a signed sheet, and the ticks of who signed on it."""
    found = kept_circular(request.acting, circular)
    sent = {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}
    start = {"day": today(request.acting.agency)}
    form = SheetForm(**sent, initial=start, receivers=found.receivers.listed().missing())
    if form.is_valid():
        told = form.cleaned_data
        sheet = services.record_sheet(
            acting=request.acting, circular=found, receivers=list(told["signed"]), day=told["day"], scan=told["scan"]
        )
        messages.success(request, _("Written down for %(count)s persons.") % {"count": sheet.signed.count()})
        return redirect("circular-list", found.pk)
    return _form(request, found, form, "circulars/record_sheet.html")


@require_http_methods(METHODS)
@for_roles(*WRITERS)
def record_told(request: StaffRequest, circular: int, receiver: int) -> HttpResponse:
    """Write down that somebody told the sender that they have read it."""
    found = kept_circular(request.acting, circular)
    copy = receiver_of(found, receiver)
    form = ToldForm(request.POST if request.method == "POST" else None, initial={"day": today(request.acting.agency)})
    if form.is_valid():
        told = form.cleaned_data
        services.record_told(acting=request.acting, circular=found, receiver=copy, way=told["way"], day=told["day"])
        messages.success(request, _("Written down for %(name)s.") % {"name": copy.person.full_name})
        return redirect("circular-list", found.pk)
    page = {"form": form, "circular": found, "receiver": copy}
    return render(request, "circulars/record_told.html", page, status=status_of(form))


@require_POST
@for_roles(*WRITERS)
def take_back(request: StaffRequest, circular: int, receiver: int) -> HttpResponse:
    """Take back what was written down for somebody by mistake."""
    found = kept_circular(request.acting, circular)
    services.take_back(acting=request.acting, circular=found, receiver=receiver_of(found, receiver))
    messages.success(request, _("Taken back. The person is asked again."))
    return redirect("circular-list", found.pk)


@require_http_methods(METHODS)
@for_roles(*WRITERS)
def add(request: StaffRequest, circular: int) -> HttpResponse:
    """Send a circular to more people."""
    found = kept_circular(request.acting, circular)
    others = people_of(request.acting).exclude(pk__in=found.receivers.values("person"))
    form = AddForm(request.POST if request.method == "POST" else None, people=others)
    if form.is_valid():
        people = list(form.cleaned_data["people"])
        new = services.add_receivers(acting=request.acting, circular=found, people=people)
        messages.success(request, _("Sent to %(count)s persons.") % {"count": new})
        return redirect("circular-list", found.pk)
    return _form(request, found, form, "circulars/add.html")


@require_http_methods(METHODS)
@for_roles(*WRITERS)
def record_paper(request: StaffRequest, circular: int) -> HttpResponse:
    """Take the scan of the signed memo, its number and day."""
    found = kept_circular(request.acting, circular)
    sent = {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}
    form = PaperForm(**sent, people=people_of(request.acting))
    if form.is_valid():
        services.record_paper(acting=request.acting, circular=found, **form.cleaned_data)
        messages.success(request, _("The signed memo has been written down."))
        return redirect(found)
    return _form(request, found, form, "circulars/record_paper.html")


@require_http_methods(METHODS)
@for_roles(*WRITERS)
def withdraw(request: StaffRequest, circular: int) -> HttpResponse:
    """Withdraw a circular, with a reason."""
    found = kept_circular(request.acting, circular)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        services.withdraw(acting=request.acting, circular=found, because=form.cleaned_data["because"])
        messages.success(request, _("Withdrawn. Nobody is asked any more."))
        return redirect(found)
    return _form(request, found, form, "circulars/withdraw.html")


def _form(request: StaffRequest, found: Circular, form: BaseForm, template: str) -> HttpResponse:
    return render(request, template, {"form": form, "circular": found}, status=status_of(form))


def _scans(sheet: int) -> list[Attachment]:
    return list(Attachment.objects.filter(holder=CIRCULAR_SHEET.key, thing=sheet).select_related("file"))
