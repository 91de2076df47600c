"""echo: results that only restate the steps, so that a reader cannot see what was done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from prongsai.ita.analysis.finding import CheckFinding
from prongsai.ita.papers.reading import MeasureRow, Reading
from prongsai.ita.thai.text import compact

ECHO = 0.75
"""Share of a row's results that stands in its steps, from which the row counts as an echo.

Rows that restate their steps in slightly other words (จัดทำ for มี) lie at 0.90 and above; rows that tell what came of
the steps in words of their own lie under 0.60.
"""

_LEAST = 12
"""Shorter results in all (such as ดำเนินการแล้ว) say too little to repeat anything."""
_RUN = 4
_LONG_RUN = 10
_FIGURE = re.compile(r"[0-9]+(?:[./][0-9]+)*")


def check_echoes(reading: Reading) -> Iterator[CheckFinding]:
    """Find the rows whose results repeat their steps."""
    for index, row in enumerate(reading.measures):
        share = echo_share(row)
        if share >= ECHO:
            yield CheckFinding(
                code="echo",
                severity="doubt",
                where=f"measures[{index}].results",
                message=f"ผลการดำเนินงานแถวที่ {index + 1} ซ้ำกับขั้นตอน จึงยังไม่เห็นว่าได้ทำอะไร เมื่อใด เท่าใด",
                settle="ควรเพิ่มวันที่ จำนวน สถานที่ หรือเลขที่เอกสารที่แสดงว่าได้ดำเนินการแล้ว",
                found=f"{round(share * 100)}%",
            )


def echo_share(row: MeasureRow) -> float:
    """Give the share (0 to 1) of a row's results that stands in its steps or measures already.

    A result with a figure that the steps do not have (a date, a count, a document number) is new, however much of its
    wording repeats.
    """
    said = [compact(text) for text in (*row.steps, *row.measures)]
    results = [text for text in map(compact, row.results) if text]
    length = sum(map(len, results))
    if not said or length < _LEAST:
        return 0.0
    figures = set(_FIGURE.findall(" ".join(said)))
    return sum(_repeated(text, said, figures) for text in results) / length


def _repeated(result: str, said: Sequence[str], figures: set[str]) -> int:
    """Count the characters of a result that repeat one step, or several steps in long runs."""
    if not set(_FIGURE.findall(result)) <= figures:
        return 0
    single = max(_common(result, step, _RUN) for step in said)
    return max(single, _common(result, " ".join(said), _LONG_RUN))


def _common(result: str, step: str, run: int) -> int:
    blocks = SequenceMatcher(None, result, step, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size >= run)
