"""The years, and one year."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from prongsai.office.rounds import services
from prongsai.office.rounds.home_sources import source_words, words_of
from prongsai.office.rounds.milestones import Phase
from prongsai.office.rounds.models import Round
from prongsai.office.rounds.schedule import Dated, next_day, phase_on
from prongsai.office.rounds.views.finding import READERS, WRITERS, round_or_404
from prongsai.office.rounds.year_pages import year_pages
from prongsai.platform.accounts.access import StaffRequest, for_roles
from prongsai.platform.audit.row_history import history_of
from prongsai.platform.calendar.today import today


@require_safe
@for_roles(*READERS)
def rounds(request: StaffRequest) -> HttpResponse:
    """List the years."""
    acting = request.acting
    told = {"rounds": Round.objects.visible_to(acting), "may_open": acting.has(*WRITERS)}
    return render(request, "rounds/rounds.html", told)


@require_safe
@for_roles(*READERS)
def one_round(request: StaffRequest, round_id: int) -> HttpResponse:
    """Show where a year stands: part, next day, days with their sources, framework, working group."""
    acting, found = request.acting, round_or_404(request.acting, round_id)
    day, schedule = today(acting.agency), services.schedule_for(found)
    ahead = None if found.closed else next_day(schedule, day)
    told = {
        "round": found,
        "tabs": year_pages.tabs(found.pk, "round"),
        "today": day,
        "phases": _phases(schedule, Phase.AFTER if found.closed else phase_on(schedule, day, found.fiscal_year)),
        "ahead": ahead,
        "ahead_words": words_of(ahead) if ahead else "",
        "lines": [(dated, source_words(dated), _is_over(dated, day)) for dated in schedule],
        "group": services.working_group_of(found),
        "framework": found.framework,
        "moving": services.moving_of(found),
        "moves": found.moves.all(),
        "history": history_of(found),
        "may_write": acting.has(*WRITERS) and not found.closed,
        "may_reopen": acting.has(*WRITERS) and bool(found.closed),
    }
    return render(request, "rounds/round.html", told)


def _phases(schedule: tuple[Dated, ...], now: Phase) -> list[dict[str, object]]:
    """Give the parts of the year in order, with what lies in each."""
    order = list(Phase)
    return [
        {
            "title": phase.label,
            "done": order.index(phase) < order.index(now),
            "current": phase is now,
            "milestones": [dated.milestone.label for dated in schedule if dated.milestone.phase is phase],
        }
        for phase in order
    ]


def _is_over(dated: Dated, day: date) -> bool:
    return bool(dated.days) and dated.days[-1] < day
