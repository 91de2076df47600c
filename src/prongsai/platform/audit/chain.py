"""The arithmetic of the chain: what is hashed, and what is wrong with a row of lines. No database, no clock."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

INSTALLATION = 0
"""The chain of deeds that belong to no agency. An agency's chain has the agency's number."""
BEGINNING = bytes(32)
"""What the first line of a chain has for the hash of the line before it."""


class ChainLine(NamedTuple):
    """One line, as it stands in the database. `at` is UTC with microseconds (`2026-11-20T07:52:13.000001Z`)."""

    chain: int
    seq: int
    at: str
    actor: str
    action: str
    thing: str
    figures: str
    previous: bytes
    hash: bytes
    clock_went_back: bool


def body_of(line: ChainLine) -> str:
    """Give what is hashed: canonical JSON, keys in alphabetical order, no blanks. It never changes (see README).

    All texts are ASCII without quotes or backslashes, which the database holds to; `figures` is canonical JSON itself.
    """
    return (
        f'{{"action":"{line.action}","actor":"{line.actor}","at":"{line.at}","chain":{line.chain},'
        f'"figures":{line.figures},"previous":"{line.previous.hex()}","seq":{line.seq},"thing":"{line.thing}"}}'
    )


def hash_of(line: ChainLine) -> bytes:
    """Give the hash that a line must have: SHA-256 of its body."""
    return hashlib.sha256(body_of(line).encode()).digest()


def canonical(figures: object) -> str:
    """Write figures as canonical JSON: sorted keys, no blanks, ASCII."""
    return json.dumps(figures, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that does not agree. `code` is one of TROUBLES, `seq` the line (0: the chain as a whole)."""

    code: str
    chain: int
    seq: int


TROUBLES = (
    "changed",  # the content of a line does not give its hash
    "loose",  # a line does not continue the one before it
    "gap",  # lines are missing before this one
    "doubled",  # a number stands twice or out of order
    "clock",  # the mark of a clock that went back is wrong
    "cut",  # a signed head tells of a line that is not there
    "rewritten",  # a signed head has another hash for this line
    "unwitnessed",  # no signed head covers this line, and it is not new
    "forged",  # a signed head has a wrong signature
)


class ChainReader:
    """Follows one chain line by line, in order of `seq`, and tells what is wrong with each line."""

    def __init__(self, chain: int) -> None:
        self.chain = chain
        self.seq = 0
        self._hash = BEGINNING
        self._at = ""

    def read(self, line: ChainLine) -> Iterator[Trouble]:
        """Take the next line; its faults, none for a sound one."""
        if line.seq != self.seq + 1:
            yield Trouble("gap" if line.seq > self.seq else "doubled", self.chain, line.seq)
        elif line.previous != self._hash:
            yield Trouble("loose", self.chain, line.seq)
        if hash_of(line) != line.hash:
            yield Trouble("changed", self.chain, line.seq)
        if line.clock_went_back != (line.at < self._at):
            yield Trouble("clock", self.chain, line.seq)
        self.seq, self._hash, self._at = line.seq, line.hash, line.at


def read_chain(chain: int, lines: Iterable[ChainLine]) -> list[Trouble]:
    """Give all that is wrong with a chain by itself, without its signed heads."""
    reader = ChainReader(chain)
    return [trouble for line in lines for trouble in reader.read(line)]
