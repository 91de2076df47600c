"""Draws pages: templates of the house, Thai words, links from where the page lies."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from typing import Any

from django.template.loader import get_template
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from prongsai.office.site.assets import SHEETS
from prongsai.office.site.made import Facts, Page
from prongsai.office.site.making.front import Frame

WITH_SLASH = (
    "if(!/(\\/|\\.html)$/.test(location.pathname))location.replace(location.pathname+'/'+location.search+location.hash)"
)
"""Some servers, ours too, give a folder's page for an address without its last slash; its links would lead astray."""
_HASH = b64encode(sha256(WITH_SLASH.encode()).digest()).decode()
POLICY = (
    f"default-src 'none'; script-src 'self' 'sha256-{_HASH}'; style-src 'self'; img-src 'self' data:; font-src 'self';"
    " form-action 'self'; base-uri 'none'; object-src 'none'"
)
"""Stands in every page: whoever serves it, nothing foreign runs and no inline script but the one above."""


class Drawer:
    """Draws the pages of one site. Call it in Thai (`translation.override("th")`): the site is."""

    def __init__(self, facts: Facts, frame: Frame) -> None:
        self.told = {
            "agency": facts.agency,
            "frame": frame,
            "sheets": SHEETS,
            "policy": POLICY,
            "with_slash": format_html("<script>{}</script>", mark_safe(WITH_SLASH)),  # noqa: S308 our own
            "in_search": facts.home.in_search if facts.home else True,
        }
        self.known: dict[str, Any] = {}

    def draw(self, page: Page) -> bytes:
        """Give a page as it is written."""
        if page.template not in self.known:
            self.known[page.template] = get_template(page.template)
        here = page.above[0][1] if page.above else page.path
        told = {**self.told, **page.told, "page": page, "at": page.path, "here": here}
        drawn: str = self.known[page.template].render(told)
        return drawn.encode()
