"""A page of an office's site as a visitor sees it, and which elements of an OIT item stand on it."""

from prongsai.ita.reading.web_page.elements import elements_on_page, heading_words
from prongsai.ita.reading.web_page.placing import placed_by_pages
from prongsai.ita.reading.web_page.seen import PageImage, PageLine, PageLink, WebPage, see_page
from prongsai.ita.reading.web_page.times import fiscal_years_on_page, months_on_page

__all__ = [
    "PageImage",
    "PageLine",
    "PageLink",
    "WebPage",
    "elements_on_page",
    "fiscal_years_on_page",
    "heading_words",
    "months_on_page",
    "placed_by_pages",
    "see_page",
]
