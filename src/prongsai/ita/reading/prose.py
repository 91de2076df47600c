"""Says what kind of line a line outside tables is: a heading of some section, an advice, or plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from prongsai.ita.reading.folding import WordSet, fold
from prongsai.ita.reading.numbering import marker_of, strip_marker


class Heading(Enum):
    """Sections that the reader tells apart."""

    ANALYSIS = "analysis"
    STRENGTHS = "strengths"
    LIMITATIONS = "limitations"
    RECOMMENDATIONS = "recommendations"
    BOTH = "limitations and recommendations"
    MEASURES = "measures"
    SCORES = "scores"
    UNCONFIRMED = "what is still to be checked"
    PART = "part"


_WORDS = WordSet.named("headings")
_LIMIT = re.compile(r"ปัญหา|อุปสรรค|ข้อจากัด")
_ADVISE = re.compile(r"ข้อเสนอแนะ|ข้อเสนอ")
_ANALYSIS = re.compile(
    r"วิเคราะห์|ข้อค้นพบ|จุดอ่อน|จุดที่ต้อง|จุดที่ควร|ประเด็นที่ต้อง|ประเด็นที่ควร|สิ่งที่ต้อง|จุดบกพร่อง|ข้อบกพร่อง|ข้อสังเกต|ข้อที่ต้อง|ข้อที่ควร|ตัวชี้วัดที่ต้อง|ตัวชี้วัดที่ควร"
)
_STRONG = re.compile(r"จุดแข็ง|จุดเด่น")
_DEEDS = re.compile(
    r"มาตรการ|ไปสู่การปฏิบัติ|แผนปฏิบัติ|แนวทางการดาเนิน|แนวทางการขับเคลื่อน|แนวทางการ(?:พัฒนา|ยกระดับ|ปรับปรุง)(?=.*ปี)"
)
_RESULTS = re.compile(r"ผลการประเมิน|ผลคะแนน|คะแนน|ผลลัพธ์|ความสาเร็จ")
_UNCONFIRMED = re.compile(
    r"^(?:ส่วนที่\s?[0-9๐-๙]{1,2}\s?)?(?:(?:ข้อมูล|เรื่อง|รายการ)ที่ยังไม่(?:ได้)?ยืนยัน|ข้อควรตรวจสอบ)(?:และข้อควรตรวจสอบ)?$"
)
_PART = re.compile(r"^(?:ส่วนที่|บทที่|ตอนที่|หมวดที่|ภาคผนวก|ตารางที่|ภาพที่|แผนภูมิที่)")
_URGES = (
    r"(?:ควร|ให้|หน่วยงาน|จัด|เพิ่ม|ปรับปรุง|เผยแพร่|กำหนด|กำกับ|ประชาสัมพันธ์|สร้าง|ส่งเสริม|เสริมสร้าง"
    r"|พัฒนา|ทบทวน|แต่งตั้ง|ดำเนิน|เปิด|ลด|ต้อง|มอบหมาย)"
)
_ADVICE = re.compile(
    rf"^(?:(?P<label>(?:ข้อเสนอแนะ|แนวทาง(?:การ|ใน)?(?:การ)?(?:แก้ไข|พัฒนา|ปรับปรุง|ดำเนินการ|ยกระดับ)?(?:ปัญหา)?|วิธี(?:การ)?แก้ไข|การแก้ไข|คำแนะนำ|การพัฒนา)(?:\s?[:：]\s?|\s+(?={_URGES})))"
    r"|(?:ดังนั้น|จึงควร|หน่วยงานควร|ควร|เห็นควร|จึงเห็นควร|หน่วยงานจึง|หน่วยงานต้อง|ต้อง|เพื่อแก้ไข|หน่วยงานอาจ|ทั้งนี้\s?(?:หน่วยงาน)?ควร))"
)
_GOES_ON = re.compile(r"^(?:นอกจากนี้|นอกจากนั้น|รวมทั้ง|รวมถึง|ทั้งนี้|อีกทั้ง|ตลอดจน|พร้อมทั้ง|และ|โดย|เพื่อ|ซึ่ง|\()")
_OPENS = re.compile(r"(?:ดังนี้|ดังต่อไปนี้|ได้แก่|ประกอบด้วย|:)\s*$")
_CODE = re.compile(r"(?<![A-Za-z])[IiEeOo]\s?[0-9๐-๙]{1,2}(?![0-9๐-๙])")
_BEFORE_TEXT = re.compile(
    r"(?P<head>(?:ปัญหา\s?(?:/|,|และ)?\s?อุปสรรค|ข้อจำกัด|ข้อเสนอแนะ)[^\s:]{0,60})\s+(?P<text>\S.{9,})"
)
_LONGEST_HEADING = 230
_PURE = 0.8


@dataclass(frozen=True, slots=True)
class LineKind:
    """A heading, and the text that stands behind its colon on the same line, if any."""

    heading: Heading | None = None
    rest: str = ""


@lru_cache(maxsize=4_000)
def kind_of(line: str) -> LineKind:
    """Say of which section a line is the heading, or that it is none."""
    head, _, rest = line.partition(":")
    rest = rest.strip() if len(head) < 80 else ""
    text = strip_marker(head if rest else line)
    if len(text) > _LONGEST_HEADING or _CODE.search(text):
        return LineKind()
    if _UNCONFIRMED.match(text):
        return LineKind(Heading.UNCONFIRMED, rest)
    # What follows a part of the paper is its heading, however it is worded.
    share = _WORDS.share(text)
    if _PART.match(fold(text)):
        return LineKind(_section(fold(text)) or Heading.PART, rest)
    if share < _PURE:
        return _heading_before_text(strip_marker(line))
    section = _section(fold(text))
    return LineKind(section, rest if section else "")


def _heading_before_text(text: str) -> LineKind:
    """Part a heading of problems or proposals from the text that stands behind it after a blank, on the same line."""
    match = _BEFORE_TEXT.match(text)
    if match is None or _WORDS.share(match["head"]) < _PURE:
        return LineKind()
    return LineKind(_section(fold(match["head"])), match["text"].strip())


def _section(key: str) -> Heading | None:
    limits, advises = _LIMIT.search(key), _ADVISE.search(key)
    if limits:
        return Heading.BOTH if advises else Heading.LIMITATIONS
    return Heading.RECOMMENDATIONS if advises else _inner_section(key)


def _inner_section(key: str) -> Heading | None:
    if _STRONG.search(key) and not _ANALYSIS.search(key):
        return Heading.STRENGTHS
    deeds, analysis = _DEEDS.search(key), _ANALYSIS.search(key)
    if deeds and not (analysis and analysis.start() < deeds.start() and "ไปสู่" not in key):
        return Heading.MEASURES
    if analysis:
        return Heading.ANALYSIS
    return Heading.SCORES if _RESULTS.search(key) else None


def is_boilerplate(line: str) -> bool:
    """Whether a line holds nothing but the words of headings, such as the second line of one."""
    return marker_of(line) is None and _WORDS.share(line) >= 0.85


def opens_a_list(line: str) -> bool:
    """Whether a line only leads to what follows."""
    return _OPENS.search(line) is not None


def advice_in(line: str) -> str | None:
    """Give the advice that a line begins with, without its label; None where the line is no advice."""
    match = _ADVICE.match(line)
    if match is None:
        return None
    return line[match.end("label") :].strip() if match["label"] else line


def goes_on(line: str) -> bool:
    """Whether a line goes on with the thought of the line above."""
    return _GOES_ON.match(line) is not None
