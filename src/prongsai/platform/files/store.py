"""The folder of contents: each under the SHA-256 of its bytes, in a folder of its agency.

Equal contents of two agencies are kept twice. Shared, one agency could find out (by the space taken, the time a
deletion frees, or the speed of an answer) that another has a certain paper; apart, an agency's files can be backed up,
handed over and removed by themselves. No Django.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_UNFINISHED = ".part"


class DamagedError(Exception):
    """A content is missing, or is no longer what it was."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A file found in the folder: its content's name (empty for an unfinished one), seconds since it was written."""

    path: Path
    sha256: str
    age: float


@dataclass(frozen=True, slots=True)
class Store:
    """The contents below one folder."""

    folder: Path

    def path(self, agency: int, sha256: str) -> Path:
        """Give where a content lies, there or not."""
        return self.folder / str(agency) / sha256[:2] / sha256

    def put(self, agency: int, data: bytes) -> str:
        """Write a content so that it survives a pulled plug, and give its SHA-256.

        First under another name, flushed to the disk, then renamed, then the folder is flushed too: there is never half
        a content under its name. Raises OSError where the disk is full; nothing is left then.
        """
        sha256 = hashlib.sha256(data).hexdigest()
        path = self.path(agency, sha256)
        _make_folder(path.parent)
        if self.is_whole(agency, sha256):
            os.utime(path)  # young again: the remover of orphans leaves it alone
            return sha256
        unfinished = path.with_name(f"{secrets.token_hex(8)}{_UNFINISHED}")
        try:
            _write(unfinished, data)
            unfinished.replace(path)
        except OSError:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
            raise
        _flush_folder(path.parent)
        return sha256

    def read(self, agency: int, sha256: str) -> bytes:
        """Give a content after looking whether it is still what it was. Raises DamagedError."""
        try:
            data = self.path(agency, sha256).read_bytes()
        except OSError as error:
            raise DamagedError(sha256) from error
        if hashlib.sha256(data).hexdigest() != sha256:
            raise DamagedError(sha256)
        return data

    def is_whole(self, agency: int, sha256: str) -> bool:
        """Say whether a content is there and still what it was."""
        try:
            self.read(agency, sha256)
        except DamagedError:
            return False
        return True

    def holds(self, agency: int, sha256: str, size: int) -> bool:
        """Say whether a content is there with its size, without reading it."""
        try:
            return self.path(agency, sha256).stat().st_size == size
        except OSError:
            return False

    def kept(self, agency: int) -> Iterator[Kept]:
        """Give all that lies in the folder of an agency."""
        now = time.time()
        for path in sorted((self.folder / str(agency)).glob("??/*")):
            with suppress(OSError):
                name = "" if path.suffix == _UNFINISHED else path.name
                yield Kept(path, name, now - path.stat().st_mtime)


def _make_folder(folder: Path) -> None:
    """Make a folder and those above it, readable by the own account alone, each flushed into the one above."""
    if folder.is_dir():
        return
    _make_folder(folder.parent)
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    _flush_folder(folder.parent)


def _write(path: Path, data: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows cannot open folders
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
