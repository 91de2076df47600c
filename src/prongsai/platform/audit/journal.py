"""The journal of signed heads: a file outside the database, to which every commit adds one line."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from prongsai.platform.audit.heads import Head, Kind, read_head, write_head
from prongsai.platform.audit.signing import Signer

NAME, LOCK = "heads", ".heads.lock"


class Journal:
    """The journal in a folder. Any number of processes may add to it at once.

    A line is written with one call and begins with its line break, so that the torn rest of a killed writer spoils no
    other line. It is not waited for on the disk: what a power cut takes is signed again, as late, at the next start.
    """

    def __init__(self, folder: Path) -> None:
        self._signer = Signer(folder)
        self._folder = folder

    @property
    def signer(self) -> Signer:
        """The key that signs here."""
        return self._signer

    def add(self, heads: Iterable[Head]) -> None:
        """Sign heads and add them. Raises OSError where the disk is full."""
        lines = "".join(f"\n{write_head(head, self._signer)}" for head in heads)
        with self._held(fcntl.LOCK_SH):
            descriptor = os.open(self._folder / NAME, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            try:
                os.write(descriptor, lines.encode("ascii"))
            finally:
                os.close(descriptor)

    def read(self) -> list[Head]:
        """Give all heads, in the order in which they were added."""
        return [head for line in self._lines() if (head := read_head(line, self._signer))]

    def gather(self) -> None:
        """Put the heads of one chain and one day together where they follow each other.

        Nothing is lost: a later head holds all earlier lines. What is not genuine stays as it is, to be told of.
        """
        with self._held(fcntl.LOCK_EX):
            lines = [line for line in self._lines() if line]
            fresh = self._folder / f"{NAME}.{os.getpid()}"
            descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "w", encoding="ascii") as stream:
                stream.writelines(f"\n{line}" for line in _gathered(lines, self._signer))
                stream.flush()
                os.fsync(stream.fileno())
            fresh.replace(self._folder / NAME)

    def _lines(self) -> list[str]:
        path = self._folder / NAME
        return path.read_text("ascii", errors="replace").split("\n") if path.exists() else []

    @contextmanager
    def _held(self, mode: int) -> Iterator[None]:
        descriptor = os.open(self._folder / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(descriptor, mode)
            yield
        finally:
            os.close(descriptor)


def head_now(chain: int, first: int, last: int, line_hash: bytes, kind: Kind = Kind.SEEN) -> Head:
    """Make a head of this moment."""
    return Head(chain, first, last, line_hash.hex(), datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), kind)


def _gathered(lines: list[str], signer: Signer) -> list[str]:
    """Give the lines of the journal, those of a chain, a day and a kind that follow each other as one."""
    kept: list[str | Head] = []
    open_at: dict[int, int] = {}
    for line in lines:
        head = read_head(line, signer)
        if head is None or not head.genuine:
            kept.append(line)
            continue
        place = open_at.get(head.chain)
        earlier = kept[place] if place is not None else None
        if place is not None and isinstance(earlier, Head) and _follows(head, earlier):
            kept[place] = head._replace(first=earlier.first)
            continue
        open_at[head.chain] = len(kept)
        kept.append(head)
    return [entry if isinstance(entry, str) else write_head(entry, signer) for entry in kept]


def _follows(head: Head, earlier: Head) -> bool:
    same_day = head.at[:10] == earlier.at[:10]
    return same_day and head.kind is earlier.kind is Kind.SEEN and head.first == earlier.last + 1
