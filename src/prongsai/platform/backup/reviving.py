"""What a restore must not bring back to life: ways in that were open, and messages that waited, when it was made."""

from __future__ import annotations

import psycopg

from prongsai.platform.cluster import Server

_CLOSED = (
    "UPDATE accounts_personallink SET withdrawn = now() WHERE withdrawn IS NULL",
    "UPDATE accounts_passphrasecode SET used = now() WHERE used IS NULL AND made IS NOT NULL",
    "UPDATE notices_sending SET state = 'unsure' WHERE state = 'waiting'",
)
"""Links and one-time codes may have been withdrawn or used since; a message may have gone out since."""


def close_what_was_open(server: Server, database: str) -> int:
    """Withdraw personal links, spend one-time codes, hold waiting messages in a restored database; give the rows."""
    with psycopg.connect(server.address("admin", database)) as own:
        return sum(own.execute(statement).rowcount for statement in _CLOSED)
