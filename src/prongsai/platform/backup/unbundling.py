"""Bringing an agency into an empty installation, in one transaction: all of it or nothing."""

from __future__ import annotations

from pathlib import Path

import psycopg
from psycopg import sql

from prongsai.ita.thai.refusal import Refused
from prongsai.platform.audit.journal import Journal
from prongsai.platform.audit.outside import record_outside, set_chains_anew
from prongsai.platform.audit.whole import FOLDER as AUDIT
from prongsai.platform.backup.agency_tables import AgencyTable, Reference, agency_tables, references
from prongsai.platform.backup.archive import Archive
from prongsai.platform.backup.bundling import TABLES
from prongsai.platform.backup.databases import refuse_outside
from prongsai.platform.backup.installed import migrate
from prongsai.platform.backup.making import FILES
from prongsai.platform.backup.manifest import Manifest
from prongsai.platform.backup.restoring import ends_as_said, put_back
from prongsai.platform.backup.snapshot import migrations_of
from prongsai.platform.cluster import DATABASE, Server


def bring_in_agency(server: Server, state: Path, archive: Archive, *, database: str = DATABASE) -> dict[str, int]:
    """Restore the archive of one agency where there is no agency yet; numbers stay the same. Needs Django to be set up.

    Gives, by table, how many rows spoke of somebody outside the agency (who ran the old installation) and so lost that
    reference, or could not come along. Refuses OUTSIDE, ARCHIVE, VERSION (the tables are of another version), OCCUPIED
    (there is an agency already), COUNTS and LOG; then nothing has changed.
    """
    refuse_outside(server)
    archive.check()
    manifest = archive.manifest
    _prepare(server, state, database)
    with psycopg.connect(server.address("admin", database)) as connection:
        _refuse_unfit(connection, manifest)
        tables = agency_tables()
        _switch_triggers(connection, tables, "DISABLE")
        for table in tables:
            _fill(connection, archive, table)
        lost = _without_strangers(connection)
        connection.execute("SET CONSTRAINTS ALL IMMEDIATE")
        _switch_triggers(connection, tables, "ENABLE")
        for table in tables:
            if table.counted:
                _count_on(connection, table)
        if not ends_as_said(connection, manifest.chains):
            raise Refused("LOG", "บันทึกการทำรายการของหน่วยงานไม่ตรงกับตอนสำรอง จึงยังไม่ได้นำข้อมูลเข้า")
        for name in archive.names(FILES):
            put_back(archive, name, state)
        connection.commit()
    journal = Journal(state / AUDIT)
    set_chains_anew(journal, manifest.chains)
    record_outside(
        server.address("app", database),
        journal,
        actor="command:restore",
        action="backup.agency_brought_in",
        figures={"agency": int(manifest.agency["id"]), "made": manifest.made},
    )
    return lost


def _prepare(server: Server, state: Path, database: str) -> None:
    """Make database and tables on a computer where Prongsai never ran."""
    server.ensure_database(database)
    with psycopg.connect(server.address("admin", database)) as connection:
        row = connection.execute("SELECT to_regclass('django_migrations')").fetchone()
    if row == (None,):
        migrate(server, state, database)


def _refuse_unfit(connection: psycopg.Connection, manifest: Manifest) -> None:
    if migrations_of(connection) != manifest.migrations:
        raise Refused(
            "VERSION",
            f"ไฟล์นี้มาจาก Prongsai รุ่น {manifest.version} ซึ่งตารางไม่ตรงกับเครื่องนี้ โปรดปรับทั้งสองเครื่องให้เป็นรุ่นเดียวกันก่อน",
            value=manifest.version,
        )
    row = connection.execute("SELECT count(*) FROM agency_agency").fetchone()
    if row and row[0]:
        raise Refused("OCCUPIED", "เครื่องนี้มีหน่วยงานอยู่แล้ว ไฟล์ของหน่วยงานเดียวกู้คืนได้เฉพาะในระบบที่ยังไม่มีหน่วยงาน")


def _switch_triggers(connection: psycopg.Connection, tables: list[AgencyTable], way: str) -> None:
    """Switch what writes history: the history comes along. What holds references stays on."""
    for table in tables:
        connection.execute(sql.SQL("ALTER TABLE {} " + way + " TRIGGER USER").format(sql.Identifier(table.name)))


def _fill(connection: psycopg.Connection, archive: Archive, table: AgencyTable) -> None:
    columns = sql.SQL(", ").join(map(sql.Identifier, table.columns))
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table.name), columns)
    with connection.cursor() as cursor:
        with archive.open(f"{TABLES}/{table.name}") as rows, cursor.copy(statement) as copy:
            while piece := rows.read(1024 * 1024):
                copy.write(piece)
        if cursor.rowcount != archive.manifest.tables[table.name]:
            raise Refused("COUNTS", f"จำนวนแถวของ {table.name} ไม่ตรงกับตอนสำรอง")


def _without_strangers(connection: psycopg.Connection) -> dict[str, int]:
    """Empty references to rows that did not come along; a row that cannot be without one does not come either."""
    lost: dict[str, int] = {}
    changed = True
    while changed:
        changed = False
        for reference in references():
            if rows := _mend(connection, reference):
                changed = True
                lost[reference.table] = lost.get(reference.table, 0) + rows
    return lost


def _mend(connection: psycopg.Connection, reference: Reference) -> int:
    deed = "UPDATE {table} SET {column} = NULL" if reference.may_be_empty else "DELETE FROM {table}"
    where = " WHERE {column} IS NOT NULL AND NOT EXISTS (SELECT FROM {target} t WHERE t.{key} = {table}.{column})"
    return connection.execute(
        sql.SQL(deed + where).format(
            table=sql.Identifier(reference.table),
            column=sql.Identifier(reference.column),
            target=sql.Identifier(reference.target),
            key=sql.Identifier(reference.target_key),
        )
    ).rowcount


def _count_on(connection: psycopg.Connection, table: AgencyTable) -> None:
    """Let new rows be counted from the highest number on."""
    connection.execute(
        sql.SQL("SELECT setval(pg_get_serial_sequence({}, {}), GREATEST(max({}), 1)) FROM {}").format(
            sql.Literal(table.name), sql.Literal(table.key), sql.Identifier(table.key), sql.Identifier(table.name)
        )
    )
