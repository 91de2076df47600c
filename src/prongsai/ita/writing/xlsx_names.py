"""Names of worksheets: what Excel allows, each name once."""

from __future__ import annotations

import re
from collections.abc import Iterable

from prongsai.ita.writing.pieces import pieces

LONGEST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_RESERVED = "history"


def sheet_names(wished: Iterable[str], *, other: str) -> list[str]:
    """Return a name for each wish, cut between words to 31 characters; `other` with a number where nothing is left."""
    names: list[str] = []
    taken = {_RESERVED}
    for n, wish in enumerate(wished, start=1):
        name = _allowed(wish, LONGEST) or f"{other} {n}"
        number = 1
        while name.lower() in taken:
            number += 1
            tail = f" ({number})"
            name = (_allowed(wish, LONGEST - len(tail)) or other) + tail
        taken.add(name.lower())
        names.append(name)
    return names


def _allowed(wish: str, room: int) -> str:
    text = " ".join(_FORBIDDEN.sub(" ", wish).split()).strip("' ")
    cut = ""
    for piece in pieces(text):
        longer = cut + "".join(piece)
        if _units(longer) > room:
            break
        cut = longer
    if not cut.strip() and text:
        cut = text[: room // 2]
    return cut.strip("' ")


def _units(text: str) -> int:
    """Count as Excel does: in units of UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
