"""What the frame of every page shows."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Agency
from prongsai.platform.ui.display import Display, display_of
from prongsai.platform.ui.menu import Shown, menu_of


@dataclass(frozen=True, slots=True)
class Shell:
    """The frame around a page. It asks for the account only where a view did (`for_roles`), never by itself."""

    request: HttpRequest

    @property
    def display(self) -> Display:
        """Size of the text and contrast."""
        return display_of(self.request)

    @property
    def acting(self) -> Acting | None:
        """Who asks, on pages that are not for everybody."""
        return getattr(self.request, "acting", None)

    @property
    def agency(self) -> Agency | None:
        """The agency of who asks; public pages say theirs in the context as `agency`."""
        return self.acting.agency if self.acting else None

    @property
    def menu(self) -> list[Shown]:
        """The entries that this person sees."""
        return menu_of(self.acting, self.request.path) if self.acting else []

    @property
    def here(self) -> str:
        """The address to come back to after a change of display."""
        return self.request.get_full_path()


def shell(request: HttpRequest) -> dict[str, Shell]:
    """Give templates the frame (a context processor)."""
    return {"shell": Shell(request)}
