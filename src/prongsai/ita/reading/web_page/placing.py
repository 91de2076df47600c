"""What the pages of an item show, as the record that the item check compares: what a machine cannot see stays open."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

from prongsai.ita.analysis.item_check import ElementState, Month, PlacedItem
from prongsai.ita.reading.web_page.elements import elements_on_page
from prongsai.ita.reading.web_page.seen import WebPage
from prongsai.ita.reading.web_page.times import fiscal_years_on_page, months_on_page

K = TypeVar("K", bound=Hashable)
_BEST_FIRST: tuple[ElementState, ...] = ("present", "said-none", "blank", "not-checked", "missing")


def placed_by_pages(pages: Sequence[WebPage], words: Mapping[str, Sequence[str]]) -> PlacedItem:
    """Give what the pages of one item show together (see `heading_words`); without pages nothing is published.

    Of an element or a month on several pages the best holds. A page that names no fiscal year, or no month, leaves them
    unchecked: its files may. Whether files open, and whether the main site leads here, is for who fetched the pages.
    """
    if not pages:
        return PlacedItem(published="no")
    years = frozenset(year for page in pages for year in fiscal_years_on_page(page))
    months: dict[Month, ElementState] = {}
    elements: dict[str, ElementState] = {}
    for page in pages:
        _keep_best(months, months_on_page(page))
        _keep_best(elements, elements_on_page(page, words))
    return PlacedItem(
        published="yes",
        elements=elements,
        years=years or None,
        months=months or None,
        accessible="no" if any(page.advice() for page in pages) else "yes",
    )


def _keep_best(kept: dict[K, ElementState], more: Mapping[K, ElementState]) -> None:
    for key, state in more.items():
        held = kept.get(key)
        if held is None or _BEST_FIRST.index(state) < _BEST_FIRST.index(held):
            kept[key] = state
