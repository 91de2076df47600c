"""House addresses: a number of a house with its village, alley or road, which leads to somebody's door.

A village (หมู่ที่ ๕) alone is a place of work of the office and no finding; so are numbers of papers (๑๒/๒๕๖๗).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from prongsai.ita.privacy.finders import PersonalData, mask_figures
from prongsai.ita.thai.digits import to_arabic

_HOUSE = r"[0-9]{1,4}(?:[/-][0-9]{1,4}){0,3}(?![0-9,]|\.[0-9]| ?(?:คน|บาท|ราย|ครัวเรือน|หลัง|แห่ง|ชิ้น|เครื่อง))"
_BLANK = "[ \t\u00a0]{0,3}"
_VILLAGE = rf"(?:หมู่(?:ที่|บ้านที่)?|ม\.){_BLANK}[0-9]{{1,2}}(?![0-9])"
_STREET = rf"(?:ถนน|ถ\.|ซอย|ซ\.|ตรอก){_BLANK}[ก-๙A-Za-z]"
_ESTATE = r"(?:หมู่บ้าน|บ้าน|อาคาร|คอนโด|แฟลต)[ก-๙]{2,30}"
_DISTRICT = rf"(?:ตำบล|ต\.|แขวง){_BLANK}[ก-๙]"
_PLACE = rf"(?:{_DISTRICT}|บ้าน[ก-๙]|{_STREET}|อ\.|อำเภอ)"
_LED_BY = r"(?:(?:ตาม)?ที่อยู่(?:ตามทะเบียนบ้าน|ปัจจุบัน|ที่ติดต่อได้|เลขที่)?|อาศัยอยู่(?:ที่)?|พักอยู่|ภูมิลำเนา|อยู่ที่)"

_NAMED = re.compile(rf"(?:บ้าน|ทะเบียนบ้าน|ห้อง|หลังคาเรือน)เลขที่{_BLANK}:?{_BLANK}{_HOUSE}(?:{_BLANK}{_VILLAGE})?")
_SHORT_NAMED = re.compile(rf"(?<![ก-๙])บ\.?ล\.?ข\.?{_BLANK}{_HOUSE}(?:{_BLANK}{_VILLAGE})?")
_WITH_VILLAGE = re.compile(
    rf"(?:เลขที่{_BLANK}{_HOUSE}|(?<![0-9x/.,-])(?:[0-9]{{1,4}}/[0-9]{{1,4}}|{_HOUSE}(?={_BLANK},?{_BLANK}{_VILLAGE}{_BLANK}{_PLACE})))"
    rf"{_BLANK},?{_BLANK}{_VILLAGE}"
)
"""A bare number before a village is a house only where the tambon follows, or where it has parts (๑๒/๓)."""
_WITH_STREET = re.compile(rf"เลขที่{_BLANK}{_HOUSE}{_BLANK}(?={_STREET}|{_ESTATE}|{_DISTRICT})")
_LED = re.compile(
    rf"{_LED_BY}{_BLANK}:?{_BLANK}(?:เลขที่{_BLANK})?{_HOUSE}(?={_BLANK}(?:{_VILLAGE}|{_STREET}|{_ESTATE}|{_DISTRICT}))"
)
_PATTERNS = (_NAMED, _SHORT_NAMED, _LED, _WITH_VILLAGE, _WITH_STREET)

_YEAR_AFTER_STROKE = re.compile(r"[/-]25[0-9]{2}(?![0-9])")
_NOT_A_HOUSE = re.compile(
    r"(?:โครงการ|หน้า|รุ่น|ชุด|คืน|แจก|(?<![ก-๙])ว|ใช้|อัน|สาย|เข็ม|คลอง|ส่วน|คะแนน|ไตรมาส|สัดส่วน|รายการ|ลำดับ|ข้อ|จุด|แผน|คำสั่ง|ประกาศ|หนังสือ|กิจกรรม|ครั้ง|ประตู|เสา|บ่อ|สัญญา|ระยะ|ยาว|จำนวน|ประชากร|มติ|เล่ม|ฉบับ)"
    r"(?:ที่|เลขที่)?\.?[ \t\u00a0]{0,3}\Z"
)
"""What a number before a village numbers when it is no house: an item of a list, a paper, a project."""


def house_addresses(text: str) -> Iterator[PersonalData]:
    """Find house addresses in order of the text; the digits are hidden, the words stay."""
    plain = to_arabic(text)
    if "เลขที่" not in plain and not _HINT.search(plain):
        return
    spans = sorted(
        match.span()
        for pattern in _PATTERNS
        for match in pattern.finditer(plain)
        if not _numbers_something_else(plain, match)
    )
    for start, end in _joined(spans):
        yield PersonalData("house-address", start, end, mask_figures(text[start:end], shown=0))


def _joined(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join spans that overlap: one address seen in two ways of writing."""
    held: tuple[int, int] | None = None
    for start, end in spans:
        if held is not None and start < held[1]:
            held = held[0], max(held[1], end)
            continue
        if held is not None:
            yield held
        held = start, end
    if held is not None:
        yield held


_HINT = re.compile(r"หมู่|ม\.|บ\.?ล\.?ข|ที่อยู่|อยู่ที่|อาศัย|ภูมิลำเนา")


def _numbers_something_else(plain: str, match: re.Match[str]) -> bool:
    before = plain[max(0, match.start() - 24) : match.start()]
    return bool(_YEAR_AFTER_STROKE.search(match.group()) or _NOT_A_HOUSE.search(before))
