"""Thai and Arabic digits. The only place where one becomes the other."""

from __future__ import annotations

import re

THAI = "๐๑๒๓๔๕๖๗๘๙"
ARABIC = "0123456789"

_TO_ARABIC = str.maketrans(THAI, ARABIC)
_TO_THAI = str.maketrans(ARABIC, THAI)
_MIXED = re.compile(r"[0-9][.,]?[๐-๙]|[๐-๙][.,]?[0-9]")


def to_arabic(text: str) -> str:
    """Turn Thai digits into Arabic ones and leave everything else alone."""
    return text.translate(_TO_ARABIC)


def to_thai(text: str) -> str:
    """Turn Arabic digits into Thai numerals and leave everything else alone."""
    return text.translate(_TO_THAI)


def has_mixed_number(text: str) -> bool:
    """Whether one number in the text is written with both kinds of digits (`๙1.๓6`)."""
    return _MIXED.search(text) is not None
