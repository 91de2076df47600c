"""Recording a deed of the installation from a command that runs without Django: back-up, restore, update."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

import psycopg

from prongsai.platform.audit.chain import INSTALLATION, canonical
from prongsai.platform.audit.heads import Head, Kind
from prongsai.platform.audit.journal import Journal, head_now


def record_outside(
    address: str, journal: Journal, *, actor: str, action: str, figures: Mapping[str, int | str]
) -> None:
    """Record a deed in the chain of the installation, as the application, and sign its head."""
    with psycopg.connect(address) as connection:
        connection.execute("SELECT set_config('prongsai.agency', %s, true)", [str(INSTALLATION)])
        words = [actor, action, "", canonical(dict(figures))]
        row = connection.execute("SELECT audit_write(%s, %s, %s, %s)", words).fetchone()
        connection.commit()
        ticket = row[0] if row else 0
        lines = connection.execute("SELECT seq, hash FROM audit_witnessed(%s, %s)", [[ticket], INSTALLATION]).fetchall()
    journal.add(head_now(INSTALLATION, seq, seq, bytes(line_hash)) for seq, line_hash in lines)


def set_chains_anew(journal: Journal, ends: Mapping[int, tuple[int, str]]) -> None:
    """Say in the journal that a restore has set chains to these ends (last line and hash; 0 and "" for none)."""
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    journal.add(
        Head(chain, min(1, last), last, line_hash, now, Kind.RESTORED) for chain, (last, line_hash) in ends.items()
    )
