"""What this room adds to the head of the home page in some months: what lacks proof, is late, is due."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from django.utils.translation import ngettext

from prongsai.ita.thai import fiscal_year_of
from prongsai.office.evidence.progress import MeasureProgress, part_of
from prongsai.office.evidence.services.looking_up import progress_of
from prongsai.office.rounds.models import Round
from prongsai.platform.modules import HomeLine

JULY, SEPTEMBER, OCTOBER, NOVEMBER = 7, 9, 10, 11


class ProofOfMonth:
    """October: what the year that ended lacks; July: what is behind; September: last proof; November: what is due."""

    key = "evidence.month"
    months = frozenset({JULY, SEPTEMBER, OCTOBER, NOVEMBER})

    def lines(self, today: date, *, units: frozenset[int] | None = None) -> Iterable[HomeLine]:
        """Give one line, none where there is nothing to say."""
        cycle = _year_of(today)
        found = progress_of(cycle, today) if cycle else ()
        if units is not None:
            parts = (part_of(each, units, None, today) for each in found)
            found = tuple(part for part in parts if part is not None)
        count, words = COUNTED[today.month](found, today)
        if cycle and count:
            yield HomeLine(
                words % {"count": count, "year": cycle.fiscal_year}, "progress", {"round_id": cycle.pk}, order=200
            )


def _year_of(today: date) -> Round | None:
    """Give the year that is told of: in October the last one that ended, else the one that runs."""
    running = fiscal_year_of(today)
    if today.month == OCTOBER:
        return Round.objects.filter(fiscal_year__lt=running).order_by("-fiscal_year").first()
    return Round.objects.filter(fiscal_year=running).first()


def _lacking(found: tuple[MeasureProgress, ...], _today: date) -> tuple[int, str]:
    count = sum(len(each.lacking) for each in found)
    words = ngettext(
        "%(count)s result of %(year)s still lacks proof", "%(count)s results of %(year)s still lack proof", count
    )
    return count, words


def _late(found: tuple[MeasureProgress, ...], _today: date) -> tuple[int, str]:
    count = sum(bool(each.late) for each in found)
    words = ngettext(
        "%(count)s measure of %(year)s is behind schedule", "%(count)s measures of %(year)s are behind schedule", count
    )
    return count, words


def _due(found: tuple[MeasureProgress, ...], today: date) -> tuple[int, str]:
    count = sum(
        turn.turn.due is not None and (turn.turn.due.year, turn.turn.due.month) == (today.year, today.month)
        for each in found
        for turn in each.turns
        if not turn.is_closed
    )
    words = ngettext(
        "%(count)s step of %(year)s is due this month", "%(count)s steps of %(year)s are due this month", count
    )
    return count, words


COUNTED: dict[int, Callable[[tuple[MeasureProgress, ...], date], tuple[int, str]]] = {
    JULY: _late,
    SEPTEMBER: _lacking,
    OCTOBER: _lacking,
    NOVEMBER: _due,
}
