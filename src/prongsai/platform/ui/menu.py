"""The menu: the entries on the cards of all rooms, as one person sees them on one page."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.modules import Registry, registry


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry: where it leads, its words in the language of the page, whether it is the present page's."""

    address: str
    label: str
    current: bool


def menu_of(acting: Acting, path: str, modules: Registry = registry) -> list[Shown]:
    """List what somebody's roles see, in order; the longest address that begins `path` is the current one.

    Who came by a personal link has no menu: the link opens its own tasks and nothing else.
    """
    if acting.by_link:
        return []
    entries = [(reverse(entry.url_name), entry.label) for entry in modules.menu_for(frozenset(acting.roles))]
    current = max((address for address, _ in entries if path.startswith(address)), key=len, default="")
    return [Shown(address, gettext(label), address == current) for address, label in entries]
