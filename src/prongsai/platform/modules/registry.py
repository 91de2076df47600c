"""The cards of all rooms: filled while Django starts, then frozen."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.ita.evidence import EvidenceSource
from prongsai.platform.modules.card import MenuEntry, Module, PublicEntry
from prongsai.platform.modules.home import HeadlineSource


class Registry:
    """Holds each room's card once."""

    def __init__(self) -> None:
        self._modules: dict[str, Module] = {}
        self._frozen = False

    def register(self, module: Module) -> None:
        """Take a card. Raises ValueError for what only one room may have, RuntimeError once frozen."""
        if self._frozen:
            raise RuntimeError(f"The module “{module.key}” comes too late: the registry is frozen.")
        if module.key in self._modules:
            raise ValueError(f"Two modules are called “{module.key}”.")
        taken = {source.key for source in self._sources()} & {source.key for source in module.evidence}
        if taken:
            raise ValueError(f"Two evidence sources are called {sorted(taken)}.")
        if module.personal_page and self.personal_page:
            raise ValueError(f"Personal links lead to “{self.personal_page}” and to “{module.personal_page}”.")
        if module.headline and self.headline:
            raise ValueError(f"“{self.headline.key}” and “{module.headline.key}” both say what a month is about.")
        self._modules[module.key] = module

    def freeze(self) -> None:
        """Take no more cards."""
        self._frozen = True

    def __iter__(self) -> Iterator[Module]:
        return iter(self._modules.values())

    def __contains__(self, key: object) -> bool:
        return key in self._modules

    def menu_for(self, roles: frozenset[str]) -> list[MenuEntry]:
        """Give the entries that somebody with these roles sees, in their order."""
        seen = (entry for module in self for entry in module.menu if entry.roles & roles)
        return sorted(seen, key=lambda entry: entry.order)

    def public_pages(self) -> list[PublicEntry]:
        """Give the pages for citizens, in their order."""
        return sorted((entry for module in self for entry in module.public), key=lambda entry: entry.order)

    @property
    def personal_page(self) -> str:
        """The name of the page to which personal links lead, empty where no room has one."""
        return next((module.personal_page for module in self if module.personal_page), "")

    @property
    def headline(self) -> HeadlineSource | None:
        """The source that says what each month is about, None where no room has one."""
        return next((module.headline for module in self if module.headline), None)

    def _sources(self) -> Iterator[EvidenceSource]:
        return (source for module in self for source in module.evidence)


registry = Registry()
"""The registry of the installation."""
