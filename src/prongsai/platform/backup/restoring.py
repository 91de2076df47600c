"""Restoring an installation: everything is checked and filled beside, and takes the place of the old in one step."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

import psycopg

from prongsai.ita.thai.refusal import Refused
from prongsai.platform.audit.heads import Head
from prongsai.platform.audit.journal import Journal
from prongsai.platform.audit.outside import record_outside, set_chains_anew
from prongsai.platform.audit.verifying import verify
from prongsai.platform.audit.whole import FOLDER as AUDIT
from prongsai.platform.backup.archive import Archive
from prongsai.platform.backup.databases import BEFORE, beside, refuse_outside, swap
from prongsai.platform.backup.installed import check, is_current, migrate, refuse_newer
from prongsai.platform.backup.making import DATABASE_DUMP, FILES, KEPT_WITH_KEYS, is_damaged
from prongsai.platform.backup.manifest import Manifest
from prongsai.platform.backup.postgres_programs import major, restore
from prongsai.platform.backup.reviving import close_what_was_open, keep_switched_off
from prongsai.platform.backup.shelf import BESIDE, sweep
from prongsai.platform.backup.snapshot import moment_of
from prongsai.platform.cluster import DATABASE, Server


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore brought back. `before` is the name under which the replaced database is kept.

    `switched_off`: accounts that were still good when the back-up was made, and are off since.
    """

    manifest: Manifest
    files: int
    before: str
    keys: tuple[str, ...] = ()
    switched_off: int = 0


def refuse_unfit(archive: Archive, state: Path, *, trusted: str) -> None:
    """Refuse KEY (signed by a key that this installation does not know and nobody vouched for) and VERSION.

    Needs Django to be set up. A back-up of a newer program or a newer PostgreSQL cannot be understood by this one.
    """
    manifest = archive.manifest
    if archive.signed_by != trusted and not Journal(state / AUDIT).signer.knows(archive.signed_by):
        raise Refused(
            "KEY",
            f"เครื่องนี้ไม่รู้จักกุญแจที่ลงลายเซ็นไฟล์นี้ ({archive.signed_by}) "
            f"หากเป็นไฟล์ของหน่วยงานเองจากเครื่องเดิม สั่งอีกครั้งโดยเพิ่ม --key {archive.signed_by}",
            value=archive.signed_by,
        )
    if manifest.postgresql > major():
        raise Refused(
            "VERSION",
            f"ข้อมูลนี้สำรองจาก PostgreSQL {manifest.postgresql} แต่เครื่องนี้มีรุ่น {major()} โปรดติดตั้ง Prongsai รุ่นใหม่ก่อน",
            value=str(manifest.postgresql),
        )
    refuse_newer(manifest.migrations, manifest.version)


def restore_installation(server: Server, state: Path, archive: Archive, *, database: str = DATABASE) -> Restored:
    """Put a back-up in the place of what is there. Nothing else may use the installation meanwhile.

    Needs Django to be set up. Refuses OUTSIDE, ARCHIVE (damaged; the member is named), COUNTS or LOG (what came out is
    not what went in), DATABASE and TABLES; after any of them everything is as before. All sessions have ended then,
    personal links and one-time codes open nothing, messages that waited are held back, and accounts that were switched
    off since stay off.
    """
    refuse_outside(server)
    archive.check()
    sweep(state)
    with beside(server, database) as fresh, tempfile.TemporaryDirectory(prefix=BESIDE, dir=state) as folder:
        dumped = Path(folder) / DATABASE_DUMP
        archive.extract(DATABASE_DUMP, dumped)
        restore(server.address("admin", fresh), dumped)
        dumped.unlink()
        _compare(server, fresh, archive.manifest)
        if not is_current(archive.manifest.migrations):
            migrate(server, state, fresh)
            check(server, state, fresh)
        close_what_was_open(server, fresh)
        off = keep_switched_off(server, database, fresh)
        # Files are stored by content: new ones harm nobody, and none is taken away before the database is in place.
        files = [name for name in archive.names(FILES) if put_back(archive, name, state)]
        keys = tuple(name for name in KEPT_WITH_KEYS if name in archive.manifest.members and _missing(state / name))
        for name in keys:
            put_back(archive, name, state)
        swap(server, database)
    journal = Journal(state / AUDIT)
    gone = {head.chain: (0, "") for head in journal.read()}
    set_chains_anew(journal, {**gone, **archive.manifest.chains})
    record_outside(
        server.address("app", database),
        journal,
        actor="command:restore",
        action="backup.restored",
        figures={"made": archive.manifest.made, "rows": sum(archive.manifest.tables.values()), "switched_off": off},
    )
    return Restored(archive.manifest, len(files), database + BEFORE, keys, off)


def _compare(server: Server, database: str, manifest: Manifest) -> None:
    with moment_of(server.address("backup", database)) as moment:
        wrong = [name for name, rows in manifest.tables.items() if moment.tables.get(name) != rows]
        if wrong or moment.tables.keys() != manifest.tables.keys():
            raise Refused(
                "COUNTS", f"ข้อมูลที่กู้คืนไม่ครบ: จำนวนแถวของ {', '.join(wrong) or 'ตาราง'} ไม่ตรงกับตอนสำรอง ข้อมูลเดิมยังอยู่ครบ"
            )
    if not same_log(server, database, manifest.chains):
        raise Refused("LOG", "บันทึกการทำรายการในไฟล์สำรองไม่ตรงกับตอนสำรอง ข้อมูลเดิมยังอยู่ครบ")


def same_log(server: Server, database: str, ends: Mapping[int, tuple[int, str]]) -> bool:
    """Tell whether chains of a database are sound and end as is said (last line and hash); others are not looked at."""
    with psycopg.connect(server.address("backup", database)) as connection:
        return ends_as_said(connection, ends)


def ends_as_said(connection: psycopg.Connection, ends: Mapping[int, tuple[int, str]]) -> bool:
    """Tell the same of what a transaction, which may see every chain, sees: also before it is committed."""
    heads = [Head(chain, 1, last, line_hash, "") for chain, (last, line_hash) in ends.items()]
    found = verify(connection, heads, now=datetime.now(UTC))
    troubled = {trouble.chain for trouble in found.troubles}
    return troubled.isdisjoint(ends) and {chain: found.ends[chain] for chain in ends} == dict(ends)


def _missing(path: Path) -> bool:
    return not path.exists()


def put_back(archive: Archive, name: str, state: Path) -> bool:
    """Write a member under its name in the state folder; tell whether it was necessary.

    What is the same stays, and so does a file whose content was damaged already when the back-up was made.
    """
    parts = PurePosixPath(name)
    if parts.is_absolute() or ".." in parts.parts:
        raise Refused("ARCHIVE", f"ไฟล์สำรองมีชื่อที่ไม่ปลอดภัย: {name}", value=name)
    target = state / name
    if target.exists() and is_damaged(name, archive.manifest.members[name][1]):
        return False
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    half = target.with_name(f".{target.name}.half")
    archive.extract(name, half)
    if target.exists() and target.read_bytes() == half.read_bytes():
        half.unlink()
        return False
    half.replace(target)
    return True
