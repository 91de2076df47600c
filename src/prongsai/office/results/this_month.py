"""What the head of the home page tells of results: what the assessor said of items, and whether the result is in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from prongsai.office.results.models import LineKind, ResultSheet
from prongsai.office.rounds.models import Round
from prongsai.office.rounds.services import running_round
from prongsai.platform.modules import HomeLine

WHOLE = 100
ITEMS_ARE_SEEN, REMARKS_TEACH, RESULTS_ARE_OUT = 6, 7, 8
"""June, July, August."""


class ResultsOfTheYear:
    """In June and July the items that were lost and their remarks, in August whether the result was taken in."""

    key = "results.month"
    months = frozenset({ITEMS_ARE_SEEN, REMARKS_TEACH, RESULTS_ARE_OUT})

    def lines(self, today: date, *, units: frozenset[int] | None = None) -> Iterable[HomeLine]:
        """Give the lines for who looks after the whole; none for single units, and where no year is open."""
        found = running_round(today) if units is None else None
        if found is None:
            return
        sheet = ResultSheet.objects.filter(round=found).order_by("-number").first()
        if sheet is None:
            yield HomeLine(_not_in(found, today.month), "read-papers-send", order=20)
        elif not sheet.is_confirmed:
            words = _("The results of %(year)s wait to be looked through and confirmed") % {"year": found.fiscal_year}
            yield HomeLine(words, "result-sheet", {"sheet": sheet.pk}, order=20)
        if sheet is not None:
            yield from _items(found, sheet)


def _not_in(found: Round, month: int) -> str:
    year = {"year": found.fiscal_year}
    if month == RESULTS_ARE_OUT:
        return _("The result of %(year)s is not taken in yet: send the papers when it is announced") % year
    return _("The item results of %(year)s are not taken in yet") % year


def _items(found: Round, sheet: ResultSheet) -> Iterator[HomeLine]:
    items = sheet.lines.filter(kind=LineKind.ITEM)
    told = items.aggregate(lost=Count("pk", filter=Q(value__lt=WHOLE)), remarked=Count("pk", filter=~Q(remark="")))
    lost, remarked = told["lost"], told["remarked"]
    if lost:
        words = ngettext("%(count)s item lost points", "%(count)s items lost points", lost) % {"count": lost}
        if remarked:
            said = ngettext("%(count)s remark of the assessor", "%(count)s remarks of the assessor", remarked)
            words = f"{words} · {said % {'count': remarked}}"
        yield HomeLine(words, "results", {"round_id": found.pk}, order=30)
