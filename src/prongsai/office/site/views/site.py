"""The site as staff see it: what stands, when it was made, what to look at; making it, taking it out."""

from __future__ import annotations

import io

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.office.disclosure.models import SiteHome
from prongsai.office.disclosure.services import own_site
from prongsai.office.site import services
from prongsai.office.site.forms import ShowsForm
from prongsai.office.site.generating import folder_of
from prongsai.office.site.models import BasicPage, Site
from prongsai.office.site.models.pages import READERS, WRITERS
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.choices import agency_of
from prongsai.platform.accounts.models import Role
from prongsai.platform.audit.services import record
from prongsai.platform.web.saving import saved


@require_safe
@for_roles(*READERS)
def site(request: StaffRequest) -> HttpResponse:
    """Show what stands."""
    agency = agency_of(request.acting)
    found = Site.objects.filter(agency=agency).first()
    path = f"/site/{agency.code}/"
    told = {
        "site": found,
        "standing": services.pages_standing(agency, request.acting.actor),
        "changeable": _changeable(request.acting),
        "path": path if folder_of(agency).standing.is_dir() else "",
        "whole": own_site(agency),
        "home": SiteHome.objects.first(),
        "form": ShowsForm(initial={"shows_progress": found.shows_progress if found else True}),
    }
    return render(request, "site/staff_site.html", told)


def _changeable(acting: Acting) -> set[int]:
    """Give the basic pages that somebody may write."""
    found = BasicPage.objects.changeable_by(acting) if acting.has(*WRITERS) else BasicPage.objects.none()
    return set(found.values_list("pk", flat=True))


@require_POST
@for_roles(Role.COORDINATOR)
def build(request: StaffRequest) -> HttpResponse:
    """Make the site anew."""
    counted = services.build_now(acting=request.acting)
    messages.success(request, _("The site was made: %(pages)s pages.") % {"pages": counted.pages})
    return redirect("site")


@require_POST
@for_roles(Role.COORDINATOR)
def shows(request: StaffRequest) -> HttpResponse:
    """Choose whether the progress of measures is public."""
    form = ShowsForm(request.POST)
    if form.is_valid():
        services.set_shows(acting=request.acting, shows_progress=form.cleaned_data["shows_progress"])
        messages.success(request, _("Saved. It shows when the site is made the next time."))
    return redirect("site")


@require_POST
@for_roles(Role.COORDINATOR)
def export(request: StaffRequest) -> HttpResponse:
    """Give the site as a ZIP file."""
    agency = agency_of(request.acting)
    made = io.BytesIO()
    count = services.exported_zip(agency, made)
    record(request.acting, "site.exported", thing=f"site:{agency.pk}", figures={"files": count})
    return saved(made.getvalue(), f"site-{agency.code}.zip", "application/zip")
