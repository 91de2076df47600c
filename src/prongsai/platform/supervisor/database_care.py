"""Starts a dead database server again, for as long as it takes."""

from __future__ import annotations

import time

from prongsai.ita.thai.refusal import Refused
from prongsai.platform.cluster import Server
from prongsai.platform.supervisor.plan import Tell

LONGEST_PAUSE = 10.0


class DatabaseCare:
    """Looks after the server. It never gives up: a full disk gets space again, and then all goes on by itself."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._pause = 0.0
        self._next_look = 0.0

    def look(self, tell: Tell) -> None:
        """Start the server again where it died, after a failure ever more slowly."""
        if time.monotonic() < self._next_look:
            return
        try:
            if self._server.ensure_running():
                tell("database-restarted", {})
            self._pause = 0.0
        except (Refused, OSError) as error:
            self._pause = min(LONGEST_PAUSE, self._pause * 2 or 0.5)
            self._next_look = time.monotonic() + self._pause
            tell("database-down", {"reason": str(error)})
