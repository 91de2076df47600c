"""One look at the addresses of a year from outside. Nothing is written down here."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from prongsai.ita.reading.web_page import heading_words
from prongsai.office.disclosure.content import PublishedContent
from prongsai.office.disclosure.leading import Walk, ways_from
from prongsai.office.disclosure.models import AddressCheck, DisclosedItem
from prongsai.office.disclosure.reaching import Fetched, NotReached, Reach, Why
from prongsai.office.disclosure.register import code_of
from prongsai.office.disclosure.services.homes import address_of
from prongsai.office.disclosure.shown_elsewhere import lacking_on

Outcome = AddressCheck.Outcome
_DEAD = (Why.NO_SUCH_HOST.value, Why.NO_ANSWER.value, Why.TOO_SLOW.value)


@dataclass(frozen=True, slots=True)
class Looked:
    """What one look at an address found. `item` None: the main site itself."""

    item: DisclosedItem | None
    address: str
    outcome: Outcome
    detail: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Aim:
    """An address to be looked at, with all that is needed for it: looking asks the database nothing.

    `sent` is what was sent to a contractor, which the page must show; `words` are the headings of each element.
    """

    item: DisclosedItem
    address: str
    sent: PublishedContent | None = None
    words: Mapping[str, Sequence[str]] = field(default_factory=dict)


def aims_of(items: Iterable[DisclosedItem], sent: Mapping[int, PublishedContent]) -> list[Aim]:
    """Give the items that have an address, as aims. `sent` is by the number of the item."""
    return [
        Aim(item, address, sent.get(item.pk), _words(item, sent[item.pk]) if item.pk in sent else {})
        for item in items
        if (address := address_of(item))
    ]


def _words(item: DisclosedItem, sent: PublishedContent) -> Mapping[str, Sequence[str]]:
    framework, code = item.round.framework, code_of(item)
    more = {piece.element: [piece.heading] for piece in sent.pieces if piece.element and piece.heading}
    return heading_words(framework, code, more) if framework.item(code) else more


def look_at(
    aims: Sequence[Aim],
    main: str,
    reach: Reach,
    *,
    walk: Walk | None = None,
    told: Callable[[int, int], None] | None = None,
) -> list[Looked]:
    """Fetch the main site and each address; where the main site leads to is walked only with `walk`.

    Called outside a transaction: it takes as long as the site does. A server that does not answer at all is not asked
    again for each of its pages. Without a walk a page that opens is told as reached; `watching.keep` knows better where
    one was done.
    """
    site = _fetched(None, main, reach, None) if main else None
    if site is not None and site.outcome is Outcome.FAILS:
        site = replace(site, outcome=Outcome.SITE_DOWN)
    found = {}
    for aim in aims:
        dead = site is not None and site.detail in _DEAD and _host(aim.address) == _host(main)
        down = Looked(aim.item, aim.address, Outcome.SITE_DOWN, site.detail if site else "")
        found[aim.item] = down if dead else _fetched(aim.item, aim.address, reach, aim)
    if site is not None and site.outcome is not Outcome.SITE_DOWN and walk is not None:
        opened = [item for item, each in found.items() if each.outcome is Outcome.REACHED]
        found |= _linked(main, {item: found[item] for item in opened}, reach, walk, told)
    return [*([site] if site else []), *found.values()]


def _host(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")


def _linked(
    main: str,
    opened: Mapping[DisclosedItem, Looked],
    reach: Reach,
    walk: Walk,
    told: Callable[[int, int], None] | None,
) -> dict[DisclosedItem, Looked]:
    ways = ways_from(main, [each.address for each in opened.values()], reach, walk, told)
    lost = "" if ways.whole else f"pages:{ways.opened}"
    return {
        item: replace(each, detail=ways.found[each.address][:300])
        if each.address in ways.found
        else replace(each, outcome=Outcome.NOT_LINKED, detail=lost)
        for item, each in opened.items()
    }


def _fetched(item: DisclosedItem | None, address: str, reach: Reach, aim: Aim | None) -> Looked:
    try:
        fetched = reach.fetch(address)
    except NotReached as error:
        return Looked(item, address, Outcome.FAILS, error.why.value)
    if not fetched.is_there:
        return Looked(item, address, Outcome.FAILS, f"{Why.STATUS.value}:{fetched.status}")
    mark = hashlib.sha256(fetched.body).hexdigest()
    lacking = _lacking(fetched, mark, aim.sent, aim.words) if aim is not None and aim.sent is not None else []
    if lacking:
        return Looked(item, address, Outcome.CHANGED, lacking[0][:300], mark)
    return Looked(item, address, Outcome.REACHED, "", mark)


def _lacking(fetched: Fetched, mark: str, sent: PublishedContent, words: Mapping[str, Sequence[str]]) -> list[str]:
    """Give what the page lacks; an address may also be that of a file which was sent, then its bytes are compared."""
    page = fetched.page
    if page is None:
        return [] if mark in {file.sha256 for file in sent.files} else [sent.title]
    return lacking_on(page, sent, words)
