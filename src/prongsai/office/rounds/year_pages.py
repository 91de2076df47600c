"""The pages of one year: each step of the yearly job adds its own, so that no room names a later one."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class YearPage:
    """A page of a round: its name, its words, the name of its URL, which takes the number of the round.

    `leads_on` are the words of the button that leads to it from the step before.
    """

    key: str
    title: str | Promise
    url_name: str
    order: int
    leads_on: str | Promise = ""


@dataclass(frozen=True, slots=True)
class Tab:
    """A page as one round shows it. Only the next step after the current page leads on."""

    title: str | Promise
    address: str
    current: bool
    leads_on: str | Promise = ""


@dataclass
class YearPages:
    """The registry, filled by each room when it starts."""

    known: dict[str, YearPage] = field(default_factory=dict)

    def register(self, page: YearPage) -> None:
        """Add a page. Refuses (ValueError) a second one of a key."""
        if page.key in self.known:
            raise ValueError(f"two pages of a year are called {page.key}")
        self.known[page.key] = page

    def tabs(self, round_id: int, current: str) -> list[Tab]:
        """Give the pages of a round in their order."""
        pages = sorted(self.known.values(), key=lambda page: page.order)
        here = self.known[current].order if current in self.known else 0
        follows = next((page for page in pages if page.order > here and page.leads_on), None)
        return [
            Tab(
                page.title,
                reverse(page.url_name, args=[round_id]),
                page.key == current,
                page.leads_on if page is follows else "",
            )
            for page in pages
        ]


year_pages = YearPages()
"""The registry of the installation."""
