"""Is the server of a data folder alive? And what a dead one left behind."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

_PATIENCE_WITH_ORPHANS = 5.0


@dataclass(frozen=True, slots=True)
class Postmaster:
    """A living server: its process, and the folder of its socket as soon as it has one."""

    process: psutil.Process
    sockets: Path | None


def living_postmaster(data: Path) -> Postmaster | None:
    """Find the living server of a data folder.

    The number in `postmaster.pid` is not believed: the process must exist, be no zombie, be `postgres`, and name this
    folder among its arguments. Half-written files and numbers that meanwhile belong to others count as dead.
    """
    lines = _pid_file_lines(data)
    if not lines[0].strip().isdigit():
        return None
    process = _postgres_of(int(lines[0]), data)
    sockets = Path(lines[4]) if len(lines) > 4 and lines[4] else None
    return Postmaster(process, sockets) if process else None


def _pid_file_lines(data: Path) -> list[str]:
    try:
        return os.fsdecode((data / "postmaster.pid").read_bytes()).split("\n")
    except OSError:
        return [""]


def _postgres_of(pid: int, data: Path) -> psutil.Process | None:
    try:
        process = psutil.Process(pid)
        if process.status() == psutil.STATUS_ZOMBIE:
            _reap(pid)
            return None
        if process.name() != "postgres":
            return None
        folders = [argument for argument in process.cmdline()[1:] if argument.startswith("/")]
    except (psutil.Error, OverflowError):
        return None
    return process if any(os.path.realpath(folder) == str(data) for folder in folders) else None


def _reap(pid: int) -> None:
    """Take leave of a dead child of our own; others' dead children are their affair."""
    with suppress(ChildProcessError):
        os.waitpid(pid, os.WNOHANG)


def sweep(data: Path, sockets: Path) -> None:
    """Remove what a dead server left: its surviving processes, its lock file, its socket. Only under the gate.

    A survivor (a long query does not notice the death) would keep the shared memory, and a new server refuses to start.
    """
    _end(list(_orphans(data)))
    (data / "postmaster.pid").unlink(missing_ok=True)
    for leftover in sockets.glob(".s.PGSQL.*"):
        leftover.unlink(missing_ok=True)


def _orphans(data: Path) -> Iterator[psutil.Process]:
    for process in psutil.process_iter(["name", "cwd"]):
        if process.info["name"] == "postgres" and process.info["cwd"] == str(data):
            yield process


def _end(orphans: list[psutil.Process]) -> None:
    for number in (signal.SIGTERM, signal.SIGQUIT):
        for process in orphans:
            with suppress(psutil.Error):
                process.send_signal(number)
        until = time.monotonic() + _PATIENCE_WITH_ORPHANS
        while orphans and time.monotonic() < until:
            orphans = [process for process in orphans if _still_there(process)]
            time.sleep(0.02)


def _still_there(process: psutil.Process) -> bool:
    with suppress(psutil.Error):
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    return False
