"""Makes the output of the program able to carry Thai, whatever the terminal or the locale says."""

from __future__ import annotations

import sys
from io import TextIOWrapper

SOME_THAI = "โปร่งใส"


def let_streams_speak_thai() -> None:
    """Let output and error output write every text: in their own encoding where it knows Thai, else in UTF-8.

    What an encoding lacks (a Thai Windows code page has no check mark) is printed as `?` and never stops a command.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            encoding = stream.encoding if _knows_thai(stream.encoding) else "utf-8"
            stream.reconfigure(encoding=encoding, errors="replace")


def carries_everything(encoding: str | None) -> bool:
    """Tell whether an encoding can write any text, as JSON for programs needs."""
    return (encoding or "").lower().replace("_", "-") in {"utf-8", "utf8"}


def _knows_thai(encoding: str) -> bool:
    try:
        SOME_THAI.encode(encoding)
    except (LookupError, UnicodeEncodeError):
        return False
    return True
