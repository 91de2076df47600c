"""How many OIT items of a year have their data, counted from what data calls brought in."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_noop

from prongsai.office.data_calls.services import hand_ins_of
from prongsai.office.rounds.services import round_of
from prongsai.platform.modules import Standing


class ItemsAccepted:
    """The items of the year's framework for which data came in and was accepted."""

    key = "advice.items"

    def standing(self, fiscal_year: int, today: date) -> Standing | None:  # noqa: ARG002 what was accepted stays so
        """Give the counts; None while nothing was accepted: that no data was asked for must not look like none came."""
        cycle = round_of(fiscal_year)
        codes = {item.code for item in cycle.framework.items} if cycle else set()
        came = {each.code for each in hand_ins_of(cycle)} & codes if cycle else set()
        if not came:
            return None
        return Standing("items", gettext_noop("OIT items with accepted data"), done=len(came), whole=len(codes))
