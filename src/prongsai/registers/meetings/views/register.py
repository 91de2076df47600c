"""The list of meetings."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.calendar.today import today
from prongsai.registers.meetings.forms import SearchForm
from prongsai.registers.meetings.models import Decision, Meeting, MeetingGroup
from prongsai.registers.meetings.views.finding import READERS, WRITERS

ON_A_PAGE = 50
NARROWING = ("group", "state")


@require_safe
@for_roles(*READERS)
def meetings(request: StaffRequest) -> HttpResponse:
    """List the meetings one may see, and how many decisions wait."""
    groups = MeetingGroup.objects.visible_to(request.acting)
    form = SearchForm(request.GET or None, groups=groups)
    found = form.found_in(Meeting.objects.visible_to(request.acting)).select_related("group")
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    unfinished = Decision.objects.visible_to(request.acting).unfinished()
    told = {
        "form": form,
        "page": page,
        "query": query.urlencode(),
        "sought": form["q"].value() or "",
        "narrowed": any(request.GET.get(name) for name in NARROWING),
        "may_write": request.acting.has(*WRITERS),
        "groups": [group for group in groups.meeting() if group.is_kept_by(request.acting)],
        "unfinished": unfinished.count(),
        "late": unfinished.filter(due__lt=today(request.acting.agency)).count(),
    }
    return render(request, "meetings/meetings.html", told)
