"""When a dead child starts again: at once, then after growing pauses, and not for ever."""

from __future__ import annotations

MOST_STARTS_IN_A_MINUTE = 5
LONGEST_PAUSE = 8.0
MINUTE = 60.0


class Restarts:
    """The starts of one child, on a clock that only goes forward (seconds)."""

    def __init__(self) -> None:
        self._starts: list[float] = []

    def started(self, now: float) -> None:
        """Note a start."""
        self._starts = [then for then in self._starts if now - then < MINUTE] + [now]

    def too_many(self, now: float) -> bool:
        """Tell whether another start would be one too many within a minute."""
        return sum(now - then < MINUTE for then in self._starts) >= MOST_STARTS_IN_A_MINUTE

    def not_before(self, now: float) -> float:
        """Give the moment of the next start: after 0, 1, 2, 4 seconds for each further start of the last minute."""
        lately = sum(now - then < MINUTE for then in self._starts)
        return now + (0.0 if lately <= 1 else min(LONGEST_PAUSE, 2.0 ** (lately - 2)))
