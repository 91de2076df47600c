"""`prongsai update`: back up, bring a copy up to the new program, look at it, and only then use it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import psycopg

from prongsai.ita.thai.refusal import Refused
from prongsai.platform.audit.journal import Journal
from prongsai.platform.audit.outside import record_outside
from prongsai.platform.audit.whole import FOLDER as AUDIT
from prongsai.platform.backup.databases import BEFORE, beside, refuse_outside, swap
from prongsai.platform.backup.installed import check, migrate, refuse_newer
from prongsai.platform.backup.making import make_backup
from prongsai.platform.backup.restoring import same_log
from prongsai.platform.backup.snapshot import Moment, migrations_of, moment_of
from prongsai.platform.cluster import DATABASE, Server

EMPTIED_BY_TABLES_THEMSELVES = ("django_migrations", "django_content_type", "auth_permission")
"""Tables whose rows come and go with the models."""


@dataclass(frozen=True, slots=True)
class Updated:
    """What an update did: nothing (`backup` is None), or a back-up and so many migrations."""

    backup: Path | None
    migrations: int
    before: str


def update_installation(server: Server, state: Path, folder: Path, *, database: str = DATABASE) -> Updated:
    """Bring the data up to the installed program. Nothing else may use the installation. Needs Django to be set up.

    The work is done on a copy; where anything fails the data in use were never touched. Refuses OUTSIDE, VERSION (the
    data are of a newer program), DISK, TABLES, COUNTS (rows are missing afterwards) and LOG.
    """
    refuse_outside(server)
    with psycopg.connect(server.address("backup", database)) as connection:
        there = migrations_of(connection)
    refuse_newer(there, "?")
    backup = make_backup(server, state, folder).path
    with moment_of(server.address("backup", database)) as moment:
        before = moment
    with beside(server, database, copied=True) as fresh:
        migrate(server, state, fresh)
        check(server, state, fresh)
        after = _look(server, fresh, before)
        swap(server, database)
    applied = sum(map(len, after.migrations.values())) - sum(map(len, before.migrations.values()))
    record_outside(
        server.address("app", database),
        Journal(state / AUDIT),
        actor="command:update",
        action="backup.updated",
        figures={"migrations": applied},
    )
    return Updated(backup, applied, database + BEFORE)


def _look(server: Server, database: str, before: Moment) -> Moment:
    """Look whether all rows and the log came through."""
    with moment_of(server.address("backup", database)) as after:
        for table, rows in before.tables.items():
            if table not in EMPTIED_BY_TABLES_THEMSELVES and after.tables.get(table, rows) < rows:
                raise Refused("COUNTS", f"หลังปรับรุ่น ตาราง {table} มีข้อมูลน้อยลง จึงยกเลิก ข้อมูลเดิมยังอยู่ครบ")
        if not same_log(server, database, before.chains):
            raise Refused("LOG", "หลังปรับรุ่น บันทึกการทำรายการไม่ตรงกับเดิม จึงยกเลิก ข้อมูลเดิมยังอยู่ครบ")
        return after
