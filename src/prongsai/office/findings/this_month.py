"""What the head of the home page tells of findings: what cost most, and what last year's report still lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from prongsai.ita.thai import fiscal_year_of
from prongsai.office.findings.services import findings_of
from prongsai.office.rounds.models import Round
from prongsai.office.rounds.services import running_round
from prongsai.platform.modules import HomeLine
from prongsai.platform.ui.wording import number_in_words

RESULTS_ARE_OUT, REPORTS_ARE_WRITTEN = 8, 10
"""August, October."""
LACKS_PROOF = frozenset(
    {"result-without-proof", "echo", "copied-result", "carried-over", "result-outside-year", "result-outside-period"}
)
"""Checks of a report that ask for a day, a number, a document of a result."""


class WhatFindingsSay:
    """In August what the year's result cost most, in October where last year's report lacks proof."""

    key = "findings.month"
    months = frozenset({RESULTS_ARE_OUT, REPORTS_ARE_WRITTEN})

    def lines(self, today: date, *, units: frozenset[int] | None = None) -> Iterable[HomeLine]:
        """Give the lines for who looks after the whole; none for single units."""
        if units is not None:
            return
        if today.month == RESULTS_ARE_OUT:
            yield from _dearest(running_round(today))
        else:
            earlier = Round.objects.filter(fiscal_year__lt=fiscal_year_of(today)).order_by("-fiscal_year").first()
            yield from _lacking(earlier)


def _dearest(cycle: Round | None) -> Iterator[HomeLine]:
    found = findings_of(cycle) if cycle else None
    if cycle is None or found is None or not found.prices:
        return
    first = found.prices[0]
    told = {"name": f"{first.code} {first.name}".strip(), "points": number_in_words(first.points, 2)}
    words = _("What cost most: %(name)s, %(points)s points of the overall") % told
    yield HomeLine(words, "findings", {"round_id": cycle.pk}, order=20)


def _lacking(cycle: Round | None) -> Iterator[HomeLine]:
    found = findings_of(cycle) if cycle else None
    if cycle is None or found is None:
        return
    if count := sum(check.code in LACKS_PROOF for check in found.checks):
        words = ngettext(
            "Papers of %(year)s: %(count)s place lacks a day, a number or proof",
            "Papers of %(year)s: %(count)s places lack a day, a number or proof",
            count,
        )
        told = {"count": count, "year": cycle.fiscal_year}
        yield HomeLine(words % told, "findings-checks", {"round_id": cycle.pk}, order=20)
