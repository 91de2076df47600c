"""Deeds on services and versions, each a button: one service is called, then the page is shown again."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.agency.models import Person
from prongsai.platform.calendar.today import today
from prongsai.platform.files.fields import status_of
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.services import services
from prongsai.registers.services.forms import PaperApprovalForm, ReturnForm
from prongsai.registers.services.models import VersionState
from prongsai.registers.services.views.finding import DECIDERS, WRITERS, service_of, version_of


@require_POST
@for_roles(*WRITERS)
def start_version(request: StaffRequest, service: int) -> HttpResponse:
    """Begin the next version."""
    found = service_of(request.acting, service)
    services.start_version(acting=request.acting, service=found)
    messages.success(request, _("A new version has been begun as a copy."))
    return redirect(found)


@require_POST
@for_roles(*WRITERS)
def drop(request: StaffRequest, edition: int) -> HttpResponse:
    """Drop a draft."""
    found = version_of(request.acting, edition)
    first = found.number == 1
    services.drop_draft(acting=request.acting, version=found)
    messages.success(request, _("The draft has been dropped."))
    return redirect("services") if first else redirect(found.service)


@require_POST
@for_roles(*WRITERS)
def submit(request: StaffRequest, edition: int) -> HttpResponse:
    """Submit a draft."""
    found = version_of(request.acting, edition)
    services.submit(acting=request.acting, version=found)
    messages.success(request, _("Submitted. The head of the unit or the executive decides."))
    return redirect(found.service)


@require_POST
@for_roles(*DECIDERS)
def give_back(request: StaffRequest, edition: int) -> HttpResponse:
    """Return a version for changes."""
    found = version_of(request.acting, edition)
    form = ReturnForm(request.POST)
    if not form.is_valid():
        return render(request, "services/return.html", {"form": form, "version": found}, status=400)
    services.return_for_changes(acting=request.acting, version=found, because=form.cleaned_data["because"])
    messages.success(request, _("Returned for changes."))
    return redirect(found.service)


@require_POST
@for_roles(*DECIDERS)
def approve(request: StaffRequest, edition: int) -> HttpResponse:
    """Approve a version on screen."""
    found = version_of(request.acting, edition)
    services.approve(acting=request.acting, version=found)
    messages.success(request, _("Approved. The version is now frozen."))
    return redirect(found.service)


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def approve_on_paper(request: StaffRequest, edition: int) -> HttpResponse:
    """Write down an approval that was signed on paper."""
    found = version_of(request.acting, edition)
    if found.state != VersionState.SUBMITTED:
        raise Conflict(_("This version is not waiting for approval."))
    people = Person.objects.here(today(request.acting.agency))
    sent = {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}
    form = PaperApprovalForm(**sent, people=people)
    if form.is_valid():
        told = form.cleaned_data
        services.record_paper_approval(acting=request.acting, version=found, **told)
        messages.success(request, _("The approval on paper has been written down."))
        return redirect(found.service)
    page = {"form": form, "version": found}
    return render(request, "services/approve_on_paper.html", page, status=status_of(form))


@require_POST
@for_roles(*WRITERS)
def post(request: StaffRequest, edition: int) -> HttpResponse:
    """Put a version on the public page."""
    found = version_of(request.acting, edition)
    services.post(acting=request.acting, version=found)
    messages.success(request, _("Posted on the public page."))
    return redirect(found.service)


@require_POST
@for_roles(*WRITERS)
def withdraw(request: StaffRequest, edition: int) -> HttpResponse:
    """Take a version off the public page."""
    found = version_of(request.acting, edition)
    services.withdraw(acting=request.acting, version=found)
    messages.success(request, _("Withdrawn. The address now says so."))
    return redirect(found.service)


@require_POST
@for_roles(*WRITERS)
def review(request: StaffRequest, service: int) -> HttpResponse:
    """Write down the yearly review."""
    found = service_of(request.acting, service)
    services.confirm_review(acting=request.acting, service=found)
    messages.success(request, _("The review has been written down. The next one is due in a year."))
    return redirect(found)


@require_POST
@for_roles(*WRITERS)
def give_up(request: StaffRequest, service: int) -> HttpResponse:
    """Give a service up."""
    found = service_of(request.acting, service)
    services.give_up(acting=request.acting, service=found)
    messages.success(request, _("The service has been given up. Its papers stay."))
    return redirect(found)
