"""Lists inside a cell or a section: finds the numbers and bullets and gives one text per item.

The style of numbering is detected per cell and its numbers must rise, or start again at 1. So dates, amounts, times and
numbers of clauses inside a sentence are no numbers of items. Items may run on in one line and be glued together
(`๑.จัดประชุม ๒.แจ้งเวียน`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from prongsai.ita.thai import to_arabic
from prongsai.ita.thai.months import PATTERN as MONTH

_CLAUSE = r"(?<!ราย)(?<!ทุก)(?<!ละ)ข้อ"
_NAMED = rf"(?:ขั้นตอนที่|กิจกรรมที่|มาตรการที่|แนวทางที่|โครงการที่|ข้อที่|{_CLAUSE}) ?[0-9]{{1,2}} ?[.):]?"
_SUB = r"[0-9]{1,2}\.[0-9]{1,2}(?:\.[0-9]{1,2})?(?:[.)]|(?![0-9]))"
_MARKER = re.compile(
    rf"(?P<named>{_NAMED}(?=\s|[ก-๎]))"
    rf"|(?P<sub>{_SUB})(?=\s?[^\s0-9%])"
    r"|(?P<both>\(\s?[0-9]{1,2}\s?\))"
    r"|(?P<paren>[0-9]{1,2}\s?\))"
    r"|(?P<dot>[0-9]{1,2}\s?\.(?![0-9]))"
    r"|(?P<bare>[0-9]{1,2})(?=\s+[ก-๎A-Za-z])"
    r"|(?P<letter>[กขคงจฉชซ]\s?[.)](?=\s?[ก-๎]{2}))"
    r"|(?P<bullet>[•●▪◦○➢❖✓✔■□▶►‣⁃]|[-–—*](?=\s?[^\s\-–—0-9]))"
)
_A_REFERENCE = (
    rf"(?:{_CLAUSE}|ข้อที่|มาตรา|หมวด|หมวดที่|เล่ม|เล่มที่|ฉบับที่|วรรค|ส่วนที่|บทที่|ครั้งที่|ตัวชี้วัดที่|ประเด็นที่|หมู่ที่|หมู่|เลขที่"
    r"|ระยะที่|วันที่|พ\.ศ|(?<![ก-๎])ม|ข้อย่อย|โทร)"
)
_NOT_BEFORE = re.compile(rf"{_A_REFERENCE}\.?\s?$")
_NOT_BEFORE_BARE = re.compile(
    rf"(?:{_A_REFERENCE}|ที่|หน้า|ชั้น|ระดับ|จำนวน|รวม|ทั้ง|ภายใน|ทุก|ทุกๆ|ละ|กว่า|เวลา|และ|ถึง|ปี|รอบ|ครั้ง|ไตรมาส|ไม่เกิน"
    r"|ประมาณ|อย่างน้อย|เป็น|มี|ได้)\.?\s?$"
)
_COUNTED = (
    "คน เดือน ครั้ง แห่ง ปี วัน บาท ฉบับ จุด เรื่อง หมู่บ้าน หมู่ ข้อ ราย ชุด เครื่อง แผ่น หน่วย ตัว กลุ่ม คะแนน ชุมชน ช่องทาง "
    "ชั่วโมง นาที ชิ้น หลัง คัน กอง สำนัก ส่วน โครงการ กิจกรรม แบบ ประเภท ด้าน ประเด็น ระบบ มาตรการ ตำบล อำเภอ ครัวเรือน งาน "
    "ภาค ขั้นตอน คู่ เล่ม อัน รายการ ตัวชี้วัด องค์ประกอบ สัปดาห์ ไตรมาส"
)
_DATE_OR_COUNT = re.compile(rf"\s*(?:{MONTH}|น\.|%|{'|'.join(_COUNTED.split())})")
_OPENS_A_LIST = re.compile(r"(?:ดังนี้|ดังต่อไปนี้|ได้แก่|ประกอบด้วย|คือ|เช่น|:)\s*:?\s*-?$")
_NUMBERS = re.compile(r"[0-9]{1,2}")
_LETTERS = "กขคงจฉชซ"
_SHORTEST_INLINE = 6


@dataclass(frozen=True, slots=True)
class _Marker:
    """A number or bullet: its style, its figures (a letter counts), its place, whether a line begins with it."""

    style: str
    figures: tuple[int, ...]
    start: int
    end: int
    opens_line: bool
    glued: bool


def list_items(lines: Sequence[str]) -> tuple[str, ...]:
    """Give one text per item, sub-items straight after their parent, without numbers and bullets.

    Lines without a number go on with the item above. A text before the first item is an item of its own, unless it only
    opens the list. Without any number or bullet all lines are one text.
    """
    text = "\n".join(line.strip() for line in lines)
    if not text.strip():
        return ()
    markers = _accepted(_candidates(text), text)
    starts = [0, *(marker.end for marker in markers)]
    ends = [*(marker.start for marker in markers), len(text)]
    items = [" ".join(text[start:end].split()) for start, end in zip(starts, ends, strict=True)]
    if markers and _OPENS_A_LIST.search(items[0]):
        items[0] = ""
    cleaned = (strip_marker(item) if n else item for n, item in enumerate(items))
    return tuple(item for item in cleaned if _says_something(item))


def is_numbered(lines: Sequence[str]) -> bool:
    """Whether a text holds a list with numbers or bullets."""
    text = "\n".join(line.strip() for line in lines)
    return bool(_accepted(_candidates(text), text))


def strip_marker(text: str) -> str:
    """Give a text without the number or bullet in front of it."""
    match = _MARKER.match(to_arabic(text))
    if match is None or match.lastgroup == "bare":
        return text.strip()
    return text[match.end() :].strip()


def marker_of(line: str) -> tuple[str, tuple[int, ...]] | None:
    """Give style and figures of the number or bullet with which a line begins, or None."""
    match = _MARKER.match(to_arabic(line.lstrip()))
    if match is None or match.lastgroup == "bare":
        return None
    return match.lastgroup or "", _figures(match)


def _says_something(item: str) -> bool:
    return any(char.isalnum() for char in item)


def _figures(match: re.Match[str]) -> tuple[int, ...]:
    if match.lastgroup == "letter":
        return (_LETTERS.index(match.group()[0]) + 1,)
    return tuple(map(int, _NUMBERS.findall(match.group())))


def _candidates(text: str) -> list[_Marker]:
    """Find everything that could be the number or bullet of an item."""
    plain = to_arabic(text)
    found = []
    for match in _MARKER.finditer(plain):
        start = match.start()
        before = plain[start - 1] if start else "\n"
        glued = before not in " \n\t"
        style = match.lastgroup or ""
        if glued and (style != "dot" or before.isdigit() or before in ".,/(-"):
            continue
        opens_line = before == "\n"
        unlikely = _NOT_BEFORE_BARE if style == "bare" else _NOT_BEFORE
        if not opens_line and unlikely.search(plain, max(0, start - 14), start):
            continue
        if style == "bare" and _DATE_OR_COUNT.match(plain, match.end()):
            continue
        found.append(_Marker(style, _figures(match), start, match.end(), opens_line, glued))
    return found


def _accepted(candidates: list[_Marker], text: str) -> list[_Marker]:
    """Keep the candidates whose numbers rise within their style, level by level."""
    accepted: list[_Marker] = []
    last: dict[str, tuple[int, ...]] = {}
    last_two = {marker.style: n for n, marker in enumerate(candidates) if marker.figures == (2,)}
    main = next((marker.style for marker in candidates if _may_open(marker, rises=marker.style in last_two)), None)
    if main is None:
        return []
    for n, marker in enumerate(candidates):
        if marker.style == main:
            fits = _fits_main(marker, last.get(main), rises=last_two.get(main, -1) > n)
        elif marker.style == "bullet":
            fits = marker.opens_line
        else:
            fits = _fits_below(marker, last, main)
        if fits and not (accepted and _too_close(accepted[-1], marker, text)):
            accepted.append(marker)
            last[marker.style] = marker.figures
            if marker.style == main:
                last = {main: marker.figures}
    return accepted


def _may_open(marker: _Marker, *, rises: bool) -> bool:
    """Whether a list can begin with this candidate; `rises`: a number 2 of its style stands in the text."""
    if marker.style == "bullet":
        return marker.opens_line or marker.start == 0
    if marker.style == "bare":
        return (marker.start == 0 or marker.opens_line) and marker.figures == (1,) and rises
    if marker.style == "sub":
        return marker.opens_line or marker.figures[-1] == 1
    return marker.opens_line or (marker.figures == (1,) and (rises or not marker.glued))


def _fits_main(marker: _Marker, last: tuple[int, ...] | None, *, rises: bool) -> bool:
    """Whether a candidate goes on with the list; `rises`: a number 2 follows it."""
    if marker.style == "bullet" or last is None:
        return True
    if marker.style == "sub":
        return marker.figures > last or marker.figures[-1] == 1
    number = marker.figures[0]
    if number == last[0] + 1:
        return True
    if number == 1:  # the numbers start again
        return marker.opens_line or rises
    return marker.opens_line and last[0] < number <= last[0] + 3 and marker.style != "bare"


def _fits_below(marker: _Marker, last: dict[str, tuple[int, ...]], main: str) -> bool:
    """Whether a candidate of another style is an item below the one above it."""
    if main == "bullet" and not marker.opens_line:
        return False
    if marker.style == "bare":
        return False
    before = last.get(marker.style)
    if marker.style == "sub":
        parent = last.get(main)
        under = parent is None or main in ("bullet", "sub") or marker.figures[0] == parent[0]
        return under and (before is None or marker.figures > before) and (before is not None or marker.figures[-1] == 1)
    if before is None:
        return marker.figures == (1,)
    return marker.figures[0] == before[0] + 1


def _too_close(above: _Marker, marker: _Marker, text: str) -> bool:
    """Whether so little stands between two markers on one line that the second is part of the text."""
    between = text[above.end : marker.start].strip()
    if marker.opens_line:
        return False
    return len(between) < (_SHORTEST_INLINE if marker.style in ("bullet", "bare") else 1)
