"""What the head of the home page tells of measures: not decided, not made known, due; and next year's in the summer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from prongsai.office.measures.models import Measure
from prongsai.office.measures.schedule import due_days
from prongsai.office.measures.services.looking_up import measures_of, plan_of
from prongsai.office.measures.years import years_answering
from prongsai.office.rounds.models import Round
from prongsai.office.rounds.services import round_of, running_round
from prongsai.platform.modules import HomeLine

RESULTS_ARE_OUT, TO_THE_MEETING, YEAR_OPENS, TO_BE_KNOWN = 8, 9, 10, 11
"""August, September, October, November."""


class WhatMeasuresAwait:
    """In autumn whether the year's measures are decided and known, in summer those that will answer the new result."""

    key = "measures.month"
    months = frozenset({RESULTS_ARE_OUT, TO_THE_MEETING, YEAR_OPENS, TO_BE_KNOWN})

    def lines(self, today: date, *, units: frozenset[int] | None = None) -> Iterable[HomeLine]:
        """Give the lines for who looks after the whole; none for single units."""
        cycle = running_round(today)
        if units is not None or cycle is None:
            return
        if today.month in (YEAR_OPENS, TO_BE_KNOWN):
            yield from _of_this_year(cycle, today)
        else:
            yield from _of_the_next(cycle)


def _of_this_year(cycle: Round, today: date) -> Iterator[HomeLine]:
    plan, told = plan_of(cycle), {"year": cycle.fiscal_year}
    if plan is None:
        yield _line(cycle, _("No measures of %(year)s yet") % told)
    elif not plan.is_decided:
        yield _line(cycle, _("The measures of %(year)s are not decided yet") % told)
    elif plan.made_known is None:
        yield _line(cycle, _("The measures of %(year)s are not made known yet") % told)
    if plan is not None and plan.is_decided:
        days = (day for measure in measures_of(plan) for step in measure.steps.all() for day in due_days(step, measure))
        due = sum((day.year, day.month) == (today.year, today.month) for day in days)
        words = ngettext("%(count)s step is due this month", "%(count)s steps are due this month", due)
        yield _line(cycle, words % {"count": due})


def _of_the_next(cycle: Round) -> Iterator[HomeLine]:
    for year in years_answering(cycle.fiscal_year):
        later = round_of(year)
        count = Measure.objects.filter(plan__round=later).count() if later else 0
        told = {"year": year, "count": count}
        if later is None or not count:
            yield _line(cycle, _("Draw up the measures of %(year)s from the new result") % told)
        else:
            words = ngettext(
                "%(count)s measure of %(year)s is drawn up", "%(count)s measures of %(year)s are drawn up", count
            )
            yield _line(later, words % told)


def _line(cycle: Round, words: str) -> HomeLine:
    return HomeLine(words, "measures", {"round_id": cycle.pk}, order=30)
