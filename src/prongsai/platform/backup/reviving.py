"""What a restore must not bring back to life: ways in of then, and messages that waited."""

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


def keep_switched_off(server: Server, present: str, restored: str) -> int:
    """Switch off in a restored database the accounts that are off in the present one; give how many that are.

    Somebody who left since must not get in again with the passphrase of then. Where the present database cannot be
    asked, or knows no accounts, nothing is switched off.
    """
    try:
        with psycopg.connect(server.address("admin", present)) as now:
            off = now.execute("SELECT id, username FROM accounts_user WHERE NOT is_active").fetchall()
    except psycopg.Error:  # it broke, which is why somebody restores
        return 0
    with psycopg.connect(server.address("admin", restored)) as then:
        statement = "UPDATE accounts_user SET is_active = false WHERE id = %s AND username = %s AND is_active"
        return sum(then.execute(statement, account).rowcount for account in off)
