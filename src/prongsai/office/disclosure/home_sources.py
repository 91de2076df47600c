"""What this room says on the home page: how many items are ready; in March and April what is at stake."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from prongsai.office.disclosure.models import DisclosedItem
from prongsai.office.disclosure.register import owner_of, unit_of
from prongsai.office.disclosure.services.checking import checks_of
from prongsai.office.disclosure.states import ItemStanding
from prongsai.office.disclosure.year_checked import CheckedItem, YearChecked
from prongsai.office.rounds.milestones import Milestone
from prongsai.office.rounds.models import Round
from prongsai.office.rounds.services import round_of, running_round, schedule_for
from prongsai.platform.modules import HomeLine, HomePart, Standing, once
from prongsai.platform.ui.wording import number_in_words

MARCH, APRIL = 3, 4


class ItemsReady:
    """The figure of the home page: how many items of the running year are ready."""

    key = "disclosure.figure"
    part = HomePart.FIGURE

    def lines(self, today: date, *, units: frozenset[int] | None = None) -> Iterable[HomeLine]:
        """Give one line, none where the items were not begun; of some units their own items alone."""
        checked = _running(today)
        items = _of_units(checked, units) if checked else []
        if checked and items:
            told = {"ready": sum(each.standing.is_ready for each in items), "whole": len(items)}
            words = _("Ready: %(ready)s of %(whole)s items") % told
            yield HomeLine(words, "disclosure-check", {"round_id": checked.cycle.pk}, order=50)


class CheckOfMonth:
    """March: what is lacking, what it costs, how many days are left. April: signatures, publishing, closing the set."""

    key = "disclosure.month"
    months = frozenset({MARCH, APRIL})

    def lines(self, today: date, *, units: frozenset[int] | None = None) -> Iterable[HomeLine]:
        """Give the lines for who looks after the whole year; none for single units, whose tasks tell it."""
        checked = _running(today) if units is None else None
        if checked is None:
            return
        arguments = {"round_id": checked.cycle.pk}
        yield HomeLine(_at_stake(checked, today), "disclosure-check", arguments, order=20)
        if today.month == APRIL:
            for order, (words, url_name) in enumerate(_before_sending(checked), start=30):
                yield HomeLine(words, url_name, arguments, order=order)


class ItemsStanding:
    """How far the items of a year have come, as counts: for an adviser too."""

    key = "disclosure.items"

    def standing(self, fiscal_year: int, today: date) -> Standing | None:  # noqa: ARG002 the check has its own day
        """Give the counts, None where the items of the year were not begun."""
        cycle = round_of(fiscal_year)
        checked = _checked(cycle) if cycle else None
        if checked is None:
            return None
        late = checked.counts.get(ItemStanding.NOT_HANDED_IN, 0)
        label = gettext_noop("OIT items ready")
        return Standing("items", label, done=checked.ready, whole=len(checked.items), late=late)


def _running(today: date) -> YearChecked | None:
    cycle = running_round(today)
    return _checked(cycle) if cycle else None


def _checked(cycle: Round) -> YearChecked | None:
    """Check a year, once on a page; None where its items were not begun."""
    if not once(("disclosure-begun", cycle.pk), lambda: DisclosedItem.objects.filter(round=cycle).exists()):
        return None
    return once(("disclosure-checked", cycle.pk), lambda: checks_of(cycle))


def _of_units(checked: YearChecked, units: frozenset[int] | None) -> list[CheckedItem]:
    if units is None:
        return list(checked.items)
    owned = ((each, unit_of(owner_of(each.item))) for each in checked.items)
    return [each for each, unit in owned if unit is not None and unit.pk in units]


def _at_stake(checked: YearChecked, today: date) -> str:
    lacking = [each for each in checked.items if not each.standing.is_ready]
    prices = [each.check.price for each in lacking if each.check.price is not None]
    told = {"count": len(lacking), "points": number_in_words(sum(prices), 2) if prices else "–"}
    words = ngettext(
        "%(count)s item is not ready: up to %(points)s points of the overall score",
        "%(count)s items are not ready: up to %(points)s points of the overall score",
        len(lacking),
    )
    left = _days_left(checked.cycle, today)
    return f"{words % told} ({left})" if left else words % told


def _days_left(cycle: Round, today: date) -> str:
    """Say how many days are left to send the answers; that it is an estimate where no day was announced."""
    dated = next((one for one in schedule_for(cycle) if one.milestone is Milestone.DISCLOSURE), None)
    if dated is None or dated.end is None or dated.end < today:
        return ""
    left = (dated.end - today).days
    words = ngettext("%(count)s day left", "%(count)s days left", left) % {"count": left}
    return _("%(left)s, estimated") % {"left": words} if dated.taken_from else words


def _before_sending(checked: YearChecked) -> Iterable[tuple[str, str]]:
    """Give what April asks for: signatures, what is not published, the answers, the set to be closed."""
    unsigned = checked.counts.get(ItemStanding.WAITS_FOR_SIGNATURE, 0)
    if unsigned:
        words = ngettext("%(count)s item waits for a signature", "%(count)s items wait for a signature", unsigned)
        yield words % {"count": unsigned}, "disclosure-check"
    unpublished = len(checked.items) - len(checked.live)
    if unpublished:
        words = ngettext("%(count)s item is not published yet", "%(count)s items are not published yet", unpublished)
        yield words % {"count": unpublished}, "disclosure"
    yield _("Answer sheet: copy the answers into the official system"), "disclosure-answers"
    if not checked.closed:
        yield _("The set has not been closed: addresses may still change"), "disclosure"
