"""The bell on every page of staff: how many notices nobody has opened yet."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.http import HttpRequest
from django.urls import reverse

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role
from prongsai.platform.notices.models import Copy
from prongsai.platform.tenancy.speaker import current_speaker

MOST_COUNTED = 100


@dataclass
class Bell:
    """What the frame of a page shows; it looks only where the frame asks, and only for who has notices."""

    request: HttpRequest
    template = "notices/bell.html"

    @property
    def acting(self) -> Acting | None:
        """Who asks, None on pages for everybody."""
        return getattr(self.request, "acting", None)

    @property
    def address(self) -> str:
        """The page of notices, empty for who has none."""
        acting = self.acting
        has_notices = acting is not None and acting.agency is not None and not acting.roles <= {Role.KIOSK}
        return reverse("notices") if has_notices else ""

    @cached_property
    def unread(self) -> int:
        """How many wait, a hundred at most: who has more need not know how many more."""
        if self.acting is None or not self.address or current_speaker() is None:
            return 0  # a page about a failure is drawn after the agency has spoken
        return Copy.objects.visible_to(self.acting).unread()[:MOST_COUNTED].count()


def bell(request: HttpRequest) -> dict[str, Bell]:
    """Give templates the bell (a context processor)."""
    return {"bell": Bell(request)}
