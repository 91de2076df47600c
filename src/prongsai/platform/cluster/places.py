"""The folders and files of one cluster, and where they go when the account cannot reach the chosen place."""

from __future__ import annotations

import hashlib
import os
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path

from prongsai.ita.thai.refusal import Refused
from prongsai.platform.cluster.account import Account, choose_account
from prongsai.platform.cluster.programs import Programs
from prongsai.platform.cluster.state import PASSABLE, PRIVATE, SERVICE_STATE, make_state_folder

LONGEST_SOCKET_PATH = 107
"""Bytes, not characters: a Thai letter has three."""
_LOCK_OF_SOCKET = "/.s.PGSQL.5432.lock"


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of one cluster are. Everything is named after the major version, which cannot read another's."""

    home: Path
    major: int

    @property
    def data(self) -> Path:
        """The data folder of PostgreSQL."""
        return self.home / str(self.major)

    @property
    def log(self) -> Path:
        """What the server tells."""
        return self.home / f"{self.major}.log"

    @property
    def gate(self) -> Path:
        """Held exclusively by whoever enters or leaves."""
        return self.home / f"{self.major}.gate"

    @property
    def users(self) -> Path:
        """Held, shared, by everybody who uses the server."""
        return self.home / f"{self.major}.users"

    @property
    def server(self) -> Path:
        """Held by the server and all its processes, wherever they run."""
        return self.home / f"{self.major}.server"

    @property
    def sockets(self) -> Path:
        """The private folder of the socket; outside `home` where its path would be too long for a socket."""
        inside = self.home / f"{self.major}.sock"
        fits = len(os.fsencode(inside) + os.fsencode(_LOCK_OF_SOCKET)) <= LONGEST_SOCKET_PATH
        # libpq reads a comma in a host as the beginning of the next host.
        if fits and "," not in str(inside):
            return inside
        sign = hashlib.sha256(os.fsencode(inside)).hexdigest()[:16]
        return Path(tempfile.gettempdir()) / f"prongsai-{sign}"


def prepare_places(state: Path, programs: Programs, *, test: bool) -> tuple[Places, Account]:
    """Make the folders of a cluster inside a state folder and say who runs it; refuses as `choose_account` does.

    A folder that the account of the server cannot reach (a clone inside root's home) stays as it is: the cluster then
    lies in the folder of services, and a link stands in its place.
    """
    if "\n" in str(state):
        raise Refused("DATABASE", "ชื่อโฟลเดอร์ข้อมูลมีการขึ้นบรรทัดใหม่ โปรดใช้ชื่ออื่น")  # postmaster.pid has lines
    link = state / ("postgres-test" if test else "postgres")
    trial = test or state != SERVICE_STATE
    account = choose_account(link.resolve(), trial=trial)
    if link.is_symlink() and not link.exists():
        raise Refused("DATABASE", f"{link} ชี้ไปยัง {link.readlink()} ซึ่งไม่มีอยู่ โปรดต่อที่เก็บนั้นกลับ หรือลบลิงก์เพื่อเริ่มใหม่โดยไม่มีข้อมูล")
    if not link.exists():
        make_state_folder(state)
        if not account.may("x", state):
            _make_elsewhere(link, account)
        else:
            _make(link, PRIVATE, account)
    places = Places(link.resolve(), programs.major)
    _make(places.sockets, PRIVATE, account)
    _refuse_foreign(places.sockets, account)
    return places, account


def _make_elsewhere(link: Path, account: Account) -> None:
    shelf = SERVICE_STATE / "clusters"
    for folder in (SERVICE_STATE, shelf):
        _make(folder, PASSABLE)
    home = Path(tempfile.mkdtemp(prefix=f"{link.parent.parent.name}-", dir=shelf))
    account.owns(home)
    link.symlink_to(home)


def _make(folder: Path, mode: int, account: Account | None = None) -> None:
    if folder.is_dir():
        return
    folder.mkdir(mode=mode, parents=True, exist_ok=True)
    folder.chmod(mode)
    if account:
        account.owns(folder)


def _refuse_foreign(folder: Path, account: Account) -> None:
    """Refuse a socket folder that somebody else made first: whoever can write there can pretend to be the server."""
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != account.uid or found.st_mode & 0o077:
        raise Refused("ACCOUNT", f"{folder} ไม่ใช่โฟลเดอร์ส่วนตัวของบัญชี {account.name} โปรดลบโฟลเดอร์นี้แล้วสั่งใหม่")
