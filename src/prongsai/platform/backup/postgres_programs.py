"""pg_dump and pg_restore, told the address in their environment, where no other user of the machine can read it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from psycopg.conninfo import conninfo_to_dict

from prongsai.ita.thai.refusal import Refused
from prongsai.platform.cluster.programs import find_programs

_VARIABLES = {
    "host": "PGHOST",
    "port": "PGPORT",
    "user": "PGUSER",
    "password": "PGPASSWORD",
    "dbname": "PGDATABASE",
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
}
NOT_KEPT = ("accounts_accountsession", "cache")
"""Tables whose rows are left out: a restore ends all sessions, and a cache fills by itself."""


def dump(address: str, snapshot: str, target: IO[bytes]) -> None:
    """Write the database of an address, as a snapshot sees it, in the custom format of pg_dump."""
    leave_out = [f"--exclude-table-data={table}" for table in NOT_KEPT]
    _run("pg_dump", ["--format=custom", f"--snapshot={snapshot}", "--no-password", *leave_out], address, target)


def restore(address: str, source: Path) -> None:
    """Fill an empty database from a dump."""
    _run(
        "pg_restore", ["--exit-on-error", "--no-password", f"--dbname={_told(address)['dbname']}", str(source)], address
    )


def is_readable(source: IO[bytes]) -> bool:
    """Tell whether a dump has a table of contents with data in it."""
    command = [find_programs().path("pg_restore"), "--list"]
    done = subprocess.run(command, stdin=source, capture_output=True, check=False)  # noqa: S603
    return done.returncode == 0 and b"TABLE DATA" in done.stdout


def major() -> int:
    """Give the major version of the programs."""
    return find_programs().major


def _run(program: str, words: Sequence[str], address: str, target: IO[bytes] | None = None) -> None:
    told = {_VARIABLES[key]: str(value) for key, value in _told(address).items() if key in _VARIABLES}
    environment = {**os.environ, **told, "LC_ALL": "C.UTF-8"}
    command = [find_programs().path(program), *words]
    done = subprocess.run(  # noqa: S603 - the programs of the installation
        command, env=environment, stdin=subprocess.DEVNULL, stdout=target, stderr=subprocess.PIPE, check=False
    )
    if done.returncode:
        reason = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
        raise Refused("DATABASE", f"{program} ทำงานไม่สำเร็จ: {' '.join(reason) or done.returncode}")


def _told(address: str) -> dict[str, object]:
    return {key: value for key, value in conninfo_to_dict(address).items() if value is not None}
