"""The folder of back-ups: which are good, how old the newest is, which may go."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from prongsai.ita.thai.refusal import Refused
from prongsai.platform.backup.archive import Archive
from prongsai.platform.backup.manifest import Manifest, Scope

PREFIX, SUFFIX = "prongsai-", ".backup"
LOCK = ".prongsai-backup.lock"
BESIDE = ".half-done-"
"""How folders begin in which a dump lies while it is written or read."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A back-up in the folder; without a manifest it is no good."""

    path: Path
    manifest: Manifest | None

    @property
    def made(self) -> datetime | None:
        """When it was made, as it says itself."""
        return datetime.fromisoformat(self.manifest.made) if self.manifest else None


class Shelf:
    """A folder of back-ups of one installation."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def place_for(self, made: datetime) -> Path:
        """Give the path of a back-up made at a time."""
        return self.folder / f"{PREFIX}{made.astimezone(UTC):%Y%m%dT%H%M%S}{SUFFIX}"

    def kept(self) -> list[Kept]:
        """Give what there is, the newest name first. Only the manifest of each is looked at."""
        paths = sorted(self.folder.glob(f"{PREFIX}*{SUFFIX}"), reverse=True)
        return [Kept(path, _manifest_of(path)) for path in paths]

    def newest_good(self) -> Kept | None:
        """Give the newest that has a whole, signed manifest."""
        return next((kept for kept in self.kept() if kept.manifest), None)

    def prune(self, keep: int) -> list[Path]:
        """Remove all but the newest `keep` good ones, and what is no good and older; give what was removed."""
        good = [kept for kept in self.kept() if kept.manifest]
        if len(good) <= keep:
            return []
        oldest_kept = good[keep - 1].path.name if keep else ""
        old = [kept.path for kept in self.kept() if kept.path.name < oldest_kept]
        for path in old:
            path.unlink()
        return old

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Be the only one who makes a back-up here, and sweep what a killed one left. Refuses BACKUP."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(self.folder / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            sweep(self.folder)
            yield
        except BlockingIOError:
            raise Refused("BACKUP", f"มีการสำรองข้อมูลลงใน {self.folder} อยู่แล้ว โปรดรอให้เสร็จ") from None
        finally:
            os.close(descriptor)


def sweep(folder: Path) -> None:
    """Remove what a killed back-up or restore left half done in a folder."""
    for half in folder.glob(f".{PREFIX}*.half"):
        half.unlink()
    for beside in folder.glob(f"{BESIDE}*"):
        shutil.rmtree(beside)


def _manifest_of(path: Path) -> Manifest | None:
    try:
        with Archive(path) as archive:
            return archive.manifest if archive.manifest.scope is Scope.INSTALLATION else None
    except (Refused, OSError):
        return None
