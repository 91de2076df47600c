"""Making a back-up of the whole installation: written beside, verified, and only then given its name."""

from __future__ import annotations

import errno
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from prongsai import __version__
from prongsai.ita.thai.refusal import Refused
from prongsai.platform.audit.journal import NAME as HEADS
from prongsai.platform.audit.journal import Journal
from prongsai.platform.audit.outside import record_outside
from prongsai.platform.audit.signing import KEY, PUBLIC
from prongsai.platform.audit.whole import FOLDER as AUDIT
from prongsai.platform.backup.archive import Archive, ArchiveWriter
from prongsai.platform.backup.manifest import Manifest, Scope
from prongsai.platform.backup.postgres_programs import dump, is_readable
from prongsai.platform.backup.shelf import BESIDE, Kept, Shelf
from prongsai.platform.backup.snapshot import Moment, moment_of
from prongsai.platform.cluster import Server

DATABASE_DUMP = "database.dump"
FILES = "files"
KEPT_ALWAYS = (f"{AUDIT}/{HEADS}", f"{AUDIT}/{PUBLIC}")
KEPT_WITH_KEYS = (f"{AUDIT}/{KEY}", "secret-keys")
_HASH = re.compile(r"[0-9a-f]{64}")
LEAST_PART = 2
"""A back-up with fewer rows than one part in two of the one before is looked at by a person first."""


@dataclass(slots=True)
class Made:
    """A finished back-up.

    `shrunk`: it holds suspiciously fewer rows than the one before, so nothing was removed. `damaged` names files whose
    content is no longer what was stored (a disk that fails): an older back-up may have them whole.
    """

    path: Path
    manifest: Manifest
    key: str
    removed: list[Path] = field(default_factory=list)
    shrunk: tuple[int, int] | None = None
    damaged: list[str] = field(default_factory=list)


def make_backup(server: Server, state: Path, folder: Path, *, keep: int = 35, with_keys: bool = False) -> Made:
    """Back the installation up into a folder and keep the newest good ones.

    Refuses BACKUP (another one is at work here), DISK (no space), DATABASE, ARCHIVE (what was written cannot be read
    again). Whatever happens, the back-ups that were there stay good.
    """
    shelf = Shelf(folder)
    with shelf.alone():
        before = shelf.newest_good()
        try:
            path, manifest = _write(server, state, shelf, with_keys=with_keys)
        except OSError as error:
            raise _said(error, folder) from error
        journal = Journal(state / AUDIT)
        made = Made(path, manifest, journal.signer.name, shrunk=_shrunk(before, manifest))
        made.damaged = [name for name, (_size, digest) in manifest.members.items() if is_damaged(name, digest)]
        if not made.shrunk and not made.damaged:
            made.removed = shelf.prune(keep)
        _record(server, journal, made)
        return made


def _record(server: Server, journal: Journal, made: Made) -> None:
    figures = {"rows": sum(made.manifest.tables.values()), "bytes": made.path.stat().st_size}
    record_outside(server.address(), journal, actor="command:backup", action="backup.made", figures=figures)


def _write(server: Server, state: Path, shelf: Shelf, *, with_keys: bool) -> tuple[Path, Manifest]:
    """Write, read again, name."""
    made = datetime.now(UTC)
    target = shelf.place_for(made)
    with ArchiveWriter(target) as archive, tempfile.TemporaryDirectory(prefix=BESIDE, dir=shelf.folder) as beside:
        with moment_of(server.address("backup")) as moment:
            dumped = Path(beside) / DATABASE_DUMP
            with dumped.open("wb") as stream:
                dump(server.address("backup"), moment.snapshot, stream)
        archive.add_file(DATABASE_DUMP, dumped)
        dumped.unlink()
        # After the database: whatever file a row speaks of was on the disk before the row.
        for name, path in kept_files(state, with_keys=with_keys):
            with suppress(FileNotFoundError):  # a file that no row speaks of was just swept
                archive.add_file(name, path)
        manifest = _manifest(moment, made, with_keys=with_keys)
        archive.seal(manifest, Journal(state / AUDIT).signer)
        _verify(archive.half)
        archive.name()
    return target, manifest


def kept_files(state: Path, *, with_keys: bool) -> Iterator[tuple[str, Path]]:
    """Give what is kept beside the database: files of offices, signed heads, and keys where they are wanted."""
    for path in sorted((state / FILES).rglob("*")):
        if path.is_file() and is_whole(path):
            yield path.relative_to(state).as_posix(), path
    for name in (*KEPT_ALWAYS, *(KEPT_WITH_KEYS if with_keys else ())):
        if (state / name).exists():
            yield name, state / name


def is_whole(path: Path) -> bool:
    """Tell a stored file from one that is just being written or was left half written."""
    return not path.name.startswith(".") and path.suffix != ".part"


def is_damaged(name: str, digest: str) -> bool:
    """Tell whether a stored file, named by the hash of its content, has another one."""
    own = PurePosixPath(name).name
    return name.startswith(f"{FILES}/") and _HASH.fullmatch(own) is not None and own != digest


def _manifest(moment: Moment, made: datetime, *, with_keys: bool) -> Manifest:
    return Manifest(
        scope=Scope.INSTALLATION,
        made=made.isoformat(timespec="seconds"),
        version=__version__,
        postgresql=moment.major,
        migrations=moment.migrations,
        tables=moment.tables,
        chains=moment.chains,
        keys=with_keys,
    )


def _verify(path: Path) -> None:
    """Read what was written as a restore would, before it may stand beside good ones."""
    with Archive(path) as archive:
        archive.check()
        with tempfile.TemporaryFile() as stream, archive.open(DATABASE_DUMP) as dumped:
            shutil.copyfileobj(dumped, stream)
            stream.seek(0)
            if not is_readable(stream):
                raise Refused("ARCHIVE", "ไฟล์สำรองที่เพิ่งเขียนอ่านกลับไม่ได้ จึงไม่นำมาแทนไฟล์เดิม")


def _shrunk(before: Kept | None, manifest: Manifest) -> tuple[int, int] | None:
    if before is None or before.manifest is None:
        return None
    rows_before, rows = sum(before.manifest.tables.values()), sum(manifest.tables.values())
    return (rows_before, rows) if rows * LEAST_PART < rows_before else None


def _said(error: OSError, folder: Path) -> Refused:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Refused("DISK", f"พื้นที่ใน {folder} ไม่พอสำหรับข้อมูลสำรอง ไฟล์สำรองเดิมยังอยู่ครบ โปรดเพิ่มพื้นที่หรือเลือกโฟลเดอร์อื่น")
    return Refused("DISK", f"เขียนข้อมูลสำรองลงใน {folder} ไม่ได้: {os.strerror(error.errno or 0)} ไฟล์สำรองเดิมยังอยู่ครบ")
