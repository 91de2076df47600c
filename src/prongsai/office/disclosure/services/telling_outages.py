"""Who is told when the site or a page is found down twice in a row, and when it is back."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from prongsai.office.disclosure.models import AddressCheck
from prongsai.office.disclosure.notice_kinds import DOWN
from prongsai.office.disclosure.outages import Outage, outages_in
from prongsai.office.disclosure.register import code_of, items_by_code, owner_of
from prongsai.office.rounds.models import Round
from prongsai.platform.accounts.models import Role, User
from prongsai.platform.notices.links import Link
from prongsai.platform.notices.services import Recipient, notify, settle

SECOND = 2
SITE_DOWN = _("The main site does not answer")
ITEM_DOWN = _("The page of {code} cannot be opened")
ADVICE = _("Found twice in a row, seen from this installation. Ask who looks after the site, and note when it is back.")


def tell_outages(cycle: Round, checks: Iterable[AddressCheck], *, by: str) -> list[Outage]:
    """Tell the coordinators, and who owes the item, of what was just found down for the second time in a row.

    Where the whole site is down one notice tells so, not one for each item. What is back ends its notice.
    """
    just = list(checks)
    running = {
        (each.item, each.address): each for each in outages_in(_history(just)) if each.until is None and each.is_sure
    }
    site = next((each for each in running.values() if each.item is None), None)
    told = []
    for each in [site] if site else running.values():
        if each.looks == SECOND:
            _tell(cycle, each, by)
            told.append(each)
    for check in just:
        if (check.item_id, check.address) not in running:
            settle(kind=DOWN, thing=check.item_id or 0, by=by)
    return told


def _history(checks: Iterable[AddressCheck]) -> list[AddressCheck]:
    addresses = {check.address for check in checks}
    return list(AddressCheck.objects.filter(address__in=addresses).order_by("-at", "-pk")[: 20 * len(addresses)])


def _tell(cycle: Round, outage: Outage, by: str) -> None:
    items = {item.pk: item for item in items_by_code(cycle).values()}
    item = items.get(outage.item) if outage.item else None
    coordinators = User.objects.filter(
        agency=cycle.agency_id, is_active=True, grants__role=Role.COORDINATOR, grants__agency=cycle.agency_id
    )
    to: list[Recipient] = list(coordinators.distinct())
    owner = owner_of(item) if item else None
    if owner is not None:
        to.append(owner)
    if not to:
        return
    notify(
        to=to,
        kind=DOWN,
        by=by,
        subject=format_lazy(ITEM_DOWN, code=code_of(item)) if item else SITE_DOWN,
        words=ADVICE,
        link=Link("disclosure-watch", {"round_id": cycle.pk}),
        thing=outage.item or 0,
    )
