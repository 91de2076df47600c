"""Addresses of the database: `postgresql://` with the folder of the socket, and the outside server that replaces it."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

ADMIN = "prongsai_admin"
OWNER = "prongsai_owner"
APP = "prongsai_app"
BACKUP = "prongsai_backup"
DATABASE = "prongsai"

ROLES = {"admin": ADMIN, "owner": OWNER, "app": APP, "backup": BACKUP}
VARIABLES = {"app": "DATABASE_URL", "owner": "DATABASE_OWNER_URL", "backup": "DATABASE_BACKUP_URL"}


def address(sockets: Path, role: str, database: str) -> str:
    """Give the address of a database for a role of the database, through a socket folder of any name."""
    return f"postgresql://{quote(role)}@{quote(os.fsencode(sockets), safe='')}:5432/{quote(database)}"


def outside_addresses() -> dict[str, str] | None:
    """Give the addresses of another server by account (`app`, `owner`, `backup`), or None where none is named.

    Whoever serves pages is told DATABASE_URL alone; changing tables needs DATABASE_OWNER_URL, because that account owns
    nothing; DATABASE_BACKUP_URL may be missing where the provider of the server makes the back-ups.
    """
    given = {account: os.environ[name] for account, name in VARIABLES.items() if os.environ.get(name)}
    return given or None


def with_database(url: str, database: str | None) -> str:
    """Give an address with another database in it."""
    if database is None:
        return url
    return urlunsplit(urlsplit(url)._replace(path=f"/{quote(database)}"))
