"""The entries of the matrix and the URLs they speak of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from prongsai.platform.accounts.models import Role

HERE = Path(__file__).parent
EVERYBODY, SIGNED_IN, STAND_TOO = "everybody", "signed_in", "signed_in_and_kiosk"
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")


@dataclass(frozen=True)
class Entry:
    """Who may ask for a URL."""

    url: str
    roles: frozenset[str] | str
    methods: frozenset[str]
    object: str | None = None
    by_link: bool = False
    room: str = ""

    def allows(self, role: Role | None) -> bool:
        if isinstance(self.roles, frozenset):
            return role in self.roles
        if self.roles == SIGNED_IN:
            return role not in (None, Role.KIOSK)
        return self.roles == EVERYBODY or role is not None

    def address(self, arguments: dict[str, object]) -> str:
        return reverse(self.url, kwargs=arguments or None)

    def __str__(self) -> str:
        return self.url


def read_entries() -> list[Entry]:
    """Read all files; a key that is not known is an error."""
    found = []
    for path in sorted(HERE.glob("*.yml")):
        for told in yaml.safe_load(path.read_text(encoding="utf-8")) or ():
            roles = told.pop("roles")
            methods = frozenset(told.pop("methods"))
            methods |= {"HEAD"} if "GET" in methods else set()
            roles = roles if isinstance(roles, str) else frozenset(Role(role) for role in roles)
            found.append(Entry(roles=roles, methods=methods, room=path.stem, **told))
    return found


def patterns(resolver: URLResolver | None = None) -> Iterator[URLPattern]:
    """Walk over every address of the installation."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            yield from patterns(pattern)
        else:
            yield pattern


def view_of(url: str) -> Callable[..., object]:
    """Give the function behind a URL name."""
    return next(pattern.callback for pattern in patterns() if pattern.name == url)


def guards_of(view: Callable[..., object]) -> list[Callable[..., object]]:
    """Give the layers of a view that carry its permission line, outermost first."""
    layers, layer = [], view
    while layer is not None:
        if hasattr(layer, "allowed_roles"):
            layers.append(layer)
        layer = getattr(layer, "__wrapped__", None)
    return layers
