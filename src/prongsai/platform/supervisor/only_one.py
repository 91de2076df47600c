"""One supervisor for each state folder."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from prongsai.ita.thai.refusal import Refused

FILE = ".run"
SECONDS_FOR_A_QUESTION = 0.3


@dataclass(frozen=True, slots=True)
class Running:
    """The supervisor that runs now, and where it serves."""

    pid: int
    host: str
    port: int


@contextmanager
def only_one(state: Path, host: str, port: int) -> Iterator[None]:
    """Be the only supervisor of a state folder. Refuses RUNNING where there is one; any death frees the place."""
    descriptor = os.open(state / FILE, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    try:
        if not _taken(descriptor):
            other = _told_by(descriptor)
            where = f" (โปรเซส {other.pid} ที่ {other.host} พอร์ต {other.port})" if other else ""
            raise Refused("RUNNING", f"Prongsai ทำงานอยู่แล้ว{where} หากต้องการเริ่มใหม่ โปรดหยุดตัวเดิมก่อน")
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"{os.getpid()}\n{host}\n{port}\n".encode(), 0)
        yield
    finally:
        os.close(descriptor)


def running_now(state: Path) -> Running | None:
    """Tell who runs on a state folder, or None."""
    try:
        descriptor = os.open(state / FILE, os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW)
    except OSError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return _told_by(descriptor)
    finally:
        os.close(descriptor)
    return None


def _taken(descriptor: int) -> bool:
    """Take the lock; wait a little, because somebody may just be asking whether it is held."""
    until = time.monotonic() + SECONDS_FOR_A_QUESTION
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                return False
            time.sleep(0.02)
        else:
            return True


def _told_by(descriptor: int) -> Running | None:
    with suppress(ValueError):
        pid, host, port = os.pread(descriptor, 1000, 0).decode(errors="replace").split("\n")[:3]
        return Running(int(pid), host, int(port))
    return None
