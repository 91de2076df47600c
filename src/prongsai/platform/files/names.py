"""The name under which a file is shown and downloaded. On the disk it has another, made of its content."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from prongsai.ita.thai import single_line

MOST_LETTERS, MOST_BYTES = 150, 230
_FOLDERS = re.compile(r"[/\\]")
_NOT_IN_NAMES = re.compile(r'[<>:"|?*\x00-\x1f\x7f]')
_OF_WINDOWS = re.compile(r"(?:CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9])(?:\..*)?", re.IGNORECASE)
_NAMELESS = "แฟ้ม"


def shown_name(name: str) -> str:
    """Give a name that any system can store and no page is fooled by.

    Only the part after the last folder; one line of normalised Thai without control characters or turning of
    direction; no signs that systems forbid; not a name that Windows keeps for itself; at most 150 letters and 230
    bytes, the suffix kept. A name of nothing becomes แฟ้ม.
    """
    readable = name.encode("utf-8", "replace").decode("utf-8")
    plain = single_line("".join(sign if sign.isprintable() else " " for sign in _FOLDERS.split(readable)[-1]))
    stem, suffix = parted(single_line(_NOT_IN_NAMES.sub(" ", plain)).rstrip(". "))
    stem = stem.strip(". ") or _NAMELESS
    if _OF_WINDOWS.fullmatch(stem):
        stem = f"_{stem}"
    return _shortened(stem, suffix) + suffix


def parted(name: str) -> tuple[str, str]:
    """Give the name without its suffix, and the suffix (`.pdf`, or nothing)."""
    suffix = PurePosixPath(f"x{name}").suffix
    if len(suffix) > 10 or " " in suffix:
        suffix = ""
    return name[: len(name) - len(suffix)], suffix


def with_suffix(name: str, suffix: str) -> str:
    """Give the name with another suffix, after the file became another kind."""
    return shown_name(parted(name)[0] + suffix)


def _shortened(stem: str, suffix: str) -> str:
    stem = stem[: MOST_LETTERS - len(suffix)]
    room = MOST_BYTES - len(suffix.encode())
    return stem.encode()[:room].decode("utf-8", "ignore").rstrip(". ")
