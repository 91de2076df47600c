"""Where an installation keeps its state: data of the database, its log, locks."""

from __future__ import annotations

import os
import sys
from pathlib import Path

SERVICE_STATE = Path("/var/lib/prongsai")
PRIVATE = 0o700
PASSABLE = 0o711
"""Others may pass through but not look: so the server's account reaches its folder inside root's."""


def state_folder() -> Path:
    """Give PRONGSAI_STATE as an absolute path; else /var/lib/prongsai for root, else the user's own state folder.

    The folder need not exist.
    """
    named = os.environ.get("PRONGSAI_STATE", "")
    if named:
        return Path(named).absolute()
    return SERVICE_STATE if is_root() else _of_the_user() / "prongsai"


def make_state_folder(state: Path) -> None:
    """Make the folder where it is missing: the user's alone, or root's, through which others may pass."""
    if not state.is_dir():
        state.mkdir(parents=True, exist_ok=True)
        state.chmod(PASSABLE if is_root() else PRIVATE)


def is_root() -> bool:
    """Tell whether this process runs as root, which PostgreSQL refuses to."""
    return os.name == "posix" and os.geteuid() == 0


def _of_the_user() -> Path:
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    named = os.environ.get("XDG_STATE_HOME", "")
    return Path(named) if named and Path(named).is_absolute() else Path.home() / ".local" / "state"
