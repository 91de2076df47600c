"""What this room says on the home page: where in the year the office is, who owes what, and one figure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from prongsai.ita.thai import fiscal_year_of, fiscal_year_span
from prongsai.platform.agency.models import Unit
from prongsai.platform.calendar.rounds import running_round
from prongsai.platform.modules import HomeLine, HomePart
from prongsai.platform.ui.wording import day_in_words
from prongsai.registers.tasks.gathering import gather_tasks
from prongsai.registers.tasks.models import Task, TaskState


class WhereInTheYear:
    """The fiscal year and the half of it that runs: reckoned from the calendar, and so always there."""

    key = "tasks.where"
    part = HomePart.WHERE

    def lines(self, today: date, *, units: frozenset[int] | None = None) -> Iterable[HomeLine]:  # noqa: ARG002
        """Give one line."""
        running = running_round(today)
        left = (running.end - today).days
        told = {"year": fiscal_year_of(today), "months": running.months, "end": day_in_words(running.end), "left": left}
        words = _("Fiscal year %(year)s, round of %(months)s months until %(end)s: %(left)s days left") % told
        yield HomeLine(words, order=900)


class AwaitedFromUnits:
    """How many tasks each unit owes, the most late ones first."""

    key = "tasks.awaited"
    part = HomePart.AWAITED

    def lines(self, today: date, *, units: frozenset[int] | None = None) -> Iterable[HomeLine]:
        """Give a line for each unit that owes something."""
        found = gather_tasks(today).tasks
        owed = Counter(each.unit for each in found if each.unit)
        late = Counter(each.unit for each in found if each.unit and each.is_late)
        for unit in Unit.objects.filter(pk__in=owed):
            if units is None or unit.pk in units:
                yield HomeLine(_line(unit.name, owed[unit.pk], late[unit.pk]), unit=unit.pk, order=1000 - late[unit.pk])


def _line(unit: str, owed: int, late: int) -> str:
    told = ngettext("%(unit)s: %(count)s task", "%(unit)s: %(count)s tasks", owed) % {"unit": unit, "count": owed}
    if not late:
        return told
    said = _("late: %(count)s") % {"count": late}
    return f"{told} ({said})"


class HandedInThisYear:
    """How many of the tasks of the fiscal year were handed in."""

    key = "tasks.figure"
    part = HomePart.FIGURE

    def lines(self, today: date, *, units: frozenset[int] | None = None) -> Iterable[HomeLine]:
        """Give one line, none where there was no task."""
        span = fiscal_year_span(fiscal_year_of(today))
        tasks = Task.objects.exclude(state=TaskState.DROPPED).filter(due__range=(span.start, span.end))
        if units is not None:
            tasks = tasks.filter(Q(unit__in=units) | Q(person__unit__in=units))
        if whole := tasks.count():
            told = {"done": tasks.filter(state=TaskState.DONE).count(), "whole": whole}
            yield HomeLine(
                _("Tasks handed in this fiscal year: %(done)s of %(whole)s") % told, "given-tasks", order=900
            )
