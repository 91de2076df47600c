"""What this installation's program is: its version, the migrations it has, its settings in another process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from prongsai.ita.thai.refusal import Refused
from prongsai.platform.cluster import Server

MANAGE = "prongsai.config.manage"


def manage(server: Server, state: Path, database: str, account: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command of Django in a process of its own, on a database by name, as owner or app."""
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", MANAGE, *words],
        env=environment_for(server, state, database, account),
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )


def environment_for(server: Server, state: Path, database: str, account: str) -> Mapping[str, str]:
    """Give the variables of such a process."""
    address = server.address(account, database)
    migrating = {"PRONGSAI_MIGRATING": "1", "DATABASE_OWNER_URL": address} if account == "owner" else {}
    return {**os.environ, "DATABASE_URL": address, "PRONGSAI_STATE": str(state), **migrating}


def migrate(server: Server, state: Path, database: str) -> None:
    """Bring the tables of a database up to this program. Refuses TABLES with the last line of the reason."""
    _insist(manage(server, state, database, "owner", "migrate", "--no-input", "--verbosity", "0"))
    _insist(manage(server, state, database, "owner", "createcachetable", "--verbosity", "0"))


def check(server: Server, state: Path, database: str) -> None:
    """Look whether this program can work with a database. Refuses TABLES."""
    _insist(manage(server, state, database, "owner", "migrate", "--check"))
    _insist(manage(server, state, database, "app", "check", "--database", "default"))


def known_migrations() -> dict[str, set[str]]:
    """Give the migrations that this program has, by app. Needs Django to be set up."""
    from django.db.migrations.loader import MigrationLoader  # noqa: PLC0415 the settings come first

    loader = MigrationLoader(None, ignore_no_migrations=True)
    apps: dict[str, set[str]] = {}
    for app, name in loader.disk_migrations:
        apps.setdefault(app, set()).add(name)
    return apps


def is_current(theirs: Mapping[str, Sequence[str]]) -> bool:
    """Tell whether data have every migration that this program has. Needs Django to be set up."""
    return all(names <= set(theirs.get(app, ())) for app, names in known_migrations().items())


def refuse_newer(theirs: Mapping[str, Sequence[str]], version: str) -> None:
    """Refuse VERSION where data have migrations that this program does not know: it is older than who made them."""
    known = known_migrations()
    unknown = [f"{app}.{name}" for app, names in theirs.items() for name in names if name not in known.get(app, ())]
    if unknown:
        raise Refused(
            "VERSION",
            f"ข้อมูลนี้สำรองจาก Prongsai รุ่น {version} ซึ่งใหม่กว่าโปรแกรมที่ติดตั้งอยู่ (มี {unknown[0]}) โปรดติดตั้งรุ่นใหม่ก่อนแล้วสั่งอีกครั้ง",
            value=unknown[0],
        )


def _insist(done: subprocess.CompletedProcess[str]) -> None:
    if done.returncode:
        told = (done.stderr or done.stdout).strip().splitlines()[-1:]
        raise Refused("TABLES", f"ปรับโครงสร้างฐานข้อมูลไม่สำเร็จ: {' '.join(told)}")
