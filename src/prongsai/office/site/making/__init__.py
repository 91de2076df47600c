"""Who makes the pages of a site, in their order."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.office.site.made import Facts, Made, Maker
from prongsai.office.site.making.about import about_pages
from prongsai.office.site.making.items import item_pages
from prongsai.office.site.making.log import log_pages
from prongsai.office.site.making.measures import progress_pages
from prongsai.office.site.making.rooms import room_pages
from prongsai.office.site.open_data import data_pages

MAKERS: tuple[Maker, ...] = (about_pages, room_pages, item_pages, progress_pages, log_pages, data_pages)
"""Each gives the pages and files of one part. First page, list of pages, search, feed and map follow from them all."""


def made_of(facts: Facts) -> Iterator[Made]:
    """Give all that the parts of a site are made of, while the agency speaks."""
    for maker in MAKERS:
        yield from maker(facts)
