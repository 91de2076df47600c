"""The page for the monthly meeting: what is still open, and ITA on the agenda."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.accounts.choices import agency_of
from prongsai.platform.calendar.today import today
from prongsai.platform.files.written import written_paper
from prongsai.registers.meetings.models import AgendaItem, Decision, Meeting
from prongsai.registers.meetings.models.decision import Decisions
from prongsai.registers.meetings.outputs import monthly_page
from prongsai.registers.meetings.views.finding import READERS


@require_safe
@for_roles(*READERS)
def monthly(request: StaffRequest) -> HttpResponse:
    """Show what the next monthly meeting should hear."""
    day = today(request.acting.agency)
    meeting = _next_monthly(request)
    visible = Meeting.objects.visible_to(request.acting)
    told = {
        "meeting": meeting,
        "lines": [(each, each.is_late(day)) for each in _open(request)],
        "heard": AgendaItem.objects.filter(is_ita=True, meeting__in=visible).select_related("meeting__group")[:20],
    }
    return render(request, "meetings/monthly.html", told)


@require_safe
@for_roles(*READERS)
def monthly_pdf(request: StaffRequest) -> HttpResponse:
    """Give the page for the monthly meeting as PDF."""
    return _paper(request, "pdf")


@require_safe
@for_roles(*READERS)
def monthly_word(request: StaffRequest) -> HttpResponse:
    """Give the page for the monthly meeting as Word."""
    return _paper(request, "docx")


def _paper(request: StaffRequest, suffix: str) -> HttpResponse:
    agency = agency_of(request.acting)
    page = monthly_page(list(_open(request)), _next_monthly(request), agency)
    return written_paper(page, suffix, _("Page for the monthly meeting"), today(agency))


def _open(request: StaffRequest) -> Decisions:
    found = Decision.objects.visible_to(request.acting).unfinished().filter(meeting__group__is_closed_circle=False)
    return found.select_related("person", "unit", "meeting__group").distinct()


def _next_monthly(request: StaffRequest) -> Meeting | None:
    found = Meeting.objects.visible_to(request.acting).filter(group__is_monthly=True)
    coming = found.filter(day__gte=today(request.acting.agency), state="called").order_by("day").first()
    return coming or found.exclude(state="cancelled").first()
