"""How passphrases are hashed: argon2id, two at a time, so that guesses cannot exhaust the memory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from django.contrib.auth.hashers import Argon2PasswordHasher

AT_ONCE, PATIENCE = 2, 5.0
_turns = BoundedSemaphore(AT_ONCE)


class Busy(Exception):  # noqa: N818 it is a state, not a fault
    """Too many log-ins at this moment; the page says to try again in a few seconds."""


@contextmanager
def turn(patience: float | None = None) -> Iterator[None]:
    """Wait for one of the two turns to hash. Raises Busy after `patience` seconds (five)."""
    if not _turns.acquire(timeout=PATIENCE if patience is None else patience):
        raise Busy
    try:
        yield
    finally:
        _turns.release()


class PassphraseHasher(Argon2PasswordHasher):
    """argon2id with 64 MiB, three passes, one lane: about 0.15 s on an old office PC."""

    time_cost = 3
    memory_cost = 64 * 1024
    parallelism = 1

    def encode(self, password: str, salt: str) -> str:
        """Hash a new passphrase. Raises Busy."""
        with turn():
            return super().encode(password, salt)

    def verify(self, password: str, encoded: str) -> bool:
        """Compare. Raises Busy."""
        with turn():
            return super().verify(password, encoded)
