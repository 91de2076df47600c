"""Throws spoilt files at one parser for a while: none may crash it, hang it, or make it write."""

from __future__ import annotations

import json
import os
import selectors
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from fuzz.mutations import spoilt
from fuzz.seeds import seeds
from fuzz.worker import HEAD

FEWEST = 10
HANGS_AFTER = 30.0
"""Seconds that one file may take, on a machine that is shared."""


@dataclass
class Outcome:
    """What a campaign met: how many files ended how, and the files that must be looked at with what happened."""

    endings: Counter[str] = field(default_factory=Counter)
    failures: list[tuple[str, bytes]] = field(default_factory=list)

    @property
    def tried(self) -> int:
        return sum(self.endings.values())


class Reader:
    """A worker that reads file after file; when it dies or hangs, the next file gets a new one."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def ending(self, kind: str, data: bytes) -> tuple[str, str]:
        process = self._process = self._process or self._started()
        assert process.stdin and process.stdout
        try:
            process.stdin.write(HEAD.pack(len(kind), len(data)) + kind.encode() + data)
            process.stdin.flush()
            with selectors.DefaultSelector() as ready:
                ready.register(process.stdout, selectors.EVENT_READ)
                line = process.stdout.readline() if ready.select(HANGS_AFTER) else None
        except BrokenPipeError:
            line = b""
        if line:
            how, what = json.loads(line)
            return how, what
        how = "hung" if line is None else "died"
        return how, f"exit {self.stop()}" if how == "died" else f"{self.stop()}"

    def stop(self) -> int:
        process, self._process = self._process, None
        if process is None:
            return 0
        assert process.stdin and process.stdout
        code = process.poll()
        process.kill()
        process.wait()
        process.stdin.close()
        process.stdout.close()
        return code if code is not None else process.returncode

    def _started(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-B", "-m", "fuzz.worker"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0,
            cwd=Path(__file__).parent.parent, stderr=subprocess.DEVNULL, env=os.environ | {"PYTHAINLP_READ_ONLY": "1"},
        )  # fmt: skip


def campaign(kind: str, seconds: float, seed: int) -> Outcome:
    """Throw spoilt files of a kind for some seconds, ten at least; the same seed gives the same files."""
    chance = Random(seed)
    outcome = Outcome()
    reader = Reader()
    end = time.monotonic() + seconds
    try:
        for data in seeds()[kind]:  # sound files first: they must be read, or refused with good reason
            note(outcome, reader.ending(kind, data), data)
        tried = 0
        while time.monotonic() < end or tried < FEWEST:
            tried += 1
            data = spoilt(chance.choice(seeds()[kind]), seeds()[kind], chance)
            note(outcome, reader.ending(kind, data), data)
    finally:
        reader.stop()
    return outcome


def note(outcome: Outcome, ending: tuple[str, str], data: bytes) -> None:
    how, what = ending
    outcome.endings[how if how != "refused" else f"refused {what}"] += 1
    if how not in ("read", "refused"):
        outcome.failures.append((f"{how}: {what}", data))
