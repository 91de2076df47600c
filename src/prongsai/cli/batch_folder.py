"""The agencies of a folder: their papers, the folders of their documents, and whether these are made already."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from prongsai import __version__
from prongsai.cli.documents import Wish

MADE = ".made"
"""A file beside the documents of an agency, written last, that says from what they were made."""

_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u200b-\u200f\u202a-\u202e\u2066-\u2069]')
_LONGEST_NAME = 60
_KEPT_BY_WINDOWS = {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))}


@dataclass(frozen=True, slots=True)
class AgencyPapers:
    """One agency of a batch: the name of its sub-folder or file, its papers, and where its documents go."""

    name: str
    files: tuple[Path, ...]
    out: Path


def agencies_of(folder: Path, out: Path) -> list[AgencyPapers]:
    """Give the agencies of a folder by name: every sub-folder is one, and every single file. `out` is none of them.

    Hidden files and those that systems and office programs keep for themselves are passed over. The folders for
    documents are single names that every system takes, and no two agencies share one.
    """
    entries = [path for path in sorted(folder.iterdir()) if _counts(path) and path.resolve() != out.resolve()]
    wanted = Counter(_safe_name(path).casefold() for path in entries)
    return [AgencyPapers(path.name, tuple(_papers(path)), out / _own_name(path, wanted)) for path in entries]


def is_made(agency: AgencyPapers, mark: str, expected: Sequence[str]) -> bool:
    """Tell whether all documents are there and were made from these papers, as they are now, with the same wish."""
    made = agency.out / MADE
    try:
        said = made.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return False
    return said == mark and all((agency.out / name).is_file() for name in expected)


def mark_of(agency: AgencyPapers, wish: Wish, years: tuple[int, int | None]) -> str:
    """Return what stands for the papers and the wish: any change of either gives another mark."""
    papers = [(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in agency.files]
    template = hashlib.sha256(wish.template or b"").hexdigest()
    asked = (sorted(wish.formats), wish.thai_digits, wish.agency, wish.prices, wish.footer, template)
    return hashlib.sha256(repr((__version__, years, asked, papers)).encode()).hexdigest()


def _counts(path: Path) -> bool:
    kept_by_systems = path.name.casefold() in {"thumbs.db", "desktop.ini"}
    return not kept_by_systems and not path.name.startswith((".", "~$")) and (path.is_dir() or path.is_file())


def _papers(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
        return
    yield from (entry for entry in sorted(path.iterdir()) if entry.is_file() and _counts(entry))


def _safe_name(path: Path) -> str:
    name = path.name if path.is_dir() else path.stem
    name = _NOT_IN_NAMES.sub("_", name)[:_LONGEST_NAME].strip(". ")
    return name if name and name.casefold() not in _KEPT_BY_WINDOWS else f"_{name}"


def _own_name(path: Path, wanted: Counter[str]) -> str:
    name = _safe_name(path)
    if wanted[name.casefold()] == 1:
        return name
    return f"{name}-{hashlib.sha256(path.name.encode(errors='surrogatepass')).hexdigest()[:8]}"
