"""The folder of a site: made whole beside the one that stands, then put in its place at once.

`<sites>/<code>` is a link to `<sites>/.made/<code>/<number>`, so that what readers see changes in one step. Single
pages are written under another name first. No Django.
"""

from __future__ import annotations

import os
import secrets
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

MADE = ".made"
READABLE, ENTERED = 0o644, 0o755
"""Everybody may read what is public anyway: another web server runs under another account."""


@dataclass(frozen=True, slots=True)
class SiteFolder:
    """The folder of one site among those of all agencies."""

    sites: Path
    code: str

    @property
    def standing(self) -> Path:
        """Where the site stands."""
        return self.sites / self.code

    def begin(self) -> Path:
        """Give a new, empty folder to make the site in."""
        folder = self.sites / MADE / self.code / secrets.token_hex(6)
        _make(folder)
        return folder

    def put_in_place(self, made: Path) -> None:
        """Let readers see what was made, in one step, and take away what stood before."""
        link = self.sites / f"{self.code}.{secrets.token_hex(4)}"
        try:
            link.symlink_to(Path(MADE) / self.code / made.name, target_is_directory=True)
        except OSError:  # a disk or an account without links: the site is away for a moment
            self._rename_into_place(made)
            return
        if self.standing.is_dir() and not self.standing.is_symlink():
            shutil.rmtree(self.standing)
        link.replace(self.standing)
        self._sweep(made.name)

    def drop(self, made: Path) -> None:
        """Take away what was begun and not finished."""
        shutil.rmtree(made, ignore_errors=True)

    def _rename_into_place(self, made: Path) -> None:
        before = made.with_name("before")
        if self.standing.exists():
            self.standing.rename(before)
        made.rename(self.standing)
        self._sweep("")

    def _sweep(self, kept: str) -> None:
        for folder in (self.sites / MADE / self.code).iterdir():
            if folder.name != kept:
                shutil.rmtree(folder, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class Contents:
    """Bytes of attached files as they are published, each once: sites link to them, so that making one copies none."""

    folder: Path

    def put(self, at: Path, sha256: str, stored: Path) -> None:
        """Let a content lie at a place of a site. Raises OSError where `stored` is missing or the disk is full."""
        kept = self.folder / sha256
        if not kept.exists():
            _make(self.folder)
            fresh = kept.with_name(f"{sha256}.{secrets.token_hex(4)}")
            shutil.copyfile(stored, fresh)
            fresh.chmod(READABLE)
            fresh.replace(kept)
        _make(at.parent)
        with suppress(FileExistsError):
            try:
                os.link(kept, at)
            except FileExistsError:
                raise
            except OSError:  # a disk without hard links
                shutil.copyfile(kept, at)

    def keep_only(self, wanted: set[str]) -> None:
        """Take away what no page shows any more: what was withdrawn lies here no longer."""
        if self.folder.is_dir():
            for path in self.folder.iterdir():
                if path.name not in wanted:
                    path.unlink(missing_ok=True)


def write(folder: Path, path: str, content: bytes) -> None:
    """Write a file of a site that readers do not see yet."""
    at = inside(folder, path)
    _make(at.parent)
    at.write_bytes(content)


def replace(folder: Path, path: str, content: bytes) -> None:
    """Write a file of a site that stands: readers get the old one or the new one, never half of it."""
    at = inside(folder, path)
    _make(at.parent)
    fresh = at.with_name(f".{secrets.token_hex(6)}")
    try:
        fresh.write_bytes(content)
        fresh.replace(at)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise


def inside(folder: Path, path: str) -> Path:
    """Give where a path of the site lies. Raises ValueError for one that leads out of it."""
    parts = PurePosixPath(path).parts
    if (
        not parts
        or path.startswith("/")
        or any(part in ("..", ".") or "\x00" in part or "\\" in part for part in parts)
    ):
        raise ValueError(f"no path of a site: {path!r}")
    return folder.joinpath(*parts)


def _make(folder: Path) -> None:
    folder.mkdir(mode=ENTERED, parents=True, exist_ok=True)
