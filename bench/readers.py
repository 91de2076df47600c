"""Readers of a site: each opens connections of its own, asks, and takes the time until the last byte."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass

LONGEST = 30.0


@dataclass(frozen=True, slots=True)
class Read:
    """What came of some readers: seconds of each page with all that belongs to it, failures, seconds in all."""

    seconds: tuple[float, ...]
    failed: int
    whole: float

    @property
    def pages_a_second(self) -> float:
        """Pages that were read in a second."""
        return len(self.seconds) / self.whole


def read_pages(port: int, pages: Sequence[Sequence[str]], at_once: int) -> Read:
    """Let one reader after the other come, so many at once; each asks for the paths of a page, one after the other.

    No connection is used twice: so it is with readers who come from a search engine for one page.
    """
    return asyncio.run(_read(port, pages, at_once))


async def _read(port: int, pages: Sequence[Sequence[str]], at_once: int) -> Read:
    seconds: list[float] = []
    waiting = iter(pages)
    failed = 0

    async def one_after_the_other() -> None:
        nonlocal failed
        for paths in waiting:
            begun = time.perf_counter()
            try:
                for path in paths:
                    await asyncio.wait_for(_ask(port, path), LONGEST)
            except (OSError, ValueError, TimeoutError):
                failed += 1
            else:
                seconds.append(time.perf_counter() - begun)

    begun = time.perf_counter()
    await asyncio.gather(*(one_after_the_other() for _ in range(at_once)))
    return Read(tuple(seconds), failed, time.perf_counter() - begun)


async def _ask(port: int, path: str) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
        answer = await reader.read(-1)
    finally:
        writer.close()
    if b" 200 " not in answer[:20]:
        raise ValueError(answer[:60])
