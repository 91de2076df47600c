"""The roles of the database and the databases themselves, made where they are missing."""

from __future__ import annotations

import psycopg
from psycopg import sql

from prongsai.platform.cluster.address import APP, BACKUP, OWNER

_ATTRIBUTES = {
    OWNER: "LOGIN",
    APP: "LOGIN NOINHERIT",
    BACKUP: "LOGIN BYPASSRLS IN ROLE pg_read_all_data",
}


def ensure_roles(admin_address: str, *, test: bool) -> None:
    """Make the three roles, where they are missing.

    `prongsai_owner` owns and migrates, `prongsai_app` serves and owns nothing, `prongsai_backup` reads everything.
    Tests make and drop databases, so there the owner may too.
    """
    with psycopg.connect(admin_address, autocommit=True) as connection:
        there = {name for (name,) in connection.execute("SELECT rolname FROM pg_roles")}
        for role, attributes in _ATTRIBUTES.items():
            if role not in there:
                more = "CREATEDB " if test and role == OWNER else ""
                words = sql.SQL("CREATE ROLE {} " + more + attributes)
                connection.execute(words.format(sql.Identifier(role)))


def ensure_database(admin_address: str, name: str) -> None:
    """Make a database that `prongsai_owner` owns and nobody but the three roles may enter."""
    with psycopg.connect(admin_address, autocommit=True) as connection:
        if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            return
        database, owner = sql.Identifier(name), sql.Identifier(OWNER)
        connection.execute(sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE template0").format(database, owner))
        connection.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(database))
        for role in (APP, BACKUP):
            connection.execute(sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(database, sql.Identifier(role)))
