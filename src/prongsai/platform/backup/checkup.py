"""What `prongsai doctor` says about back-ups."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from prongsai.platform.audit.signing import KEY
from prongsai.platform.audit.whole import FOLDER
from prongsai.platform.backup.shelf import Shelf
from prongsai.platform.supervisor.checkup import Finding, Verdict
from prongsai.platform.supervisor.checkup_machine import BANGKOK

LONGEST_PAUSE = timedelta(hours=26)
"""A day, and the time that one night's back-up may take longer than the one before."""


def backup_findings(folder: Path, state: Path, now: datetime | None = None) -> Iterator[Finding]:
    """Judge the newest good back-up by its age, and name every file that is none.

    An installation that has been there for less than a day need not have one yet.
    """
    now = now or datetime.now(UTC)
    shelf = Shelf(folder)
    for kept in shelf.kept():
        if kept.manifest is None:
            yield Finding("backup-broken", Verdict.WRONG, {"file": kept.path})
    newest = shelf.newest_good()
    if newest is None or newest.made is None:
        yield Finding("backup-none", Verdict.WRONG if _is_settled(state, now) else Verdict.NOTE, {"folder": folder})
        return
    verdict = Verdict.WRONG if now - newest.made > LONGEST_PAUSE else Verdict.WELL
    yield Finding("backup", verdict, {"made": newest.made.astimezone(BANGKOK), "file": newest.path})


def _is_settled(state: Path, now: datetime) -> bool:
    """Tell whether the installation has recorded deeds for longer than a day."""
    key = state / FOLDER / KEY
    return key.exists() and now - datetime.fromtimestamp(key.stat().st_mtime, UTC) > LONGEST_PAUSE
