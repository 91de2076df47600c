"""The home page of staff, and the page to which personal links lead."""

from __future__ import annotations

from datetime import date, timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from prongsai.platform.accounts.access import StaffRequest, for_accounts, for_roles
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.choices import agency_of
from prongsai.platform.accounts.models import Role
from prongsai.platform.calendar.today import today
from prongsai.platform.modules import asking_once
from prongsai.registers.tasks.gathering import Gathered, end_of_week, gather_tasks, own_tasks, part_of_head
from prongsai.registers.tasks.home import MOST_OF_THE_WEEK, home_of
from prongsai.registers.tasks.home_kept import Told, kept_for
from prongsai.registers.tasks.models import SEES_ALL, Task, TaskState, owed_by, units_of
from prongsai.registers.tasks.views.finding import READERS

LATELY = timedelta(days=14)


@require_safe
@for_roles(*READERS)
def office_home(request: StaffRequest) -> HttpResponse:
    """Show where the office is in its year, what is to be done this week, and what is waited for.

    The executive reads three sentences, and what waits for a signature.
    """
    acting, day = request.acting, today(agency_of(request.acting))
    is_executive = acting.has(Role.EXECUTIVE) and not acting.has(Role.COORDINATOR)
    template = "tasks/home_of_executive.html" if is_executive else "tasks/home.html"
    return render(request, template, {"day": day, **kept_for(acting, day, lambda: _told(acting, day))})


@asking_once()
def _told(acting: Acting, day: date) -> Told:
    everything = acting.has(*SEES_ALL)
    whole = gather_tasks(day) if everything or acting.has(Role.UNIT_HEAD) else None
    mine = _mine(acting, whole)
    week = mine.until(end_of_week(day))
    home = home_of(day, units=None if everything else units_of(acting), tasks=whole.tasks if whole else ())
    return {
        "month": home.month,
        "everything": everything,
        "week": week[:MOST_OF_THE_WEEK],
        "more": max(len(week) - MOST_OF_THE_WEEK, 0),
        "later": len(mine.tasks) - len(week),
        "parts": home.parts,
        "silent": dict.fromkeys((*mine.silent, *home.silent)),
        "late": sum(each.is_late for each in mine.tasks),
        "whole": len(mine.tasks),
    }


def _mine(acting: Acting, whole: Gathered | None) -> Gathered:
    """Give whose tasks the page shows: of all for who looks after the whole, of the unit for a head, else one's own."""
    if whole is None:
        return own_tasks(acting)
    if acting.has(Role.COORDINATOR, Role.EXECUTIVE):
        return whole
    return part_of_head(acting, whole) if acting.has(Role.UNIT_HEAD) else own_tasks(acting)


@require_safe
@for_accounts(by_link=True)
def my_tasks(request: StaffRequest) -> HttpResponse:
    """Show one's own part: what one owes, alone or with the unit, and what one handed in lately."""
    acting = request.acting
    day = today(acting.agency)
    found = own_tasks(acting)
    opened = [each for each in found.tasks if each.task.by_link or not acting.by_link]
    told = {
        "tasks": opened,
        "elsewhere": [each for each in found.tasks if each not in opened],
        "silent": found.silent,
        "done": Task.objects.visible_to(acting)
        .filter(owed_by(acting), state=TaskState.DONE, done__gte=day - LATELY)
        .order_by("-done", "-pk")[:10],
    }
    return render(request, "tasks/my_tasks.html", told)
