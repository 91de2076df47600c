"""What else a paper that was read is good for: later steps register, so that this room names none of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils.functional import Promise

from prongsai.ita.papers.reading import Reading


@dataclass(frozen=True, slots=True)
class PaperUse:
    """A step that takes something over: words of its button, name of a URL that takes the number of the paper."""

    title: str | Promise
    url_name: str
    applies: Callable[[Reading], bool]


@dataclass
class PaperUses:
    """The registry, filled by each room when it starts."""

    known: dict[str, PaperUse] = field(default_factory=dict)

    def register(self, use: PaperUse) -> None:
        """Add a use. Refuses (ValueError) a second one of an address."""
        if use.url_name in self.known:
            raise ValueError(f"two uses of a paper lead to {use.url_name}")
        self.known[use.url_name] = use

    def of(self, reading: Reading) -> list[PaperUse]:
        """Give what a paper is good for."""
        return [use for use in self.known.values() if use.applies(reading)]


paper_uses = PaperUses()
"""The registry of the installation."""
