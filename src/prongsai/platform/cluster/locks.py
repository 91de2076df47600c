"""Locks of the kernel: they count who uses the server, and are freed by any death, however sudden."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from prongsai.platform.cluster.account import Account


def open_lock(path: Path, account: Account) -> int:
    """Open a lock file, made where it is missing, and give its descriptor, which child programs do not inherit."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    account.owns(descriptor)
    return descriptor


@contextmanager
def gate(path: Path, account: Account) -> Iterator[None]:
    """Let one process at a time pass: nobody enters, leaves, starts or stops the server beside another."""
    descriptor = open_lock(path, account)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        close_lock(descriptor)


def share(descriptor: int) -> None:
    """Count this process among the users."""
    fcntl.flock(descriptor, fcntl.LOCK_SH)


def is_alone(descriptor: int) -> bool:
    """Try to take a lock for oneself without waiting. Where others hold it, a lock held before may be lost."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def close_lock(descriptor: int) -> None:
    """Free a lock, also where a forked child still has the descriptor."""
    fcntl.flock(descriptor, fcntl.LOCK_UN)
    os.close(descriptor)
