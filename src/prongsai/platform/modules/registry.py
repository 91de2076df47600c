"""The cards of all rooms: filled while Django starts, then frozen."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.ita.evidence import EvidenceSource
from prongsai.platform.modules.card import MenuEntry, Module


class Registry:
    """Holds each room's card once."""

    def __init__(self) -> None:
        self._modules: dict[str, Module] = {}
        self._frozen = False

    def register(self, module: Module) -> None:
        """Take a card. Raises ValueError for a key that is there already, RuntimeError once frozen."""
        if self._frozen:
            raise RuntimeError(f"The module “{module.key}” comes too late: the registry is frozen.")
        if module.key in self._modules:
            raise ValueError(f"Two modules are called “{module.key}”.")
        taken = {source.key for source in self._sources()} & {source.key for source in module.evidence}
        if taken:
            raise ValueError(f"Two evidence sources are called {sorted(taken)}.")
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

    def _sources(self) -> Iterator[EvidenceSource]:
        return (source for module in self for source in module.evidence)


registry = Registry()
"""The registry of the installation."""
