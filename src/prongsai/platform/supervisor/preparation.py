"""Is everything made already that is made before the first page? Asking takes a twentieth of making it again.

The note in the state folder tells of what it was made: the files of the program, the installed packages, and the
migrations that the database itself says it has. A restored or changed database, an update or an edited file differ, and
all is made again.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psycopg

import prongsai
from prongsai.platform.cluster import Server

NOTE = ".prepared"
STATIC = "static"
_MIGRATIONS = "SELECT string_agg(app || name || applied, ',' ORDER BY id) FROM django_migrations"


def is_prepared(state: Path, server: Server) -> bool:
    """Tell whether tables and page files are of exactly this program and this database."""
    with suppress(OSError):
        return (state / STATIC).is_dir() and (state / NOTE).read_text("utf-8") == _made_of(server)
    return False


def forget_preparation(state: Path) -> None:
    """Take the note away before anything is changed: what is killed midway is done again."""
    (state / NOTE).unlink(missing_ok=True)


def note_preparation(state: Path, server: Server) -> None:
    """Note of what everything was just made; nothing where that cannot be told."""
    sign = _made_of(server)
    if sign:
        half = state / f"{NOTE}.new"
        half.write_text(sign, "utf-8")
        half.replace(state / NOTE)


def _made_of(server: Server) -> str:
    migrations = _migrations(server)
    if not migrations:
        return ""
    parts = [migrations, *_packages(), *_files(Path(prongsai.__file__).parent)]
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogateescape")).hexdigest()


def _migrations(server: Server) -> str:
    try:
        with psycopg.connect(server.address("owner")) as connection:
            row = connection.execute(_MIGRATIONS).fetchone()
    except psycopg.errors.UndefinedTable:
        return ""
    return str(row[0] or "") if row else ""


def _packages() -> list[str]:
    """Give the names of the installed packages, which carry their versions."""
    shelf = Path(psycopg.__file__).parent.parent
    return sorted(path.name for path in shelf.glob("*.dist-info"))


def _files(package: Path) -> Iterator[str]:
    for folder, folders, names in os.walk(package):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            facts = Path(folder, name).stat()
            yield f"{folder}/{name} {facts.st_size} {facts.st_mtime_ns}"
