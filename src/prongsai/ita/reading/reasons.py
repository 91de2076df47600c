"""Sees where a paper names the result of a year as the reason for the measures of that very year.

Such a result is known only when the year is nearly over: the measures cannot have come from it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from prongsai.ita.papers.reading import ReadingWarning
from prongsai.ita.reading.head import result_year
from prongsai.ita.reading.layout import Block, TextLine
from prongsai.ita.reading.years import years_in

_THEREFORE = re.compile(
    r"(?:จึง|ดังนั้น|ด้วยเหตุนี้)[^\n]{0,40}?(?:ได้)?(?:จัดทำ|กำหนด|ออก|วาง)[^\n]{0,30}?(?:มาตรการ|แนวทาง|แผนปฏิบัติ|แผนการขับเคลื่อน)"
)
_LINES_BACK = 3
_FAR = 2_000
_NEAR = 250


def own_year_as_reason(blocks: Sequence[Block]) -> ReadingWarning | None:
    """Warn where a sentence draws measures of a year (จึงได้จัดทำมาตรการ ... ปี n) from the result of year n above it.

    None where the measures name another year or none, or the lines above tell the result of another year.
    """
    lines = [block.text[:_FAR] for block in blocks if isinstance(block, TextLine)]
    for n, line in enumerate(lines):
        match = _THEREFORE.search(line)
        if match is None:
            continue
        years = years_in(line[match.start() : match.end() + _NEAR])
        told = _result_told([*lines[max(0, n - _LINES_BACK) : n], line[: match.start()]])
        if years and told == years[0][0]:
            return ReadingWarning("cause-after-effect", "document.assessed_year", str(told))
    return None


def _result_told(lines: Sequence[str]) -> int | None:
    """Give the newest year whose result the lines speak of, the nearest line first."""
    return next((year for line in reversed(lines) if (year := result_year(line)) is not None), None)
