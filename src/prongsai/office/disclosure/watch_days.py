"""When the addresses of a year are looked at by themselves, and how long remarks can still be answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from prongsai.office.disclosure.models import ClosedSet
from prongsai.office.rounds.milestones import Milestone
from prongsai.office.rounds.models import Round
from prongsai.office.rounds.schedule import Dated
from prongsai.office.rounds.services import schedule_for

_FIRST = (Milestone.DISCLOSURE, Milestone.SCORING)
_LAST = (Milestone.SCORING, Milestone.CLARIFICATION, Milestone.CONFIRMATION)


@dataclass(frozen=True, slots=True)
class Answering:
    """The days in which remarks are answered. `left`: days until the last, negative when it is over; None: not known.

    `dated` says where the days come from: `taken_from` is the year of an estimate.
    """

    dated: Dated
    left: int | None
    begun: bool


def is_watched(cycle: Round, day: date) -> bool:
    """Whether the addresses of a year are looked at by themselves on a day: while assessors may open them.

    That is from the opening of disclosure, or from when the set was closed, until scores are confirmed, by the days
    that are typed, told or estimated; a closed set of a year of which no such day is known is watched until it is
    opened again or the year is closed.
    """
    if cycle.closed:
        return False
    days = {dated.milestone: dated.days for dated in schedule_for(cycle) if dated.days}
    first = min((days[each][0] for each in _FIRST if each in days), default=None)
    last = max((days[each][-1] for each in _LAST if each in days), default=None)
    closed = ClosedSet.objects.filter(round=cycle, opened=None).exists()
    if last is None:
        return closed
    return day <= last and (closed or (first is not None and first <= day))


def answering_of(cycle: Round, day: date) -> Answering | None:
    """Give the days in which remarks of a year can be answered; None where no year tells any."""
    dated = next((each for each in schedule_for(cycle) if each.milestone is Milestone.CLARIFICATION), None)
    if dated is None:
        return None
    left = (dated.end - day).days if dated.end else None
    return Answering(dated, left, begun=dated.start is None or dated.start <= day)
