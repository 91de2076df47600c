"""The room of the notices."""

from __future__ import annotations

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """Notices, follow-ups, channels, calendar feeds."""

    name = "prongsai.platform.notices"
    label = "notices"

    def ready(self) -> None:
        """Gather what every room may tell about, and its days for calendars."""
        from prongsai.platform.notices.calendars import calendars
        from prongsai.platform.notices.kinds import kinds

        kinds.gather()
        calendars.gather()
