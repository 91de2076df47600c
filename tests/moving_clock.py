"""A clock that the test moves, for all that looks at the time: Django's and Python's."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import pytest


class Clock:
    """Shows the real time, moved."""

    def __init__(self) -> None:
        self._real, self._moved = time.time, timedelta()

    def move(self, **by: float) -> None:
        self._moved += timedelta(**by)

    def seconds(self) -> float:
        return self._real() + self._moved.total_seconds()

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.seconds(), UTC)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    moved = Clock()
    monkeypatch.setattr("django.utils.timezone.now", moved.now)
    monkeypatch.setattr("time.time", moved.seconds)
    return moved
