"""Whether an office's main site leads to its pages: a bounded walk from its first page, as visitors click.

Only pages of the main site's own host are opened; a link that leads to a wanted address counts wherever that stands.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from prongsai.ita.reading.web_page import PageLink, WebPage
from prongsai.office.disclosure.reaching import NotReached, Reach, clean_address
from prongsai.office.disclosure.robots import robots_of

_LIKELY = ("ita", "oit", "คุณธรรม", "ความโปร่งใส", "เปิดเผย", "ข้อมูลสาธารณะ", "o1", "o2", "o3", "o4")
_NO_PAGES = (".pdf", ".doc", ".docx", ".xls", ".xlsx", ".zip", ".jpg", ".jpeg", ".png", ".mp4", ".ppt", ".pptx")


@dataclass(frozen=True, slots=True)
class Walk:
    """How far to go: clicks from the first page, pages opened, seconds in all, seconds between two pages."""

    depth: int = 3
    pages: int = 60
    seconds: float = 240.0
    pause: float = 0.5


@dataclass(slots=True)
class Ways:
    """What a walk found. `found`: the page that leads to each wanted address; `opened`: how many pages were opened.

    `whole`: nothing within the depth was left out. Otherwise an address that was not found may still be linked.
    """

    found: dict[str, str] = field(default_factory=dict)
    opened: int = 0
    whole: bool = True


Told = Callable[[int, int], None]


def ways_from(main: str, wanted: Iterable[str], reach: Reach, walk: Walk = Walk(), told: Told | None = None) -> Ways:
    """Walk from the main site until each wanted address is found or the bounds are met.

    `told` hears how many pages were opened, of how many at most. What robots.txt keeps programs out of is not opened.
    """
    return _Walker(main, reach, walk, told).ways(wanted)


@dataclass(slots=True)
class _Walker:
    main: str
    reach: Reach
    walk: Walk
    told: Told | None
    ways_found: Ways = field(default_factory=Ways)

    def ways(self, wanted: Iterable[str]) -> Ways:
        found = self.ways_found
        sought = {plain(address): address for address in wanted}
        level, seen = [self.main], {plain(self.main)}
        if plain(self.main) in sought:
            found.found[sought.pop(plain(self.main))] = self.main
        robots = robots_of(self.main, self.reach) if sought else None
        ends = time.monotonic() + self.walk.seconds
        for _level in range(self.walk.depth):
            ahead: list[PageLink] = []
            for address in level:
                if not sought:
                    return found
                if found.opened >= self.walk.pages or time.monotonic() > ends:
                    found.whole = False
                    return found
                if robots is not None and not robots.allow(address):
                    found.whole = False
                    continue
                page = self._open(address)
                if page is None:
                    continue
                for link in page.links:
                    if (hit := sought.pop(plain(link.address), None)) is not None:
                        found.found[hit] = address
                ahead.extend(page.links)
            level = self._next(ahead, seen)
        return found

    def _open(self, address: str) -> WebPage | None:
        if self.ways_found.opened:
            time.sleep(self.walk.pause)
        self.ways_found.opened += 1
        if self.told:
            self.told(self.ways_found.opened, self.walk.pages)
        try:
            fetched = self.reach.fetch(address)
        except NotReached:
            return None
        return fetched.page if fetched.is_there else None

    def _next(self, links: Iterable[PageLink], seen: set[str]) -> list[str]:
        """Give the pages of the same host that were not opened yet, those that speak of the assessment first."""
        host = _host(self.main)
        ahead = []
        for link in links:
            key = plain(link.address)
            if key in seen or _host(link.address) != host or key.lower().endswith(_NO_PAGES):
                continue
            seen.add(key)
            ahead.append(link)
        return [link.address for link in sorted(ahead, key=lambda link: not _is_likely(link))]


def plain(address: str) -> str:
    """Give an address as two of them are compared: one form of its letters, no fragment, no stroke at the end."""
    try:
        return clean_address(address).partition("://")[2].removeprefix("www.").rstrip("/")
    except NotReached:
        return address


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _is_likely(link: PageLink) -> bool:
    said = f"{link.words} {urlsplit(link.address).path}".lower()
    return any(word in said for word in _LIKELY)
