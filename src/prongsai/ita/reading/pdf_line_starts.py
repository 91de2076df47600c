"""Says of a printed line whether it begins a paragraph of its own: a list item, a heading, a question."""

from __future__ import annotations

import re

from prongsai.ita.reading.numbering import marker_of
from prongsai.ita.thai import to_arabic
from prongsai.ita.thai.months import PATTERN as MONTH

_BARE_NUMBER = re.compile(r"[0-9]{1,2}(?=\s+[ก-๎A-Za-z])")
_HEAD = re.compile(
    r"(?:ส่วนที่|บทที่|ประเด็นที่|ตัวชี้วัดที่|ตารางที่|หมวดที่|ภาคผนวก)\s?[0-9๐-๙ก-ฮ]{0,2}(?:\s|$|[:.])"
    r"|[ก-๎/ ]{4,40} ?:"
)
_DASH_IN_TEXT = re.compile(rf"[-–—]\s?(?:[0-9๐-๙]|ถึง|{MONTH})")
_DECIMAL = re.compile(r"[0-9]{1,2}\.[0-9]{2}(?![0-9])")
_CODE = re.compile(r"(?:ข้อ(?:คำถาม|ที่)?\s?)?(?:[IiEeOo]\s?[0-9๐-๙]{1,2}|l[0-9๐-๙]{1,2}|[1|][๐-๙]{1,2})(?![0-9๐-๙])")
_BEFORE_A_CODE = re.compile(r"(?:จาก|ข้อ|ข้อที่|และ|หรือ|ถึง|กับ|ใน|ของ|ตาม|[,(/\-–]|[IiEeOo]\s?[0-9๐-๙]{1,2})$")
_LONGEST_BRACKET = 60
_DISTRICT = r"(?:อำเภอ|อ\.|เขต)\s?[ก-๎]{2,30}"
_PROVINCE = r"(?:จังหวัด|จ\.)\s?[ก-๎]{2,30}|กรุงเทพมหานคร"
_PLACE = rf"{_DISTRICT}(?:\s?(?:{_PROVINCE}))?|{_PROVINCE}"
_KIND = (
    r"องค์การบริหารส่วน|เทศบาล|สำนักงาน|ที่ทำการ|ที่ว่าการ|โรงพยาบาล|โรงเรียน|มหาวิทยาลัย|วิทยาลัย|สถานีตำรวจ"
    r"|อบต\.|อบจ\.|ทต\.|ทม\.|ทน\.|สภ\.|รพ\.สต\.|รพ\."
)
_AGENCY = rf"(?:{_KIND})\s?[ก-๎]{{2,60}}(?:\s(?:{_PLACE}|ประจำปี.{{0,60}}|ปีงบ.{{0,60}}))?"
_YEAR = (
    r"(?:รอบ\s?[0-9]{1,2}\s?เดือน.{0,30})?(?:ประจำ)?ปี\s?(?:งบประมาณ)?\s?(?:พ\.?\s?ศ\.?)?\s?2[45][0-9]{2}"
    r"(?:\s?(?:\(|รอบ|และ|ของ).{0,100})?"
)
_RUNS_ON = re.compile(r"(?:ประจำ|จาก|ของ|ใน|(?<!ติด)ตาม|และ|กับ|โดย|ที่|ให้|เป็น|ส่วน|ปี)$")
_OF_A_HEADING = re.compile(f"{_PLACE}|{_AGENCY}|{_YEAR}")


def begins_item(above: str, line: str) -> bool:
    """Whether a line below a paragraph begins as a list item, a heading or a question does.

    Figures of scores, years and spans of time at the beginning of a line are no numbers of items.
    """
    if _HEAD.match(line) or (_CODE.match(line) and not _BEFORE_A_CODE.search(above)):
        return True
    plain = to_arabic(line)
    marker = marker_of(line)
    if marker is not None and _DECIMAL.match(plain):
        before = marker_of(above)
        return before is not None and before[1] == (marker[1][0], marker[1][-1] - 1)
    if marker is not None:
        return not _DASH_IN_TEXT.match(line)
    number = _BARE_NUMBER.match(plain)
    return number is not None and int(number.group()) == (bare_number(above) or 0) + 1


def bare_number(text: str) -> int | None:
    """Give the number with which a text begins, without a dot or bracket; None where there is none."""
    number = _BARE_NUMBER.match(to_arabic(text))
    return int(number.group()) if number else None


def closes_bracket(above: str, line: str) -> bool:
    """Whether a line holds the end of a bracket that the paragraph above it has just opened."""
    tail = above[-_LONGEST_BRACKET:]
    return tail.rfind("(") > tail.rfind(")") and line.find(")") > line.find("(") == -1


def of_a_heading(above: str, line: str) -> bool:
    """Whether a line is one that headings give a line of their own: the year, or the agency and where it is."""
    if _RUNS_ON.search(above) or above.count("(") > above.count(")"):
        return False
    return _OF_A_HEADING.fullmatch(to_arabic(line)) is not None
