"""What this room says on the home page: from which unit data is awaited."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from prongsai.office.data_calls.models import CalledItem
from prongsai.office.data_calls.overview import OfUnit, by_unit
from prongsai.office.rounds.services import running_round
from prongsai.platform.modules import HomeLine, HomePart


class AwaitedData:
    """How much of what was asked each unit has not handed in, the latest first."""

    key = "data_calls.awaited"
    part = HomePart.AWAITED

    def lines(self, today: date, *, units: frozenset[int] | None = None) -> Iterable[HomeLine]:
        """Give a line for each unit that owes something of the running year."""
        found = running_round(today)
        if found is None:
            return
        items = CalledItem.objects.filter(call__round=found).select_related("addressee__unit")
        if units is not None:
            items = items.filter(addressee__unit__in=units)
        for line in by_unit(items, today):
            if line.owed:
                yield HomeLine(
                    _words(line, today), "data-calls", {"round_id": found.pk}, unit=line.unit.pk, order=500 - line.late
                )


def _words(line: OfUnit, today: date) -> str:
    told = {"unit": line.unit.name, "owed": line.owed, "asked": line.asked}
    said = ngettext(
        "%(unit)s: data of %(owed)s item of %(asked)s", "%(unit)s: data of %(owed)s items of %(asked)s", line.owed
    )
    return f"{said % told} ({_when(line, today)})"


def _when(line: OfUnit, today: date) -> str:
    if line.late:
        return _("late: %(count)s") % {"count": line.late}
    left = line.left(today) or 0
    return ngettext("%(count)s day left", "%(count)s days left", left) % {"count": left}
