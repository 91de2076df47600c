"""Looking whether the log is still what was written: each line, each chain, and against the signed heads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import groupby
from typing import Any

import psycopg

from prongsai.platform.audit.chain import ChainLine, ChainReader, Trouble
from prongsai.platform.audit.heads import Head
from prongsai.platform.audit.witnesses import Witnesses, witnesses_of

JUST_NOW = timedelta(seconds=60)
"""Between the commit and the signature lies a moment: a younger line without a head is new, an older one a trouble."""
_LINES = """
SELECT COALESCE(agency_id, 0), seq, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
       actor, action, thing, figures, previous, hash, clock_went_back
FROM audit_line {of_chain} ORDER BY COALESCE(agency_id, 0), seq
"""
_AT_ONCE = 5_000


@dataclass(slots=True)
class Verification:
    """What was found. Without `troubles` the log is what was written.

    `fresh` counts lines so new that no head is signed yet; `late` and `restored` are heads that a person may want to
    know of: lines signed after an interruption, and chains that a restore set back.
    """

    lines: int = 0
    ends: dict[int, tuple[int, str]] = field(default_factory=dict)
    troubles: list[Trouble] = field(default_factory=list)
    fresh: int = 0
    late: list[Head] = field(default_factory=list)
    restored: list[Head] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.troubles


def verify(
    connection: psycopg.Connection[Any], heads: list[Head], *, now: datetime, chain: int | None = None
) -> Verification:
    """Compare the log with the signed heads, read before it: all chains, or one.

    The connection sees what its role may: that of back-ups everything, the application the agency that speaks. It must
    be inside a transaction. A million lines need some seconds and little memory.
    """
    found = Verification()
    wanted = [head for head in heads if chain is None or head.chain == chain]
    found.troubles += [Trouble("forged", head.chain, head.last) for head in wanted if not head.genuine]
    known = witnesses_of(wanted)
    young = (now - JUST_NOW).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")
    for number, lines in groupby(_lines(connection, chain), key=lambda line: line.chain):
        _follow(number, lines, known.pop(number, Witnesses()), young, found)
    for number, witnesses in known.items():
        _follow(number, (), witnesses, young, found)
    return found


def _follow(chain: int, lines: Iterable[ChainLine], witnesses: Witnesses, young: str, found: Verification) -> None:
    reader = ChainReader(chain)
    last_hash = b""
    found.troubles += [Trouble("rewritten", chain, seq) for seq in witnesses.contradictions]
    for line in lines:
        found.troubles += reader.read(line)
        found.lines += 1
        last_hash = line.hash
        if line.seq in witnesses.hashes and witnesses.hashes[line.seq] != line.hash.hex():
            found.troubles.append(Trouble("rewritten", chain, line.seq))
        if not witnesses.cover(line.seq):
            if line.at < young:
                found.troubles.append(Trouble("unwitnessed", chain, line.seq))
            else:
                found.fresh += 1
    if reader.seq < witnesses.end:
        found.troubles.append(Trouble("cut", chain, reader.seq + 1))
    found.ends[chain] = (reader.seq, last_hash.hex())
    found.late += witnesses.late
    found.restored += witnesses.restored


def _lines(connection: psycopg.Connection[Any], chain: int | None) -> Iterator[ChainLine]:
    of_chain = "" if chain is None else "WHERE COALESCE(agency_id, 0) = %s"
    with psycopg.ServerCursor(connection, "audit_lines") as cursor:
        cursor.itersize = _AT_ONCE
        cursor.execute(_LINES.format(of_chain=of_chain), None if chain is None else [chain])
        yield from map(ChainLine._make, cursor)
