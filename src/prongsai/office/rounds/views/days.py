"""Setting the days of a milestone."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.office.rounds import services
from prongsai.office.rounds.forms import DaysForm
from prongsai.office.rounds.milestones import Milestone
from prongsai.office.rounds.models import RoundDay
from prongsai.office.rounds.views.editing import edit_row
from prongsai.office.rounds.views.finding import WRITERS, round_or_404
from prongsai.platform.accounts.access import StaffRequest, for_roles


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def edit(request: StaffRequest, round_id: int, milestone: str) -> HttpResponse:
    """Type the days of a milestone."""
    found, which = round_or_404(request.acting, round_id), _milestone(milestone)
    typed = found.days.filter(milestone=which).first()
    shown = next((dated for dated in services.schedule_for(found) if dated.milestone is which), None)
    return edit_row(
        request,
        typed or RoundDay(agency_id=found.agency_id, round=found, milestone=which),
        DaysForm,
        lambda told: services.set_days(acting=request.acting, found=found, milestone=which, **told),
        title=which.label,
        back=reverse("round", args=[found.pk]),
        page={"round": found, "dated": shown, "milestone": which, "is_typed": typed is not None},
        start={"start": shown.start, "end": shown.end} if shown and not shown.taken_from else None,
    )


@require_POST
@for_roles(*WRITERS)
def go_back(request: StaffRequest, round_id: int, milestone: str) -> HttpResponse:
    """Take typed days away, so that those of the framework hold again."""
    found = round_or_404(request.acting, round_id)
    services.go_back_to_framework(acting=request.acting, found=found, milestone=_milestone(milestone))
    messages.success(request, _("The days of the framework hold again."))
    return redirect(found)


def _milestone(key: str) -> Milestone:
    if key not in Milestone.values:
        raise Http404
    return Milestone(key)
