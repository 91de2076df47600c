"""Verifying the log of a whole installation from outside Django: for the command line and before a back-up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import psycopg

from prongsai.ita.thai.refusal import Refused
from prongsai.platform.audit.chain import INSTALLATION, Trouble
from prongsai.platform.audit.journal import Journal
from prongsai.platform.audit.verifying import Verification, verify

FOLDER = "audit"
"""Where key and journal lie inside the state folder."""
_SHORTEST_HASH = 16


def verify_installation(address: str, state: Path, marks: Sequence[str] = ()) -> tuple[Verification, dict[int, str]]:
    """Verify all chains, as the role of back-ups, and printed marks (`chain:line:hash`); with the agencies' names.

    Refuses MARK for a mark that cannot be read, DATABASE where there is no log yet.
    """
    wanted = [_read_mark(mark) for mark in marks]
    heads = Journal(state / FOLDER).read()
    with psycopg.connect(address) as connection:
        connection.read_only = True
        try:
            names: dict[int, str] = dict(connection.execute("SELECT id, name FROM agency_agency").fetchall())
            found = verify(connection, heads, now=datetime.now(UTC))
        except psycopg.errors.UndefinedTable as error:
            raise Refused("DATABASE", "ฐานข้อมูลยังไม่มีบันทึกการทำรายการ โปรดสั่ง prongsai run ก่อน") from error
        for chain, seq, beginning in wanted:
            if not _stands(connection, chain, seq, beginning):
                found.troubles.append(Trouble("rewritten", chain, seq))
    return found, {INSTALLATION: "", **names}


def _read_mark(mark: str) -> tuple[int, int, str]:
    parts = mark.strip().lower().split(":")
    if len(parts) == 3 and parts[0].isdecimal() and parts[1].isdecimal() and len(parts[2]) >= _SHORTEST_HASH:
        return int(parts[0]), int(parts[1]), parts[2]
    raise Refused("MARK", f"อ่านรหัสสำหรับเทียบไม่ได้: {mark} โปรดพิมพ์ตามใบลายเซ็นกำกับให้ครบ", value=mark)


def _stands(connection: psycopg.Connection, chain: int, seq: int, beginning: str) -> bool:
    question = "SELECT encode(hash, 'hex') FROM audit_line WHERE COALESCE(agency_id, 0) = %s AND seq = %s"
    row = connection.execute(question, [chain, seq]).fetchone()
    return row is not None and row[0].startswith(beginning)
