"""Items as an invented office has put them, for the tests of the item check."""

from __future__ import annotations

from dataclasses import replace

from prongsai.ita.analysis.item_check import AskedItem, PlacedItem

STANDING = PlacedItem(published="yes", files_open="yes", reachable="yes", address_frozen="yes", text_layer="yes")


def complete(asked: AskedItem) -> PlacedItem:
    """Give a place at which everything stands that an item asks for."""
    return replace(
        STANDING,
        elements={element.text: "present" for element in asked.elements},
        years=frozenset(wanted.year for wanted in asked.years),
        months={wanted.month: "present" for wanted in asked.months},
    )


def with_element(placed: PlacedItem, text: str, state: str) -> PlacedItem:
    """Give the place with one element in another state."""
    return replace(placed, elements={**placed.elements, text: state})
