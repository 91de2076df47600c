"""When pages could not be opened: read from the looks at their addresses, one after the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from prongsai.office.disclosure.models import AddressCheck

DOWN = (AddressCheck.Outcome.FAILS, AddressCheck.Outcome.SITE_DOWN)


@dataclass(frozen=True, slots=True)
class Outage:
    """A time in which an address did not open. `item` None: the main site. `until`: first seen again, None: still not.

    `looks`: how often it was found so. Before `since` and after `until` it may have been so for a while longer: nobody
    looked.
    """

    item: int | None
    address: str
    since: datetime
    until: datetime | None
    looks: int
    detail: str

    @property
    def is_sure(self) -> bool:
        """Whether it was found twice in a row: a single look may have met a hiccup of the line."""
        return self.looks > 1


def outages_in(checks: Iterable[AddressCheck]) -> list[Outage]:
    """Give the outages in looks at any addresses, the newest first."""
    runs: dict[tuple[int | None, str], list[AddressCheck]] = {}
    found: list[Outage] = []
    for check in sorted(checks, key=lambda each: (each.at, each.pk)):
        key = (check.item_id, check.address)
        if check.outcome in DOWN:
            runs.setdefault(key, []).append(check)
        elif key in runs:
            found.append(_told(runs.pop(key), check.at))
    found += [_told(run, None) for run in runs.values()]
    return sorted(found, key=lambda outage: outage.since, reverse=True)


def _told(run: list[AddressCheck], until: datetime | None) -> Outage:
    first, last = run[0], run[-1]
    return Outage(first.item_id, first.address, first.at, until, len(run), last.detail)
