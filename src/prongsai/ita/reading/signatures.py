"""Tells the places for signatures at the foot of a paper from rows of a table."""

from __future__ import annotations

import re
from collections.abc import Iterable

from prongsai.ita.reading.layout import Row

_SIGNED = re.compile(r"ลงชื่อ|ลงนาม|\(?[.…_]{8,}\)?")
_FEW = 3


def is_for_signatures(rows: Iterable[Row]) -> bool:
    """Whether rows without a header hold nothing but who signs: few cells each, one of them to be signed."""
    rows = tuple(rows)
    texts = [row.own(n).text for row in rows for n in row.filled()]
    return all(len(row.filled()) <= _FEW for row in rows) and any(_SIGNED.match(text) for text in texts)
