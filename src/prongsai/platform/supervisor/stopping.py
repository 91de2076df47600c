"""The wish to stop: Ctrl-C, SIGTERM, or a closed terminal; a second one hurries."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class StopWish:
    """How often somebody asked to stop."""

    def __init__(self) -> None:
        self._times = 0
        self._asked = threading.Event()

    @property
    def asked(self) -> bool:
        """Tell whether to stop."""
        return self._times > 0

    @property
    def hurry(self) -> bool:
        """Tell whether to stop without waiting for what is running."""
        return self._times > 1

    def wait(self, seconds: float) -> bool:
        """Wait, or less where somebody asks meanwhile; tell whether to stop."""
        return self._asked.wait(seconds)

    def ask(self, _number: int = 0, _frame: FrameType | None = None) -> None:
        """Ask to stop."""
        self._times += 1
        self._asked.set()


@contextmanager
def listening_for_stop() -> Iterator[StopWish]:
    """Turn the signals into a wish, and give them back afterwards. What was ignored (nohup) stays ignored."""
    wish = StopWish()
    before = {number: signal.getsignal(number) for number in SIGNALS}
    for number, handler in before.items():
        if handler is not signal.SIG_IGN:
            signal.signal(number, wish.ask)
    try:
        yield wish
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
