"""Elements that an earlier year asked for under the same item: leads where the year's own are not established."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.ita.catalogue import available_years, follow_same, load_framework
from prongsai.ita.catalogue.model import Framework


@dataclass(frozen=True, slots=True)
class EarlierElements:
    """What was established under a code of an earlier year. For the year at hand it is a lead and no criterion."""

    year: int
    code: str
    elements: tuple[str, ...]


def earlier_elements(framework: Framework, code: str) -> EarlierElements | None:
    """Give the elements of the nearest earlier year in which the same item has established ones; None without such.

    The way back leads only through crosswalks that call the item the same; for a draft the year that it was copied from
    counts as earlier. None too for an item that has its own established elements.
    Raises CatalogueError where a packaged file is bad.
    """
    own = framework.item(code)
    if own is None or (own.elements.values is not None and own.elements.confirmed):
        return None
    here = framework.drafted_from or framework.year
    years = [year for year in available_years() if year < here or (framework.is_draft and year == here)]
    for year in sorted(years, reverse=True):
        before = follow_same(code, here, year)
        item = load_framework(year).item(before) if before else None
        if before and item and item.elements.values and item.elements.confirmed:
            return EarlierElements(year, before, item.elements.values)
    return None
