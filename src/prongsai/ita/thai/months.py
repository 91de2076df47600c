"""Thai month names: in full, and short with or without stops and blanks (`ต.ค.`, `ตค.`, `ต. ค`)."""

from __future__ import annotations

import re

FULL = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
SHORT = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")

# An abbreviation must not be the beginning of a longer word: กค. is July, กคศ. is not.
_ABBREVIATED = "|".join(
    rf"{re.escape(first)}\.?[ ]?{re.escape(second)}(?:\.|(?![ก-๎]))"
    for first, second in (short.split(".")[:2] for short in SHORT)
)
PATTERN = rf"(?:{'|'.join(FULL)}|{_ABBREVIATED})"
"""Regular expression of one month name."""

_BY_LETTERS = {re.sub(r"[ .]", "", name): n for names in (FULL, SHORT) for n, name in enumerate(names, 1)}


def month_number(text: str) -> int | None:
    """Give the number (1 to 12) of a month name, or None where the text is none."""
    return _BY_LETTERS.get(re.sub(r"[ .]", "", text))
