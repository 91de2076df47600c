"""Reads the head of a paper: its title, its years, its round of report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from prongsai.ita.reading.layout import Block, TextLine
from prongsai.ita.reading.prose import Heading, is_boilerplate, kind_of
from prongsai.ita.reading.years import years_in
from prongsai.ita.thai import to_arabic

_NO_TITLE = re.compile(
    r"^[\s\-–—=_.*#~|(]*(?:(?:หน้า(?:ที่)?|page)?\s?[0-9๐-๙]{1,3}(?:\s?/\s?[0-9๐-๙]{1,3})?)?[\s\-–—=_.*#~|)]*$",
    re.IGNORECASE,
)
_RESULT = r"ผล(?:การ)?ประเมิน|ผลคะแนน|ข้อค้นพบ|(?:การ)?วิเคราะห์ผล|ผลการวิเคราะห์|คะแนน(?:เฉลี่ย|ภาพรวม|รวม|ITA)"
_PLAN = (
    r"มาตรการ|ไปสู่การปฏิบัติ|ผลการดำเนินการเพื่อ|ดำเนินการเพื่อส่งเสริม|แผนปฏิบัติ|แผนพัฒนา|แผนการขับเคลื่อน|แนวทาง(?:การ)?(?:ขับเคลื่อน|ยกระดับ|พัฒนา|ดำเนิน)|ขับเคลื่อน"
    r"|ผลการดำเนินการตาม|ส่งเสริมคุณธรรมและความโปร่งใสภายใน"
)
_ASSESSED = r"การประเมิน(?:คุณธรรม|\s?ITA)|(?<![A-Za-z])ITA"
_WORDS = re.compile(rf"(?P<result>{_RESULT})|(?P<plan>{_PLAN})|(?P<assessed>{_ASSESSED})")
_GOAL = re.compile(r"ยกระดับ|เตรียมความพร้อม|เพื่อรองรับ|เข้ารับ|เป้าหมาย|แต่งตั้ง|สนับสนุน")
_ROUND = re.compile(r"รอบ(?:การรายงาน)?(?:ระยะเวลา)?(?:ที่)?\s?\(?\s?(6|12|หก|สิบสอง)\s?เดือน")
_BEGINS_A_SECTION = re.compile(
    r"(?:ส่วนที่|บทที่|[0-9๐-๙]{1,2}\s?[.)]\s|คำสั่ง|จุดที่|จุดแข็ง|จุดอ่อน|ประเด็นที่\s?[0-9๐-๙]|ประเด็นที่(?:ต้อง|ควร)|ข้อมูล|ข้อค้นพบ)"
)
_CLOSING = (Heading.LIMITATIONS, Heading.RECOMMENDATIONS, Heading.BOTH)
_LONGEST_HEAD_LINE = 200
_MOST_HEAD_LINES = 9
_FAR = 170


def head_length(blocks: Sequence[Block]) -> int:
    """Give the number of blocks that make up the head: short lines before the first paragraph, table or section."""
    n = 0
    while n < min(len(blocks), _MOST_HEAD_LINES):
        block = blocks[n]
        if not isinstance(block, TextLine) or len(block.text) > _LONGEST_HEAD_LINE:
            break
        if n and (_BEGINS_A_SECTION.match(block.text) or kind_of(block.text).heading in _CLOSING):
            break
        n += 1
    return n


def title_of(blocks: Sequence[Block], name: str = "") -> str:
    """Give the first line of the heading; where the paper has no line outside tables, its first cell or its name."""
    for block in blocks:
        if isinstance(block, TextLine) and not _NO_TITLE.match(block.text):
            return block.text
    for block in blocks:
        if not isinstance(block, TextLine):
            for row in block.rows:
                for cell in row.cells:
                    if cell.text:
                        return cell.text
    return name.strip() or "ไม่มีชื่อเอกสาร"


def result_year(line: str) -> int | None:
    """Give the fiscal year of results that a line speaks of, or None; goals and coming rounds do not count."""
    return max((year for kind, year in _years_by_kind(line) if kind == "result"), default=None)


def plan_year_of(blocks: Sequence[Block], head: int) -> int | None:
    """Give the fiscal year for which measures were set: from the head, else from the first line that says it."""
    lines = _joined_lines(blocks)
    in_head = [year for line in lines[:head] for kind, year in _years_by_kind(line) if kind == "plan"]
    if in_head:
        return in_head[0]
    return next((year for line in lines for kind, year in _years_by_kind(line) if kind == "plan"), None)


def assessed_year_of(blocks: Sequence[Block], sheet_years: Sequence[int], headers: Sequence[str]) -> int | None:
    """Give the year of the newest result: of the score sheets, else of lines and table headers that name results."""
    if sheet_years:
        return max(sheet_years)
    lines = [*_joined_lines(blocks), *headers]
    for wanted in ("result", "assessed"):
        years = [year for line in lines for kind, year in _years_by_kind(line) if kind == wanted]
        if years:
            return max(years)
    return None


def round_months_of(blocks: Sequence[Block]) -> Literal[6, 12] | None:
    """Give the report round that the lines outside tables name, where they name only one."""
    named = {
        6 if match[1] in ("6", "หก") else 12
        for block in blocks
        if isinstance(block, TextLine)
        for match in _ROUND.finditer(to_arabic(block.text[:2_000]))
    }
    if named == {6}:
        return 6
    return 12 if named == {12} else None


def _joined_lines(blocks: Sequence[Block]) -> list[str]:
    """Give the lines outside tables, each with the one above where it goes on with a heading."""
    lines: list[str] = []
    above = ""
    for block in blocks:
        if not isinstance(block, TextLine):
            above = ""
            continue
        heading_goes_on = above and not block.gap and len(above) <= _LONGEST_HEAD_LINE and not years_in(above)
        lines.append(f"{above} {block.text}" if heading_goes_on else block.text)
        above = block.text if len(block.text) <= _LONGEST_HEAD_LINE and is_boilerplate_or_title(block.text) else ""
    return lines


def is_boilerplate_or_title(text: str) -> bool:
    """Whether a line can be the upper part of a heading."""
    return is_boilerplate(text) or _WORDS.search(text) is not None


def _years_by_kind(line: str) -> list[tuple[str, int]]:
    """Give each year of a line with what it is a year of: the nearest word before it decides."""
    found = []
    line = line[:5_000]
    for year, start, end in years_in(line):
        words = list(_WORDS.finditer(line, max(0, start - _FAR), end))
        if not words:
            continue
        nearest = words[-1]
        kind = nearest.lastgroup or ""
        if (
            kind == "assessed"
            and len(words) > 1
            and words[-2].lastgroup == "result"
            and nearest.start() - words[-2].end() < 60
        ):
            kind = "result"
        goal = _GOAL.search(line, max(0, nearest.start() - 40), nearest.start())
        if kind != "plan" and goal:
            continue
        found.append((kind, year))
    return found
