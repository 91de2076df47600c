"""How far the measures of each year have come: states, never whose, and nothing of what is late."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from prongsai.ita.thai import Period, format_period
from prongsai.office.evidence.services import MeasureProgress, progress_of
from prongsai.office.rounds.models import Round
from prongsai.office.site.made import Facts, Made, Page
from prongsai.platform.ui.states import State

TOP = "measures/"


@dataclass(frozen=True, slots=True)
class PublicMeasure:
    """A measure as the public sees it. `done` of `whole` steps have nothing open any more."""

    label: str
    title: str
    period: str
    done: int
    whole: int
    state: State


def progress_pages(facts: Facts) -> Iterator[Made]:
    """Make a page for each year whose plan is decided, unless the office chose to show none."""
    if not facts.shows_progress:
        return
    found = [
        (cycle, measures)
        for cycle in Round.objects.order_by("-fiscal_year")
        if (measures := public_measures(cycle, facts))
    ]
    if not found:
        return
    pages = [_page(cycle, measures, facts) for cycle, measures in found]
    title = _("Measures to raise integrity and transparency")
    yield Page(
        TOP,
        title,
        "site/listed.html",
        {"listed": pages},
        menu=30,
        label=_("Measures"),
        kind=_("Measures"),
        about=_("What the office does to become better, and how far it has come"),
    )
    yield from pages


def public_measures(cycle: Round, facts: Facts) -> list[PublicMeasure]:
    """Give the measures of a year as the public sees them; empty until the plan is decided."""
    return [_public(each) for each in progress_of(cycle, facts.today)]


def public_state(progress: MeasureProgress) -> State:
    """Give the state that is told outside. What is late, or waits for proof, is under way: who is late stays inside."""
    if progress.state is State.OVERDUE:
        return State.UNDER_WAY if progress.closed else State.NOT_STARTED
    return State.UNDER_WAY if progress.state is State.AWAITING_EVIDENCE else progress.state


def _public(progress: MeasureProgress) -> PublicMeasure:
    measure = progress.measure
    period = format_period(Period(measure.since, measure.until), digits="arabic") if measure.until else ""
    title = " ".join((measure.title, *measure.further_titles))
    return PublicMeasure(
        str(measure.number), title, period, progress.steps_done, len(progress.steps), public_state(progress)
    )


def _page(cycle: Round, measures: list[PublicMeasure], facts: Facts) -> Page:
    title = _("Measures of fiscal year %(year)s") % {"year": cycle.fiscal_year}
    told = {"measures": measures, "today": facts.today}
    above = ((_("Measures to raise integrity and transparency"), TOP),)
    return Page(f"{TOP}{cycle.fiscal_year}/", title, "site/progress.html", told, kind=_("Measures"), above=above)
