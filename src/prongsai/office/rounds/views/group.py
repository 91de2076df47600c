"""Writing down the working group."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from prongsai.office.rounds import services
from prongsai.office.rounds.forms import GroupForm
from prongsai.office.rounds.views.editing import edit_row
from prongsai.office.rounds.views.finding import WRITERS, round_or_404
from prongsai.platform.accounts.access import StaffRequest, for_roles


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def edit(request: StaffRequest, round_id: int) -> HttpResponse:
    """Write down the order and the members."""
    found = round_or_404(request.acting, round_id)
    return edit_row(
        request,
        found,
        GroupForm,
        lambda told: services.set_working_group(
            acting=request.acting,
            found=found,
            order=told["order_id"],
            number=told["order_number"],
            day=told["order_day"],
            members=told["members"],
        ),
        title=_("Working group"),
        back=reverse("round", args=[found.pk]),
        page={"round": found},
    )
