"""The pages of one year: each step of the yearly job adds its own, so that no room names a later one."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class YearPage:
    """A page of a round: its name, its words, the name of its URL, which takes the number of the round.

    `leads_on` are the words of the button that leads to it from the step before. `part_of` is the key of the page with
    which it belongs together: it is then shown beside that one only.
    """

    key: str
    title: str | Promise
    url_name: str
    order: int
    leads_on: str | Promise = ""
    part_of: str = ""


@dataclass(frozen=True, slots=True)
class Tab:
    """A page as one round shows it. Only the next step after the current page leads on.

    `inside`: the current page belongs to it; `beside` are then the other pages of that part.
    """

    title: str | Promise
    address: str
    current: bool
    leads_on: str | Promise = ""
    inside: bool = False
    beside: tuple[Tab, ...] = ()


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
        """Give the parts of a round in their order, with the other pages of the part that is shown."""
        pages = sorted(self.known.values(), key=lambda page: page.order)
        here = self.known[current].order if current in self.known else 0
        follows = next((page for page in pages if page.order > here and page.leads_on), None)
        found = []
        for head in (page for page in pages if self._head_of(page.key) == page.key):
            inside = self._head_of(current) == head.key
            part = [page for page in pages if inside and page is not head and self._head_of(page.key) == head.key]
            tab = Tab(
                head.title,
                reverse(head.url_name, args=[round_id]),
                head.key == current,
                head.leads_on if head is follows else "",
                inside=inside and head.key != current,
                beside=tuple(_plain(page, round_id, current) for page in part),
            )
            found.append(tab)
        return found

    def _head_of(self, key: str) -> str:
        """Give the page with which another belongs together; a page stands alone where that room is not there."""
        part = self.known[key].part_of if key in self.known else ""
        return part if part in self.known else key


def _plain(page: YearPage, round_id: int, current: str) -> Tab:
    return Tab(page.title, reverse(page.url_name, args=[round_id]), page.key == current)


year_pages = YearPages()
"""The registry of the installation."""
