"""Fiscal years named in running text and in headers."""

from __future__ import annotations

import re

from prongsai.ita.thai import to_arabic
from prongsai.ita.thai.months import PATTERN

FIRST, LAST = 2540, 2640
"""Buddhist-era years that an ITA paper can speak of."""

YEAR = re.compile(
    r"(?:ปี\s?(?:งบประมาณ)?\s?(?:พ\s?\.?\s?ศ\s?\.?)?|งบประมาณ\s?(?:พ\s?\.?\s?ศ\s?\.?)?|พ\s?\.\s?ศ\s?\.?|ITA|ผลการประเมิน|การประเมิน)"
    r"\s{0,3}(?:พ\s?\.?\s?ศ\s?\.?\s{0,2})?(?<![0-9])([0-9]{4}|2 5 [4-9] [0-9]|[0-9]{2})"
    r"(?![0-9.,/]|\s?(?:คะแนน|%|ข้อ|คน))"
    r"|(?<![0-9.,/])(25[4-9][0-9])(?![0-9.,]|/[0-9])"
)
_TWO_FIGURES = re.compile(r"[0-9๐-๙] ?[0-9๐-๙]")
_COMPARED_BEFORE = re.compile(
    r"(?:(?:เพิ่ม|ลด|สูง|ต่ำ|ดี|มาก|น้อย|ตก)(?:ขึ้น|ลง|กว่า)?\s?จาก|เทียบ\s?กับ|กว่า)\s?(?:ผล(?:การประเมิน|คะแนน)?|คะแนน)?\s?(?:ของ|ใน)?\s?(?:ประจำ)?\s?$"
)
_MONTH_BEFORE = re.compile(rf"{PATTERN}\s{{0,2}}(?:พ\s?\.?\s?ศ\s?\.?\s{{0,2}})?$")
_LATEST_OF_TWO_FIGURES = 2580
"""Two figures such as 85 are rather a score than a year."""


def year_in(text: str) -> int | None:
    """Give the first fiscal year that a text names, or None."""
    return next((year for year, _, _ in years_in(text)), None)


def years_in(text: str) -> list[tuple[int, int, int]]:
    """Give the fiscal years of a text with the place of each: (year, start, end). Years of dates are left out."""
    if _TWO_FIGURES.search(text) is None:
        return []
    plain = to_arabic(text)
    found = []
    for match in YEAR.finditer(plain):
        figures = (match[1] or match[2]).replace(" ", "")
        short = len(figures) == 2
        year = int(figures) + (2500 if short else 0)
        start = match.start(1) if match[1] else match.start(2)
        if not FIRST <= year <= (_LATEST_OF_TWO_FIGURES if short else LAST):
            continue
        if not _MONTH_BEFORE.search(plain, max(0, start - 24), start):
            found.append((year, match.start(), match.end()))
    return found


def is_compared(plain: str, start: int) -> bool:
    """Whether a year at a place of a text is the one with which another is compared (`เพิ่มขึ้นจากปี ...`)."""
    return _COMPARED_BEFORE.search(plain, max(0, start - 40), start) is not None
