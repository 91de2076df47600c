"""The database engine of the settings: Django's for PostgreSQL, and the announcement."""

from __future__ import annotations

from typing import Any

from django.db.backends.postgresql import base


class DatabaseWrapper(base.DatabaseWrapper):
    """Announces the speaker as the first statement of each transaction, if anybody speaks."""

    def set_autocommit(self, autocommit: bool, *args: Any, **options: Any) -> None:
        """Begin (autocommit off) or end a transaction."""
        super().set_autocommit(autocommit, *args, **options)
        if autocommit or self.alias != "default":
            return
        from prongsai.platform.tenancy.speaker import announce, current_speaker  # noqa: PLC0415 needs settings

        if speaker := current_speaker():
            announce(speaker)
