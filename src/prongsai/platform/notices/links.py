"""Links to pages of this installation, and to no other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.conf import settings
from django.urls import NoReverseMatch, reverse

from prongsai.platform.agency.models import Agency


@dataclass(frozen=True, slots=True)
class Link:
    """A page of our own by the name of its URL, with the arguments in its address."""

    url_name: str
    args: Mapping[str, int | str] = field(default_factory=dict)

    def path(self) -> str:
        """Give the path, empty where no room has such a page any more."""
        try:
            return reverse(self.url_name, kwargs=dict(self.args) or None)
        except NoReverseMatch:
            return ""


def whole_address(agency: Agency, path: str) -> str:
    """Give the address under which a page is reached from outside, empty where nobody told it.

    An agency's own host comes first, then the address of the installation (`PRONGSAI_ADDRESS`).
    """
    if not path:
        return ""
    if agency.host:
        return f"{'https' if settings.HTTPS else 'http'}://{agency.host}{path}"
    return f"{settings.OWN_ADDRESS}{path}" if settings.OWN_ADDRESS else ""
