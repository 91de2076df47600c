"""What this room adds to the head of the home page after sending: the watch in May, remarks and days left in June."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from prongsai.office.disclosure.models import AddressCheck
from prongsai.office.disclosure.outages import outages_in
from prongsai.office.disclosure.services.closed_sets import closed_set_of
from prongsai.office.disclosure.services.remarks import remarked_in
from prongsai.office.disclosure.watch_days import answering_of
from prongsai.office.rounds.models import Round
from prongsai.office.rounds.services import running_round
from prongsai.platform.modules import HomeLine

MAY, JUNE = 5, 6
_MOST = 2_000


class AfterSending:
    """May: what does not open now, and that no address may change. June: items lost, what is ready, days left."""

    key = "disclosure.after"
    months = frozenset({MAY, JUNE})

    def lines(self, today: date, *, units: frozenset[int] | None = None) -> Iterable[HomeLine]:
        """Give the lines for who looks after the whole year; none for single units."""
        cycle = running_round(today) if units is None else None
        if cycle is None:
            return
        arguments = {"round_id": cycle.pk}
        if today.month == MAY:
            for order, words in enumerate(_watch(cycle), start=20):
                yield HomeLine(words, "disclosure-watch", arguments, order=order)
        else:
            for order, words in enumerate(_remarks(cycle, today), start=20):
                yield HomeLine(words, "disclosure-after", arguments, order=order)


def _watch(cycle: Round) -> Iterable[str]:
    checks = AddressCheck.objects.filter(item__round=cycle) | AddressCheck.objects.filter(item=None)
    down = sum(each.until is None and each.is_sure for each in outages_in(checks.order_by("-at", "-pk")[:_MOST]))
    if down:
        words = ngettext("%(count)s address cannot be opened now", "%(count)s addresses cannot be opened now", down)
        yield words % {"count": down}
    if closed_set_of(cycle):
        yield _("The set is closed: no address may change")


def _remarks(cycle: Round, today: date) -> Iterable[str]:
    found = remarked_in(cycle)
    lost = [each for each in found if any(remark.lost for remark, _answer in each.remarks)]
    if lost:
        words = ngettext("%(count)s item was told as lost", "%(count)s items were told as lost", len(lost))
        yield words % {"count": len(lost)}
        ready = sum(any(answer is not None for _remark, answer in each.remarks) for each in lost)
        words = ngettext("%(count)s clarification is ready", "%(count)s clarifications are ready", ready)
        yield words % {"count": ready}
    answering = answering_of(cycle, today)
    if answering is not None and answering.left is not None and answering.left >= 0 and answering.begun:
        words = ngettext("%(count)s day left to clarify", "%(count)s days left to clarify", answering.left)
        told = words % {"count": answering.left}
        if answering.dated.taken_from is not None:
            told = _("%(words)s (estimated from the year %(year)s)") % {
                "words": told, "year": answering.dated.taken_from,
            }  # fmt: skip
        yield told
