"""What this room says on the home page."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import ngettext

from prongsai.platform.modules import HomeLine, HomePart
from prongsai.registers.placements.models import Placement


class LackingPhotographs:
    """How many placements have no photograph of this fiscal year."""

    key = "placements.photographs"
    part = HomePart.LACKING

    def lines(self, today: date, *, units: frozenset[int] | None = None) -> Iterable[HomeLine]:
        """Give one line, none where nothing lacks."""
        found = Placement.objects.without_photograph(today)
        if units is not None:
            found = found.filter(unit__in=units)
        if count := found.count():
            words = ngettext(
                "%(count)s placement has no photograph of this fiscal year",
                "%(count)s placements have no photograph of this fiscal year",
                count,
            )
            yield HomeLine(words % {"count": count}, "placements-unphotographed", order=300)
