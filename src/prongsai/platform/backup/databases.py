"""Databases beside the one in use: made, filled, and put in its place in one step."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from psycopg import sql

from prongsai.ita.thai.refusal import Refused
from prongsai.platform.cluster import APP, BACKUP, OWNER, Server

NEXT, BEFORE = "_next", "_before"
"""What stands behind the name of a database that is being made, and of the one it took the place of."""


def refuse_outside(server: Server) -> None:
    """Refuse OUTSIDE for a server that is somebody else's: only who runs it may make and swap databases there."""
    if "admin" not in server.accounts:
        raise Refused(
            "OUTSIDE",
            "ฐานข้อมูลอยู่บนเซิร์ฟเวอร์ภายนอก (DATABASE_URL) งานนี้ต้องให้ผู้ดูแลเซิร์ฟเวอร์นั้นทำ ไฟล์สำรองใช้กับ pg_restore ได้",
        )


@contextmanager
def beside(server: Server, database: str, *, copied: bool = False) -> Iterator[str]:
    """Make a database beside another, empty or as its copy, and give its name.

    Where the block fails, or `swap` did not take it over, it is removed: the one in use was never touched.
    """
    fresh = database + NEXT
    with _admin(server) as connection:
        _drop(connection, fresh)
        if copied:
            _end_connections(connection, database)
            words = sql.SQL("CREATE DATABASE {} TEMPLATE {} OWNER {}")
            connection.execute(words.format(sql.Identifier(fresh), sql.Identifier(database), sql.Identifier(OWNER)))
            _copy_rights(connection, fresh)
    if not copied:
        server.ensure_database(fresh)
    try:
        yield fresh
    finally:
        with _admin(server) as connection:
            _drop(connection, fresh)


def swap(server: Server, database: str) -> None:
    """Put the database made by `beside` in the place of the one in use; that one is kept under the name `_before`.

    Both names change in one transaction: after a power cut it is either as before or done.
    """
    with _admin(server) as connection:
        _drop(connection, database + BEFORE)
        _end_connections(connection, database)
        with connection.transaction():
            rename = sql.SQL("ALTER DATABASE {} RENAME TO {}")
            if _exists(connection, database):
                connection.execute(rename.format(sql.Identifier(database), sql.Identifier(database + BEFORE)))
            connection.execute(rename.format(sql.Identifier(database + NEXT), sql.Identifier(database)))


@contextmanager
def _admin(server: Server) -> Iterator[psycopg.Connection]:
    with psycopg.connect(server.address("admin", "postgres"), autocommit=True) as connection:
        yield connection


def _drop(connection: psycopg.Connection, name: str) -> None:
    connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def _exists(connection: psycopg.Connection, name: str) -> bool:
    return connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is not None


def _end_connections(connection: psycopg.Connection, name: str) -> None:
    connection.execute(
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = %s AND pid <> pg_backend_pid()",
        [name],
    )


def _copy_rights(connection: psycopg.Connection, name: str) -> None:
    database = sql.Identifier(name)
    connection.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(database))
    for role in (APP, BACKUP):
        connection.execute(sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(database, sql.Identifier(role)))
