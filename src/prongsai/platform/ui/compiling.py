"""The Thai words of all rooms, compiled where they are stale, before anything speaks.

Django reads compiled catalogues, which are made and never committed. GNU gettext is not needed: Babel does it.
"""

from __future__ import annotations

import io
import os
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]


def catalogues(folder: Path = SOURCE) -> list[Path]:
    """List the catalogues that rooms write."""
    return sorted(folder.glob("*/*/locale/*/LC_MESSAGES/django.po"))


def bring_up_to_date(folder: Path = SOURCE) -> list[Path]:
    """Compile each catalogue that is newer than its compiled form; give those compiled.

    Called by the settings: Django looks words up while it loads models. A folder that cannot be written (an installed
    package) keeps what was compiled when it was built.
    """
    stale = [path for path in catalogues(folder) if _is_stale(path)]
    return [path for path in stale if os.access(path.parent, os.W_OK) and _compile(path)]


def _is_stale(path: Path) -> bool:
    compiled = path.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime_ns < path.stat().st_mtime_ns


def _compile(path: Path) -> bool:
    """Write through a temporary name: several processes may start at once."""
    from babel.messages.mofile import write_mo  # noqa: PLC0415 slow to import, and seldom needed
    from babel.messages.pofile import read_po  # noqa: PLC0415

    fresh = path.with_suffix(f".{os.getpid()}")
    with fresh.open("wb") as file:
        write_mo(file, read_po(io.BytesIO(path.read_bytes()), locale=path.parents[1].name, domain="django"))
    fresh.replace(path.with_suffix(".mo"))
    return True
