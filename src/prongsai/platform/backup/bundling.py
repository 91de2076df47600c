"""One agency as an archive that restores elsewhere: its rows as the application sees them, its files, its log."""

from __future__ import annotations

import errno
import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import psycopg
from psycopg import sql

from prongsai import __version__
from prongsai.ita.thai.refusal import Refused
from prongsai.platform.audit.journal import Journal
from prongsai.platform.audit.outside import record_outside
from prongsai.platform.audit.whole import FOLDER as AUDIT
from prongsai.platform.backup.agency_tables import agency_tables
from prongsai.platform.backup.archive import Archive, ArchiveWriter
from prongsai.platform.backup.making import FILES, is_whole
from prongsai.platform.backup.manifest import Manifest, Scope
from prongsai.platform.backup.snapshot import migrations_of
from prongsai.platform.cluster import DATABASE, Server

TABLES = "tables"


def bundle_agency(server: Server, state: Path, code: str, target: Path, *, database: str = DATABASE) -> Manifest:
    """Write an agency, found by its short code, into a new archive. Needs Django to be set up.

    It holds the accounts with the hashes of their passphrases, but no second factors, sessions, codes or keys: those
    are set up anew where the agency goes. Refuses AGENCY (no such code), EXISTS (the file is there), DISK.
    """
    if target.exists():
        raise Refused("EXISTS", f"มีไฟล์ {target} อยู่แล้ว โปรดตั้งชื่ออื่น")
    try:
        with psycopg.connect(server.address("app", database)) as connection:
            connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
            manifest = _write(connection, state, _agency(connection, code), target)
    except OSError as error:
        reason = "พื้นที่ไม่พอ" if error.errno == errno.ENOSPC else os.strerror(error.errno or 0)
        raise Refused("DISK", f"เขียน {target} ไม่ได้: {reason}") from error
    figures = {"agency": int(manifest.agency["id"]), "bytes": target.stat().st_size}
    journal = Journal(state / AUDIT)
    address = server.address("app", database)
    record_outside(address, journal, actor="command:bundle", action="backup.agency_bundled", figures=figures)
    return manifest


def _write(connection: psycopg.Connection, state: Path, agency: dict[str, object], target: Path) -> Manifest:
    number = int(str(agency["id"]))
    connection.execute("SELECT set_config('prongsai.agency', %s, true)", [str(number)])
    manifest = Manifest(
        scope=Scope.AGENCY,
        made=datetime.now(UTC).isoformat(timespec="seconds"),
        version=__version__,
        postgresql=connection.info.server_version // 10_000,
        migrations=migrations_of(connection),
        chains=_end_of(connection, number),
        agency=agency,
    )
    with ArchiveWriter(target) as archive:
        for table in agency_tables():
            with tempfile.TemporaryFile(dir=target.parent) as rows:
                manifest.tables[table.name] = _copy(connection, table.of(number), rows)
                size = rows.tell()
                rows.seek(0)
                archive.add_stream(f"{TABLES}/{table.name}", rows, size)
        for path in sorted((state / FILES / str(number)).rglob("*")):
            if path.is_file() and is_whole(path):
                archive.add_file(path.relative_to(state).as_posix(), path)
        archive.seal(manifest, Journal(state / AUDIT).signer)
        with Archive(archive.half) as written:
            written.check()
        archive.name()
    return manifest


def _agency(connection: psycopg.Connection, code: str) -> dict[str, object]:
    row = connection.execute("SELECT id, code, name FROM agency_agency WHERE code = %s", [code]).fetchone()
    if row is None:
        raise Refused("AGENCY", f"ไม่มีหน่วยงานที่ใช้ชื่อย่อ {code}", value=code)
    return dict(zip(("id", "code", "name"), row, strict=True))


def _end_of(connection: psycopg.Connection, agency: int) -> dict[int, tuple[int, str]]:
    question = "SELECT seq, encode(hash, 'hex') FROM audit_line ORDER BY seq DESC LIMIT 1"
    row = connection.execute(question).fetchone()
    return {agency: (row[0], row[1])} if row else {}


def _copy(connection: psycopg.Connection, question: sql.Composable, target: object) -> int:
    with connection.cursor() as cursor:
        with cursor.copy(sql.SQL("COPY ({}) TO STDOUT").format(question)) as rows:
            for piece in rows:
                target.write(piece)  # type: ignore[attr-defined]
        return cursor.rowcount
