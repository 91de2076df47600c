"""What a site asks of programs that walk through it (robots.txt, RFC 9309)."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

from prongsai.office.disclosure.reaching import NotReached, Reach

NAME = "prongsai"
"""The name under which a site may speak to us."""
LONGEST_DELAY = 5.0
_LARGEST = 500_000


@dataclass(frozen=True, slots=True)
class Robots:
    """The wishes of one site. `delay`: seconds between two pages, where it names any, at most LONGEST_DELAY."""

    rules: RobotFileParser | None
    delay: float = 0.0

    def allow(self, address: str) -> bool:
        """Whether a program may look at an address."""
        return self.rules is None or self.rules.can_fetch(NAME, address)


EVERYTHING = Robots(None)


def robots_of(address: str, reach: Reach) -> Robots:
    """Ask the site of an address for its wishes.

    Where it has none (4xx, or a page in its place) everything is allowed; a site that cannot say (5xx) allows nothing.
    One that does not answer at all leaves everything allowed: then no page can be fetched either.
    """
    small = replace(reach, limits=replace(reach.limits, bytes=_LARGEST))
    try:
        fetched = small.fetch(urljoin(address, "/robots.txt"))
    except NotReached:
        return EVERYTHING
    if fetched.status >= 500:
        return _read("User-agent: *\nDisallow: /")
    if not fetched.is_there or fetched.is_page:
        return EVERYTHING
    return _read(fetched.body.decode("utf-8", "replace"))


def _read(text: str) -> Robots:
    rules = RobotFileParser()
    rules.parse(text.splitlines())
    delay = 0.0
    with suppress(TypeError, ValueError):
        delay = min(LONGEST_DELAY, float(rules.crawl_delay(NAME) or 0))
    return Robots(rules, delay)
