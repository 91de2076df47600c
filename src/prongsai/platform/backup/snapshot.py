"""One moment of the database: what pg_dump writes, the counts and the ends of the chains are of the same."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psycopg
from psycopg import sql

from prongsai.ita.thai.refusal import Refused
from prongsai.platform.backup.postgres_programs import NOT_KEPT

_TABLES = (
    "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relispartition"
    " AND relnamespace = 'public'::regnamespace ORDER BY relname"
)
_ENDS = (
    "SELECT DISTINCT ON (COALESCE(agency_id, 0)) COALESCE(agency_id, 0), seq, encode(hash, 'hex')"
    " FROM audit_line ORDER BY COALESCE(agency_id, 0), seq DESC"
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of the database. `snapshot` is its name for pg_dump while the moment is held."""

    snapshot: str
    major: int
    migrations: dict[str, list[str]]
    tables: dict[str, int]
    chains: dict[int, tuple[int, str]]


@contextmanager
def moment_of(address: str) -> Iterator[Moment]:
    """Hold a moment of a database, as a role that sees everything. Refuses DATABASE where there are no tables yet."""
    with psycopg.connect(address) as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        row = connection.execute("SELECT pg_export_snapshot()").fetchone()
        assert row is not None
        try:
            migrations = migrations_of(connection)
            chains = {chain: (last, line_hash) for chain, last, line_hash in connection.execute(_ENDS)}
        except psycopg.errors.UndefinedTable as error:
            raise Refused("DATABASE", "ฐานข้อมูลยังไม่มีข้อมูลให้สำรอง โปรดสั่ง prongsai run ก่อน") from error
        major = connection.info.server_version // 10_000
        yield Moment(row[0], major, migrations, counts_of(connection), chains)


def migrations_of(connection: psycopg.Connection) -> dict[str, list[str]]:
    """Give the migrations that a database has, by app, in order of their names."""
    rows = connection.execute("SELECT app, name FROM django_migrations ORDER BY app, name").fetchall()
    return {app: [name for other, name in rows if other == app] for app, _name in rows}


def counts_of(connection: psycopg.Connection) -> dict[str, int]:
    """Count the rows of every table that a back-up keeps."""
    names = [name for (name,) in connection.execute(_TABLES) if name not in NOT_KEPT]
    counts = {}
    for name in names:
        row = connection.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(name))).fetchone()
        counts[name] = row[0] if row else 0
    return counts
