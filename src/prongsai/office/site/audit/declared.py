"""What a site says itself about its pages: under which heading each element stands (our own open data do)."""

from __future__ import annotations

import json
from typing import Any

from prongsai.office.site.audit.visits import Source
from prongsai.office.site.audit.walking import Walk

ITEMS = "items.json"
FORM = "prongsai.site-items/1"


def declared_headings(source: Source, seen: Walk, year: int) -> dict[str, dict[str, list[str]]]:
    """Give by item and element the headings that the site names; empty where it names none.

    They only tell where to look: whether the heading stands on the page, and something below it, is seen as anywhere.
    """
    addresses = {
        link.address
        for entry in seen.pages.values()
        for link in entry.page.links
        if link.address.endswith(f"/{year}/{ITEMS}") and source.inside(link.address)
    }
    for address in sorted(addresses)[:1]:
        visit = source.visit(address)
        if visit.opens and not visit.cut:
            return _headings(visit.body)
    return {}


def _headings(body: bytes) -> dict[str, dict[str, list[str]]]:
    try:
        told: Any = json.loads(body)
        if told["form"] != FORM:
            return {}
        found: dict[str, dict[str, list[str]]] = {}
        for item in told["items"]:
            for entry in item["answers"]:
                headings = found.setdefault(str(item["code"]), {}).setdefault(str(entry["element"]), [])
                headings.append(str(entry["heading"]))
    except (ValueError, KeyError, TypeError, RecursionError):
        return {}
    return found
