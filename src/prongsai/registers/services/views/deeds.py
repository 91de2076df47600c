"""Deeds on services and versions, each a button: one service is called, then the page is shown again."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.registers.services import services
from prongsai.registers.services.views.finding import WRITERS, service_of, version_of


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
