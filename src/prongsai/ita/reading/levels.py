"""Levels of the overall as papers print them: letters to 2565, words since."""

from __future__ import annotations

import re

_WORDS = r"ผ่านดีเยี่ยม|ผ่านดี|ไม่ผ่าน|ผ่าน|ต้องปรับปรุงโดยด่วน|ต้องปรับปรุง"
_LETTERS = r"AA|[A-F](?![A-Za-z])"
_QUOTE = r"[\"'“”‘’(]{0,2}"
LEVEL = (
    rf"(?<!ยก)(?:(?:อยู่)?(?:ใน)?ระดับ(?:ผลการประเมิน|คะแนน)?|เกรด)\s?:?\s?(?:[.…]{{2,60}}\s?)?{_QUOTE}\s?(?P<level>{_WORDS}|{_LETTERS})(?!เกณฑ์)"
    rf"|คะแนน\s?\(\s?(?P<grade>{_WORDS}|{_LETTERS})\s?\)"
)
"""A level in running text."""

_ALONE = re.compile(rf"\s*(?:ระดับ|เกรด)?\s*{_QUOTE}\s?({_WORDS}|{_LETTERS})(?![ก-๎A-Za-z])")


def level_of_cell(text: str) -> str | None:
    """Give the level that a cell of a table states, without quotation marks, or None."""
    match = _ALONE.match(text)
    return match[1] if match else None
