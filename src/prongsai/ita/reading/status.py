"""The state of a measure as a report words it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from prongsai.ita.papers.reading import MeasureStatus

_DONE = r"(?:ได้)?(?:ดำเนินการ|ดำเนินงาน|ปฏิบัติ)?(?:แล้วเสร็จ|เสร็จสิ้น(?:แล้ว)?|เสร็จเรียบร้อย(?:แล้ว)?|เรียบร้อยแล้ว|เสร็จแล้ว)"
_WORDS: tuple[tuple[MeasureStatus, str], ...] = (
    (
        "not_started",
        r"(?:ยัง)?ไม่(?:ได้|มีการ)?(?:เริ่ม)?(?:ดำเนินการ|ดำเนินงาน|ปฏิบัติ)|ยังไม่ถึงกำหนด(?:ดำเนินการ)?|ยังไม่เริ่ม(?:ดำเนินการ)?",
    ),
    ("in_progress", r"(?:อยู่)?(?:ใน)?ระหว่าง(?:การ)?(?:ดำเนินการ|ดำเนินงาน)|กำลังดำเนินการ|อยู่ในขั้นตอนการดำเนินการ"),
    ("completed", _DONE + r"|ดำเนินการแล้ว(?:เสร็จ)?|ได้ดำเนินการแล้ว"),
)
_MARK = r"[\s✓✔☑√/☒■●•\-–:.,()\[\]\"'*]*"
_AT_HEAD = tuple((state, re.compile(rf"{_MARK}(?:{words})(?P<stop>{_MARK})")) for state, words in _WORDS)
_TICKS = frozenset("✓✔☑√/xX●■1๑")
_GOES_ON = re.compile(r"[ก-ฮเ-ไA-Za-z]")


def status_of(text: str) -> MeasureStatus | None:
    """Give the state that a cell of a status column states, or None."""
    for state, pattern in _AT_HEAD:
        if pattern.match(text):
            return state
    return None


def status_at_head(lines: Sequence[str]) -> tuple[MeasureStatus | None, tuple[str, ...]]:
    """Take the word of the status off the head of a cell of results: the state and the lines that remain.

    The word is taken off where it stands apart, alone on its line or parted from what follows; where the sentence runs
    on from it (`อยู่ระหว่างดำเนินการจัดซื้อ`) the sentence stays whole.
    """
    if not lines:
        return None, ()
    first = lines[0]
    for state, pattern in _AT_HEAD:
        match = pattern.match(first)
        if match is None:
            continue
        rest = first[match.end() :]
        if rest and not match["stop"] and _GOES_ON.match(rest):
            return state, tuple(lines)
        kept = (rest.strip(),) if rest.strip() else ()
        return state, (*kept, *lines[1:])
    return None, tuple(lines)


def is_tick(text: str) -> bool:
    """Whether a cell holds nothing but a tick."""
    marks = text.strip()
    return 0 < len(marks) <= 3 and all(char in _TICKS for char in marks)
