"""For tests that start, kill and count processes."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil


@contextmanager
def open_folder(name: str = "state") -> Iterator[Path]:
    """Give a folder that does not exist yet, in a place that every account can reach, as a clone often is."""
    above = Path(tempfile.mkdtemp(prefix="prongsai-place-", dir=_quick_folder()))
    above.chmod(0o755)
    try:
        yield above / name
    finally:
        end_all(above)
        shutil.rmtree(above, ignore_errors=True)


def _quick_folder() -> Path | None:
    """Give a roomy folder in memory, where there is one: making a cluster there takes a quarter of the time."""
    memory = Path("/dev/shm")
    return memory if memory.is_dir() and shutil.disk_usage(memory).free > 2_000_000_000 else None


def until(condition: Callable[[], object], seconds: float = 15.0) -> bool:
    """Wait for a condition; tell whether it came true."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def servers_of(folder: Path) -> list[psutil.Process]:
    """Give the processes of a PostgreSQL whose data lie somewhere in a folder."""
    return [p for p in psutil.process_iter(["name", "cwd"]) if _works_in(p, folder)]


def _works_in(process: psutil.Process, folder: Path) -> bool:
    return process.info["name"] == "postgres" and str(process.info["cwd"]).startswith(str(folder))


def all_of(state: Path) -> list[psutil.Process]:
    """Give everything that belongs to an installation: its server, and who was told this state folder."""
    told = [process for process in psutil.process_iter() if _was_told(process, state)]
    return [*servers_of(state), *told]


def _was_told(process: psutil.Process, state: Path) -> bool:
    with suppress(psutil.Error):
        return process.pid != os.getpid() and process.environ().get("PRONGSAI_STATE") == str(state)
    return False


def end_all(folder: Path) -> None:
    """End what a failed test left."""
    for process in servers_of(folder):
        with suppress(psutil.Error):
            process.kill()


def psql_as(uid: int, address: str, programs: Path) -> subprocess.CompletedProcess[str]:
    """Try to use a database from another account of the operating system."""
    return subprocess.run(
        [programs / "psql", "-X", "-c", "SELECT 1", address],
        user=uid, group=uid, extra_groups=[], cwd="/", env={}, capture_output=True, text=True, check=False,
    )  # fmt: skip
