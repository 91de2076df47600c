"""Lets a command that is asked to end (SIGTERM) leave what it uses in order."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

STOPPED_BY_SIGNAL = 128


@contextmanager
def leaving_on_sigterm() -> Iterator[None]:
    """Turn SIGTERM into an ordinary exit, so that the last user of the database server stops it."""
    before = signal.signal(signal.SIGTERM, _exit)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _exit(number: int, _frame: FrameType | None) -> None:
    sys.exit(STOPPED_BY_SIGNAL + number)
