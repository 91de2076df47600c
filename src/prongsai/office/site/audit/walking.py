"""Walks from the main page through a site, the likelier links first, until everything is seen or a bound is reached."""

from __future__ import annotations

import heapq
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from prongsai.ita.reading.web_page import PageLink, WebPage
from prongsai.office.site.audit.visits import Source, Visit, is_file, key_of

_LIKELY = re.compile(
    r"\b(?:ita|oit)\b|(?<![a-z0-9])o ?[0-9]{1,2}(?![0-9])|คุณธรรม|โปร่งใส|เปิดเผยข้อมูล|ita[/_-]?25", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class WalkBounds:
    """How far a walk goes: pages, clicks from the main page, seconds and bytes in all."""

    pages: int = 200
    depth: int = 6
    seconds: float = 300.0
    bytes: int = 100_000_000


@dataclass(frozen=True, slots=True)
class WalkedPage:
    """A page and how it was reached: the page that led there (its key), the words of the link, the clicks."""

    address: str
    page: WebPage
    depth: int
    came_from: str | None
    words: str


@dataclass(slots=True)
class Walk:
    """What was seen, by the key of the address. `cut`: in Thai, why not everything was looked at; empty: all was."""

    pages: dict[str, WalkedPage] = field(default_factory=dict)
    failed: dict[str, Visit] = field(default_factory=dict)
    unwanted: dict[str, Visit] = field(default_factory=dict)
    cut: str = ""
    _same: dict[str, str] = field(default_factory=dict)

    def at(self, address: str) -> WalkedPage | None:
        """Give the page at an address, also where it only leads on to it."""
        key = key_of(address)
        return self.pages.get(self._same.get(key, key))

    def fails(self, address: str) -> bool:
        """Whether an address was tried and does not open."""
        return key_of(address) in self.failed

    @property
    def main(self) -> WalkedPage | None:
        """The main page; None where it could not be read."""
        return next(iter(self.pages.values()), None)

    def take(self, asked: str, visit: Visit, depth: int, came_from: str | None, words: str) -> WalkedPage | None:
        """Keep what came of a visit; None where there is no new page to go on from."""
        if visit.not_looked:
            self.unwanted[key_of(asked)] = visit
        elif visit.trouble:
            self.failed[key_of(asked)] = visit
        elif visit.page is not None:
            key = key_of(visit.address)
            self._same[key_of(asked)] = key
            if key not in self.pages:
                self.pages[key] = WalkedPage(visit.address, visit.page, depth, came_from, words)
                return self.pages[key]
        return None


def walk(source: Source, bounds: WalkBounds) -> Walk:
    """Walk through a site. Never more than the bounds; whatever cannot be opened is kept with its reason."""
    seen = Walk()
    until = time.monotonic() + bounds.seconds
    asked = {key_of(source.main)}
    queue: list[tuple[int, int, int, str, str | None, str]] = [(0, 0, 0, source.main, None, "")]
    number = loaded = deeper = 0
    while queue:
        seen.cut = _reached(bounds, len(asked) - len(queue), loaded, until)
        if seen.cut:
            break
        _rank, depth, _number, address, came_from, words = heapq.heappop(queue)
        visit = source.visit(address)
        loaded += len(visit.body)
        page = seen.take(address, visit, depth, came_from, words)
        if page is None:
            continue
        for link in _leading_on(source, page.page):
            key = key_of(link.address)
            if key in asked:
                continue
            if depth == bounds.depth:
                deeper += 1
                continue
            asked.add(key)
            number += 1
            heapq.heappush(queue, (_rank_of(link), depth + 1, number, link.address, key_of(page.address), link.words))
    if deeper and not seen.cut:
        seen.cut = f"ไม่ได้เปิดหน้าที่ต้องกดเกิน {bounds.depth} ครั้งจากหน้าแรก"
    return seen


def _leading_on(source: Source, page: WebPage) -> Iterator[PageLink]:
    return (link for link in page.links if source.inside(link.address) and not is_file(link.address))


def _rank_of(link: PageLink) -> int:
    return 0 if _LIKELY.search(link.words) or _LIKELY.search(link.address) else 1


def _reached(bounds: WalkBounds, pages: int, loaded: int, until: float) -> str:
    """Say which bound is reached; empty while none is."""
    if pages >= bounds.pages:
        return f"หยุดเมื่อเปิดครบ {bounds.pages:,} หน้า"
    if loaded >= bounds.bytes:
        return f"หยุดเมื่อรับข้อมูลครบ {bounds.bytes // 1_000_000:,} ล้านไบต์"
    if time.monotonic() >= until:
        return f"หยุดเมื่อครบเวลา {bounds.seconds:,.0f} วินาที"
    return ""
