"""Lists of a site for programs: news feed, map of the site, what search engines may do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from email.utils import format_datetime

from lxml import etree
from lxml.builder import E

from prongsai.office.disclosure.services import own_site
from prongsai.office.site.made import Facts, File, Page
from prongsai.office.site.making.front import news_of

FEED, MAP, ROBOTS = "feed.xml", "sitemap.xml", "robots.txt"
IN_FEED = 50


def lists_of(facts: Facts, pages: Sequence[Page]) -> Iterator[File]:
    """Make them. Where nobody told under which address the site is reached, addresses in them are relative."""
    base = site_address(facts)
    yield File(FEED, feed(facts, pages, base))
    listed = [page for page in pages if page.indexed or not page.path]
    yield File(MAP, _xml(_map(listed, base)))
    yield File(ROBOTS, _robots(facts, base).encode())


def site_address(facts: Facts) -> str:
    """Give the whole address of the site, empty where it is not known."""
    return own_site(facts.agency)


def feed(facts: Facts, pages: Sequence[Page], base: str) -> bytes:
    """Make the news feed (RSS 2.0): the pages that were published last."""
    entries = [
        E.item(
            E.title(page.label or page.title),
            E.link(f"{base}{page.path}"),
            E.guid({"isPermaLink": "false"}, f"{facts.agency.code}/{page.path}"),
            E.pubDate(format_datetime(page.news.astimezone(UTC))),
        )
        for page in news_of(pages)[:IN_FEED]
        if page.news
    ]
    channel = E.channel(E.title(facts.agency.name), E.link(base or "./"), E.description(facts.agency.name), *entries)
    return _xml(E.rss({"version": "2.0"}, channel))


def _map(pages: Sequence[Page], base: str) -> etree._Element:
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    root = etree.Element(f"{{{space}}}urlset", nsmap={None: space})
    for page in pages:
        entry = etree.SubElement(root, f"{{{space}}}url")
        etree.SubElement(entry, f"{{{space}}}loc").text = f"{base}{page.path}"
        if page.changed:
            day = page.changed.date() if isinstance(page.changed, datetime) else page.changed
            etree.SubElement(entry, f"{{{space}}}lastmod").text = day.isoformat()
    return root


def _robots(facts: Facts, base: str) -> str:
    """Say what search engines may do. It counts at the root of a host alone; pages say it in their heads as well."""
    allowed = facts.home.in_search if facts.home else True
    lines = ["User-agent: *", "Allow: /" if allowed else "Disallow: /"]
    return "\n".join([*lines, *([f"Sitemap: {base}{MAP}"] if base and allowed else []), ""])


def _xml(root: etree._Element) -> bytes:
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)
    return written
