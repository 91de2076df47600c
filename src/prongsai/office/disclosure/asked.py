"""What an item asks for, with the leads of an earlier year, and the headings under which each element may stand."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.ita.analysis.item_check import AskedItem, EarlierElements, asked_of, earlier_elements
from prongsai.ita.catalogue import Framework
from prongsai.ita.reading.web_page import heading_words
from prongsai.office.rounds.frameworks import framework_of


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked under an item. `headings`: by element, under which words it may stand; `earlier`: whence leads are.

    Leads of an earlier year help where a year's own elements are not established; they are never the criterion.
    """

    item: AskedItem
    headings: dict[str, list[str]]
    earlier: EarlierElements | None


def asked_under(framework: Framework, code: str) -> Asked:
    """Give what an item asks for. Raises KeyError for an item that the year has not."""
    earlier = earlier_elements(framework, code)
    before = heading_words(framework_of(earlier.year), earlier.code) if earlier else {}
    leads = {element: before.get(element, []) for element in (earlier.elements if earlier else ())}
    return Asked(asked_of(framework, code, leads=leads), heading_words(framework, code, leads), earlier)


def asked_in(framework: Framework) -> dict[str, Asked]:
    """Give what every item of a year asks for, by code; reckoned once for as long as the loader gives the same year."""
    known = _KNOWN.get(framework.year)
    if known is None or known[0] is not framework:
        known = framework, {item.code: asked_under(framework, item.code) for item in framework.items}
        _KNOWN[framework.year] = known
    return known[1]


_KNOWN: dict[int, tuple[Framework, dict[str, Asked]]] = {}
