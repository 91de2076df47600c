"""Installations for tests of back-ups: a database by name on the server for tests, and a state folder beside it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from django.db import connection
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

from cast import Office, make_twins
from log_of_deeds import do
from prongsai.platform.audit import services
from prongsai.platform.audit.whole import verify_installation
from prongsai.platform.backup.installed import migrate
from prongsai.platform.backup.snapshot import counts_of
from prongsai.platform.cluster import Server

MODEL = "office"
MADE_ANEW = ("audit_line", "procrastinate_workers")
"""Tables in which a restore itself writes."""


@dataclass
class Place:
    """One installation: a database of the server for tests, and its state folder."""

    server: Server
    state: Path
    database: str

    @property
    def backups(self) -> Path:
        return self.state / "backups"

    def asked(self, question: str, role: str = "admin") -> list[tuple[object, ...]]:
        """Ask the database in plain SQL."""
        with psycopg.connect(self.server.address(role, self.database)) as own:
            cursor = own.execute(question)
            return cursor.fetchall() if cursor.description else []

    def content(self) -> dict[str, str]:
        """Give a hash of the content of every table, but for those in which a restore writes."""
        with psycopg.connect(self.server.address("admin", self.database)) as own:
            return {name: _content(own, name) for name in counts_of(own) if name not in MADE_ANEW}

    def troubles(self) -> list[str]:
        """Verify the log with its signed heads."""
        found, _names = verify_installation(self.server.address("backup", self.database), self.state)
        return [trouble.code for trouble in found.troubles]


def _content(own: psycopg.Connection, table: str) -> str:
    rows = own.execute(sql.SQL("SELECT t::text FROM {} t ORDER BY 1").format(sql.Identifier(table))).fetchall()
    return hashlib.sha256("\n".join(row for (row,) in rows).encode()).hexdigest()


class OnDatabase:
    """The server for tests, with another database as the one that is meant when none is named."""

    def __init__(self, server: Server, database: str) -> None:
        self._server, self._database = server, database
        self.accounts = server.accounts

    def address(self, account: str = "app", database: str | None = None) -> str:
        return self._server.address(account, database or self._database)


class Places:
    """Makes installations: the tables are made once, each test gets copies."""

    def __init__(self, server: Server, folder: Path) -> None:
        self._server, self._folder, self._made = server, folder, 0
        self._passing: list[str] = []
        server.ensure_database(MODEL)
        migrate(server, folder, MODEL)

    def place(self, *, empty: bool = False, kept: bool = False) -> Place:
        """Give a new installation, with tables or with nothing at all; unless it is to be kept it goes at `forget`."""
        self._made += 1
        name = f"{MODEL}_{self._made}"
        state = self._folder / name
        state.mkdir()
        if not empty:
            with self._admin() as admin:
                words = sql.SQL("CREATE DATABASE {} TEMPLATE {} OWNER prongsai_owner")
                admin.execute(words.format(sql.Identifier(name), sql.Identifier(MODEL)))
        if not kept:
            self._passing += [name, f"{name}_before"]
        return Place(self._server, state, name)

    def forget(self) -> None:
        """Remove the databases of the places made since."""
        with self._admin() as admin:
            while self._passing:
                drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
                admin.execute(drop.format(sql.Identifier(self._passing.pop())))

    def _admin(self) -> psycopg.Connection:
        return psycopg.connect(self._server.address("admin", "postgres"), autocommit=True)


@contextmanager
def inside(place: Place) -> Iterator[None]:
    """Work with Django on the database of an installation, as the application, with its own journal."""
    from django.conf import settings  # noqa: PLC0415

    told = conninfo_to_dict(place.server.address("app", place.database))
    before, state = dict(connection.settings_dict), settings.STATE
    connection.close()
    names = {"user": "USER", "host": "HOST", "port": "PORT", "dbname": "NAME"}
    connection.settings_dict.update({names[key]: str(value) for key, value in told.items() if key in names})
    settings.STATE = place.state
    services.journal.cache_clear()
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict.update(before)
        settings.STATE = state
        services.journal.cache_clear()


def content_of(office: Office) -> bytes:
    """Give the content of the one file of an office."""
    return f"เอกสารของ {office.canary}".encode()


def paper_of(place: Place, office: Office) -> Path:
    """Give where it is stored: under the hash of its content."""
    name = hashlib.sha256(content_of(office)).hexdigest()
    return place.state / "files" / str(office.agency.pk) / name[:2] / name


def settle_in(place: Place) -> tuple[Office, Office]:
    """Let two offices work in an installation: rows, deeds, files."""
    with inside(place):
        here, there = make_twins()
        for n in range(5):
            do(here, "unit.changed", thing=here.agency, figures={"n": n})
        do(there)
    for office in (here, there):
        path = paper_of(place, office)
        path.parent.mkdir(parents=True)
        path.write_bytes(content_of(office))
    return here, there
