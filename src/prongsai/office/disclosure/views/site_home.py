"""Where the office shows itself on the web."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from prongsai.office.disclosure import services
from prongsai.office.disclosure.forms import SiteHomeForm
from prongsai.office.disclosure.forms.site_home import EDITED
from prongsai.office.disclosure.models import SiteHome
from prongsai.office.disclosure.views.changing import differences_page
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of
from prongsai.platform.accounts.models import Role
from prongsai.platform.web import stale


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(Role.COORDINATOR)
def edit(request: StaffRequest) -> HttpResponse:
    """Choose whose site carries the items."""
    agency = agency_of(request.acting)
    found = SiteHome.objects.first() or SiteHome(agency=agency)
    start = SiteHomeForm.start(found) | {stale.FIELD: stale.version_of(found, EDITED)}
    form = SiteHomeForm(request.POST if request.method == "POST" else None, initial=start)
    with transaction.atomic():
        if form.is_valid():
            current = SiteHome.objects.select_for_update().first() or SiteHome(agency=agency)
            if page := differences_page(request, form, current, EDITED, back=request.path):
                return page
            services.choose_home(acting=request.acting, agency=agency, **form.told)
            messages.success(request, _("Saved."))
            return redirect("disclosure-home")
    return render(request, "disclosure/home.html", {"form": form}, status=400 if form.errors else 200)
