"""Moving a year to its own framework."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from prongsai.office.rounds import services
from prongsai.office.rounds.views.finding import WRITERS, round_or_404
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.ui.refusals import Conflict

MOST_YES = 500


@require_http_methods(["GET", "HEAD", "POST"])
@for_roles(*WRITERS)
def move(request: StaffRequest, round_id: int) -> HttpResponse:
    """Show what changes, and move with a yes to each."""
    found = round_or_404(request.acting, round_id)
    moving = services.moving_of(found)
    if moving is None:
        raise Conflict(_("This year works on its own framework already, or that is not out yet."))
    if request.method != "POST":
        return render(request, "rounds/move.html", {"round": found, "moving": moving, "accepted": ()})
    accepted = frozenset(request.POST.getlist("yes")[:MOST_YES])
    lacking = [step for step in moving.steps if step.key not in accepted]
    if lacking:
        told = {"round": found, "moving": moving, "accepted": accepted, "lacking": len(lacking)}
        return render(request, "rounds/move.html", told, status=400)
    services.move_to_framework(acting=request.acting, found=found, accepted=accepted)
    messages.success(request, _("The year now works on its own framework."))
    return redirect(found)
