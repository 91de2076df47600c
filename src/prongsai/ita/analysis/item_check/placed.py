"""What an office has put under an OIT item, as a person or a check of its site found it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from prongsai.ita.thai.months import FULL

ElementState: TypeAlias = Literal["present", "said-none", "blank", "missing", "not-checked"]
"""said-none: the heading stands and ไม่มี under it; blank: the heading alone; missing: not even the heading."""

Checked: TypeAlias = Literal["yes", "no", "not-checked"]


class Month(NamedTuple):
    """A calendar month of a Buddhist-era calendar year (not of a fiscal year)."""

    year: int
    month: int

    @property
    def name(self) -> str:
        """The month in Thai, such as `ธันวาคม 2567`."""
        return f"{FULL[self.month - 1]} {self.year}"


@dataclass(frozen=True, slots=True)
class PlacedItem:
    """What stands at an item's place. Whatever nobody looked at is "not-checked", which is never taken for good.

    `elements` are known by the catalogue's own words; one that is left out was not checked. `years` are the fiscal
    years (BE) that the content is of, None where nobody looked; `months` likewise, a month that is left out was looked
    for in vain. `published` is "no" where nothing has been put there at all.
    """

    published: Checked = "not-checked"
    elements: Mapping[str, ElementState] = field(default_factory=dict)
    years: frozenset[int] | None = None
    months: Mapping[Month, ElementState] | None = None
    files_open: Checked = "not-checked"
    reachable: Checked = "not-checked"
    address_frozen: Checked = "not-checked"
    text_layer: Checked = "not-checked"
    accessible: Checked = "not-checked"


NOTHING_PLACED = PlacedItem(published="no")


def months_of_first_half(fiscal_year: int) -> tuple[Month, ...]:
    """Give the months from October to March with which a fiscal year (BE) begins."""
    before = tuple(Month(fiscal_year - 1, month) for month in (10, 11, 12))
    return before + tuple(Month(fiscal_year, month) for month in (1, 2, 3))
