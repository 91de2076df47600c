"""The account of the operating system under which the server runs: PostgreSQL refuses to run as root."""

from __future__ import annotations

import os
import pwd
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from prongsai.ita.thai.refusal import Refused
from prongsai.platform.cluster.state import is_root

SERVICE_ACCOUNTS = ("prongsai", "postgres")
LAST_RESORT = "nobody"
_KEPT_VARIABLES = ("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "TMPDIR")


@dataclass(frozen=True, slots=True)
class Account:
    """An account that may own a cluster. `drops` tells whether root has to become it."""

    name: str
    uid: int
    gid: int
    drops: bool

    def start(self) -> Mapping[str, Any]:
        """Give the arguments with which `subprocess` starts a program of PostgreSQL as this account.

        The current folder and most variables stay behind: neither is the server's business, and it may not be able
        to enter the folder.
        """
        kept = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
        who = {"user": self.uid, "group": self.gid, "extra_groups": []} if self.drops else {}
        return {"cwd": "/", "env": {**kept, "LC_ALL": "C.UTF-8"}, "stdin": subprocess.DEVNULL, **who}

    def may(self, wish: str, path: Path) -> bool:
        """Tell whether this account may do something with a path; `wish` is a letter of `test`: e, r, w, x."""
        question = ["test", f"-{wish}", str(path)]
        return subprocess.run(question, check=False, **self.start()).returncode == 0  # noqa: S603 - no shell

    def owns(self, made: Path | int) -> None:
        """Give a folder or an open file to this account, where root made it."""
        if self.drops and isinstance(made, int):
            os.fchown(made, self.uid, self.gid)
        elif self.drops:
            os.chown(made, self.uid, self.gid, follow_symlinks=False)


def choose_account(existing: Path, *, trial: bool) -> Account:
    """Choose who runs the server of a cluster whose parts are, or will be, in the folder `existing`.

    An ordinary user runs it. Root becomes the owner of existing data, else PRONGSAI_OS_USER, `prongsai` or `postgres`,
    and only for a trial (tests, a clone) `nobody`. Refuses ACCOUNT where data are another's or no account is left.
    """
    owner = existing.stat().st_uid if existing.exists() else None
    if not is_root():
        return _ordinary_user(existing, owner)
    if owner:
        return _account(_name_of(owner))
    named = os.environ.get("PRONGSAI_OS_USER", "")
    for name in [named] if named else [*SERVICE_ACCOUNTS, *([LAST_RESORT] if trial else [])]:
        if _exists(name) and pwd.getpwnam(name).pw_uid != 0:
            return _account(name)
    raise Refused(
        "ACCOUNT",
        "PostgreSQL ไม่ทำงานในบัญชี root โปรดสร้างบัญชีสำหรับระบบด้วยคำสั่ง useradd --system --user-group prongsai "
        "แล้วสั่งใหม่ หรือระบุบัญชีที่มีอยู่ใน PRONGSAI_OS_USER" + (f" (ไม่พบบัญชี {named})" if named else ""),
    )


def _ordinary_user(existing: Path, owner: int | None) -> Account:
    name = _name_of(os.geteuid())
    if owner not in (None, os.geteuid()):
        raise Refused(
            "ACCOUNT",
            f"ข้อมูลใน {existing} เป็นของบัญชี {_name_of(owner)} แต่กำลังใช้บัญชี {name} โปรดสั่งงานด้วยบัญชีเจ้าของข้อมูล "
            "หรือตั้ง PRONGSAI_STATE เป็นโฟลเดอร์อื่น",
        )
    return Account(name, os.geteuid(), os.getegid(), drops=False)


def _account(name: str) -> Account:
    entry = pwd.getpwnam(name)
    return Account(name, entry.pw_uid, entry.pw_gid, drops=True)


def _exists(name: str) -> bool:
    try:
        pwd.getpwnam(name)
    except KeyError:
        return False
    return True


def _name_of(uid: int | None) -> str:
    try:
        return pwd.getpwuid(uid or 0).pw_name
    except KeyError:
        raise Refused(
            "ACCOUNT", f"หมายเลขผู้ใช้ {uid} ไม่มีชื่อบัญชีในเครื่องนี้ ซึ่ง PostgreSQL ต้องใช้ โปรดสร้างบัญชีหรือใช้บัญชีอื่น"
        ) from None
