"""Addresses inside a site: always relative, so that it works from any place, a stick included."""

from __future__ import annotations

import posixpath
from urllib.parse import quote

from prongsai.office.site.made import INDEX


def link(at: str, to: str) -> str:
    """Give the address of `to` as it stands on the page `at`; both are paths below that of the site.

    A page is named with its `index.html`: a folder opened from a disk would be listed, not shown.
    """
    target = f"{to}{INDEX}" if not to or to.endswith("/") else to
    return quote(posixpath.relpath(target, at.rstrip("/") or "."))
