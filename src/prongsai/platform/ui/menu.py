"""The menu: the entries on the cards of all rooms, as one person, or a citizen, sees them on one page."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Agency
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
    seen = [
        entry for entry in modules.menu_for(frozenset(acting.roles)) if acting.agency is not None or not entry.of_agency
    ]
    return _shown([(reverse(entry.url_name), entry.label) for entry in seen], path)


def public_menu_of(agency: Agency, path: str, modules: Registry = registry) -> list[Shown]:
    """List the pages of an agency for citizens, in order."""
    pages = modules.public_pages()
    return _shown([(reverse(page.url_name, kwargs={"code": agency.code}), page.label) for page in pages], path)


def _shown(entries: list[tuple[str, str]], path: str) -> list[Shown]:
    current = max((address for address, _ in entries if path.startswith(address)), key=len, default="")
    return [Shown(address, gettext(label), address == current) for address, label in entries]
