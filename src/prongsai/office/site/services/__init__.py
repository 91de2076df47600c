"""What is done with the site of an office, and what other rooms may ask. Writes are one transaction with their line."""

from prongsai.office.site.services.building import build_now, rebuild, rebuild_item
from prongsai.office.site.services.exporting import export_site, exported_zip
from prongsai.office.site.services.pages import (
    PageTold,
    change_page,
    confirm_page,
    ensure_pages,
    set_contact,
    set_shows,
)
from prongsai.office.site.services.standing import PageStanding, pages_standing

__all__ = [
    "PageStanding",
    "PageTold",
    "build_now",
    "change_page",
    "confirm_page",
    "ensure_pages",
    "export_site",
    "exported_zip",
    "pages_standing",
    "rebuild",
    "rebuild_item",
    "set_contact",
    "set_shows",
]
