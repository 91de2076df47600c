"""Pages that follow from all others: the first one, the list by letters, the search."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.ita.thai import sort_key
from prongsai.office.site.made import Facts, Page

NEWS_SHOWN = 8
SEARCH = "search/"


class Frame(NamedTuple):
    """What leads from every page to others, as paths and words."""

    menu: tuple[tuple[str, str], ...] = ()
    foot: tuple[tuple[str, str], ...] = ()


def front_pages(facts: Facts, pages: Sequence[Page]) -> Iterator[Page]:
    """Make them."""
    tiles = sorted((page for page in pages if page.menu), key=lambda page: page.menu)
    yield Page(
        "", facts.agency.name, "site/home.html", {"tiles": tiles, "news": news_of(pages)[:NEWS_SHOWN]}, indexed=False
    )
    letters = [(letter, list(listed)) for letter, listed in groupby(in_order(pages), _letter)]
    yield Page("pages/", _("All pages"), "site/pages.html", {"letters": letters}, indexed=False)
    yield search_page(facts, on_own_server=True)


def search_page(facts: Facts, *, on_own_server: bool) -> Page:
    """Make the page of the search. Only where our own server answers does it know a way without scripts."""
    served = f"../../..{reverse('site-search', args=[facts.agency.code])}" if on_own_server else ""
    return Page(SEARCH, _("Search"), "site/search.html", {"served": served}, indexed=False)


def frame_of(pages: Sequence[Page]) -> Frame:
    """Give what leads from every page to others: menu, and foot."""
    menu = sorted((page for page in pages if page.menu), key=lambda page: page.menu)
    foot = {"log/": _("Log of publication"), "data/": _("Open data and developers")}
    there = {page.path for page in pages}
    return Frame(
        tuple((page.path, page.label or page.title) for page in menu),
        tuple((path, title) for path, title in foot.items() if path in there),
    )


def news_of(pages: Sequence[Page]) -> list[Page]:
    """Give what was published, the newest first."""
    told = [(page.news, page) for page in pages if page.news]
    return [page for _moment, page in sorted(told, key=lambda pair: (pair[0], pair[1].path), reverse=True)]


def in_order(pages: Sequence[Page]) -> list[Page]:
    """Give the pages that are found, in the order of a Thai dictionary."""
    return sorted(
        (page for page in pages if page.indexed and page.path), key=lambda page: (sort_key(page.title), page.path)
    )


def _letter(page: Page) -> str:
    """Give the letter under which a title stands: of Thai the first consonant."""
    first = sort_key(page.title)[:1].upper()
    return first if first.isalnum() else "0-9"
