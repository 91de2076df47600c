"""The key that signs sessions and links: made once, kept outside the database."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def keys_of(state: Path) -> tuple[str, ...]:
    """Give the keys kept in the state folder, newest first; the first call makes one (readable by the owner alone)."""
    kept = state / "secret-keys"
    if not kept.exists():
        _write_once(kept)
    return tuple(line.strip() for line in kept.read_text(encoding="utf-8").splitlines() if line.strip())


def rotate(state: Path) -> None:
    """Put a new key first; what the older ones signed still counts."""
    keys = (secrets.token_urlsafe(64), *keys_of(state))
    fresh = state / "secret-keys.new"
    _write(fresh, "\n".join(keys))
    fresh.replace(state / "secret-keys")


def _write_once(kept: Path) -> None:
    """Write through a temporary name: whoever comes second takes the first one's key."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    fresh = kept.with_name(f"{kept.name}.{secrets.token_hex(6)}")
    _write(fresh, secrets.token_urlsafe(64))
    try:
        os.link(fresh, kept)
    except FileExistsError:
        pass
    finally:
        fresh.unlink()


def _write(path: Path, text: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        stream.write(text + "\n")
        stream.flush()
        os.fsync(stream.fileno())
