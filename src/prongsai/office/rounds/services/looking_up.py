"""What other rooms ask about rounds of the agency that speaks."""

from __future__ import annotations

from datetime import date

from prongsai.ita.thai import fiscal_year_of
from prongsai.office.rounds.frameworks import framework_of, known_years
from prongsai.office.rounds.milestones import Milestone
from prongsai.office.rounds.models import Round
from prongsai.office.rounds.schedule import Dated, schedule_of
from prongsai.platform.modules import once


def round_of(fiscal_year: int) -> Round | None:
    """Give the round of a year, None where it is not opened."""
    return Round.objects.filter(fiscal_year=fiscal_year).first()


def running_round(on: date) -> Round | None:
    """Give the round that the office works on: of the fiscal year of a day, else the newest open one before."""
    year = fiscal_year_of(on)
    found = Round.objects.filter(fiscal_year__lte=year, closed=None).order_by("-fiscal_year")
    return once(("running_round", year), found.first)


def schedule_for(found: Round) -> tuple[Dated, ...]:
    """Give the days of a round: as typed, else of its framework, else estimated from earlier years.

    A closed year shows its real days alone: what nobody told about it is left out.
    """
    return once(("schedule", found.pk), lambda: _schedule(found))


def _schedule(found: Round) -> tuple[Dated, ...]:
    typed = {Milestone(day.milestone): day.dated for day in found.days.all()}
    earlier = [] if found.closed else [framework_of(year) for year in known_years() if year < found.fiscal_year]
    return schedule_of(found.framework, typed, earlier)
