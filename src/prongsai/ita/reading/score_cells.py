"""Reads the figures of cells of score tables: a score, a part of its full marks, a change; and the labels of totals."""

from __future__ import annotations

import re
from decimal import Decimal

from prongsai.ita.reading.folding import WordSet, fold
from prongsai.ita.thai import printed_number, round_half_up

TOTAL = re.compile(r"รวม|เฉลี่ย|ภาพรวม|ผลการประเมิน|^ita$|total|ผลคะแนน|คะแนนita")
FALL = re.compile(r"ลด|ต่าลง|น้อยลง|▼|↓|⬇")
_PART_OF = re.compile(
    r"^\s*([0-9๐-๙]{1,3}(?:\.[0-9๐-๙]{1,4})?)\s?(?:คะแนน)?\s?(?:/|จาก|\()\s?(?:คะแนนเต็ม)?\s?([0-9๐-๙]{2,3})\s?(?:คะแนน)?\)?\s*$"
)
_FIGURE = re.compile(r"[+\-−–]?\s?[0-9๐-๙]{1,6}(?:\.[0-9๐-๙]+)?")
_TOTAL_WORDS = WordSet.named("totals")
_SOME_ONLY = re.compile(r"ตัวชี้วัด(?:ที่)?[0-9]|[2-9]ตัวชี้วัด")
_PURE = 0.8


def score_in_cell(text: str) -> Decimal | None:
    """Give the figure of a cell; a part (28.04/30) is brought to a scale of 100. None where there is no one figure."""
    part = _PART_OF.match(text)
    if part:
        value, full = printed_number(part[1]), printed_number(part[2])
        if value is not None and full is not None and value <= full < 100 and full > 0:
            return round_half_up(value * 100 / full)
        return value
    value = printed_number(text)
    return value if value is None or value == abs(value) else None


def change_in_cell(text: str, *, falls: bool) -> Decimal | None:
    """Give the printed change of a cell with its sign; `falls`: the column speaks of falls."""
    figure = _FIGURE.search(text)
    signed = printed_number(text)
    if signed is None and figure is not None:
        signed = printed_number(figure.group())
    if signed is None:
        return None
    return -abs(signed) if falls or FALL.search(fold(text)) else signed


def is_total(text: str) -> bool:
    """Whether a text is the label of the overall and of nothing beside it."""
    key = fold(text)
    return TOTAL.search(key) is not None and not _SOME_ONLY.search(key) and _TOTAL_WORDS.share(text) >= _PURE
