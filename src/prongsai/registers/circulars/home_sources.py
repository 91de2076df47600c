"""What the home page tells of circulars: whose memo waits for its signature."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import ngettext

from prongsai.ita.thai import fiscal_year_of, fiscal_year_span
from prongsai.platform.modules import HomeLine, HomePart
from prongsai.registers.circulars.models import Circular


class MemosToSign:
    """How many circulars of this fiscal year went out and lack the signed copy of their memo."""

    key = "circulars.memos"
    part = HomePart.SIGNATURES

    def lines(self, today: date, *, units: frozenset[int] | None = None) -> Iterable[HomeLine]:
        """Give one line, none where nothing waits. What was taken in from an older register was signed before."""
        begun = fiscal_year_span(fiscal_year_of(today)).start
        waiting = Circular.objects.sent().filter(sent__gte=begun, paper_signer=None, register_asked=None)
        if units is not None:
            waiting = waiting.filter(unit__in=units)
        if count := waiting.count():
            words = ngettext(
                "%(count)s circular went out whose memo waits for its signature",
                "%(count)s circulars went out whose memos wait for their signatures",
                count,
            )
            yield HomeLine(words % {"count": count}, "circulars", order=300)
