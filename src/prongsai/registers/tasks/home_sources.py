"""What this room says on the home page: where in the year the office is, and one figure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from prongsai.ita.thai import fiscal_year_of, fiscal_year_span
from prongsai.platform.calendar.rounds import running_round
from prongsai.platform.modules import HomeLine, HomePart
from prongsai.platform.ui.wording import day_in_words
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
        told = tasks.aggregate(whole=Count("pk"), done=Count("pk", filter=Q(state=TaskState.DONE)))
        if told["whole"]:
            yield HomeLine(
                _("Tasks handed in this fiscal year: %(done)s of %(whole)s") % told, "given-tasks", order=900
            )
