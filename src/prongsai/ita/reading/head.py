"""Reads the head of a paper: its title, its years, its round of report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from prongsai.ita.reading.layout import Block, TextLine
from prongsai.ita.reading.prose import Heading, is_boilerplate, kind_of
from prongsai.ita.reading.years import is_compared, years_in
from prongsai.ita.thai import to_arabic

_NO_TITLE = re.compile(
    r"^[\s\-–—=_.*#~|(]*(?:(?:หน้า(?:ที่)?|page)?\s?[0-9๐-๙]{1,3}(?:\s?/\s?[0-9๐-๙]{1,3})?)?[\s\-–—=_.*#~|)]*$",
    re.IGNORECASE,
)
_RESULT = r"ผล(?:การ)?ประเมิน|ผลคะแนน|ข้อค้นพบ|(?:การ)?วิเคราะห์ผล|ผลการวิเคราะห์|คะแนน(?:เฉลี่ย|ภาพรวม|รวม|ITA)"
_PLAN = (
    r"มาตรการ|ไปสู่การปฏิบัติ|ผลการดำเนินการเพื่อ|ดำเนินการเพื่อส่งเสริม|แผนปฏิบัติ|แผน(?:การ|งาน)?(?:พัฒนา|ขับเคลื่อน|ดำเนิน|ยกระดับ|ส่งเสริม|ปรับปรุง|เสริมสร้าง)|แนวทาง(?:การ)?(?:ขับเคลื่อน|ยกระดับ|พัฒนา|ดำเนิน)|ขับเคลื่อน"
    r"|ผลการดำเนินการตาม|ส่งเสริมคุณธรรมและความโปร่งใสภายใน"
)
_ASSESSED = r"การประเมิน(?:คุณธรรม|\s?ITA)|(?<![A-Za-z])ITA"
_OFFICIAL_NAME = re.compile(r"คุณธรรมและความโปร่งใส|ในการดำเนินงาน|ของหน่วยงาน(?:ภาครัฐ)?|[A-Za-z():,\s]")
_WORDS = re.compile(rf"(?P<result>{_RESULT})|(?P<plan>{_PLAN})|(?P<assessed>{_ASSESSED})")
_GOAL = re.compile(r"ยกระดับ|ขับเคลื่อน(?=ผล|การประเมิน|\s?ITA)|เตรียมความพร้อม|เพื่อรองรับ|เข้ารับ|เป้าหมาย|แต่งตั้ง|สนับสนุน")
_ROUND = re.compile(r"รอบ(?:การรายงาน)?(?:ระยะเวลา)?(?:ที่)?\s?\(?\s?(6|12|หก|สิบสอง)\s?เดือน")
_BEGINS_A_SECTION = re.compile(
    r"(?:ส่วนที่|บทที่|\(?[0-9๐-๙]{1,2}\s?[.)]\s|คำสั่ง|จุดที่|จุดแข็ง|จุดอ่อน|ประเด็นที่\s?[0-9๐-๙]|ประเด็นที่(?:ต้อง|ควร)|ข้อมูล|ข้อค้นพบ)"
)
_YEAR_LINE = re.compile(r"^\(?\s?(?:ประจำ\s?ปี|ปีงบประมาณ|ปี\s?พ\.ศ)")
_CLOSING = (Heading.LIMITATIONS, Heading.RECOMMENDATIONS, Heading.BOTH)
_LONGEST_HEAD_LINE = 200
_MOST_HEAD_LINES = 9
_FAR = 170
_NEAR = 40


def head_length(blocks: Sequence[Block]) -> int:
    """Give the number of blocks that make up the head: short lines before the first paragraph, table or section."""
    n = 0
    while n < min(len(blocks), _MOST_HEAD_LINES):
        block = blocks[n]
        if not isinstance(block, TextLine) or len(block.text) > _LONGEST_HEAD_LINE:
            break
        if n and _ends_the_head(block.text):
            break
        n += 1
    return n


def _ends_the_head(line: str) -> bool:
    kind = kind_of(line)
    labelled = kind.heading is not None and bool(kind.rest)
    return bool(_BEGINS_A_SECTION.match(line)) or labelled or kind.heading in _CLOSING


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


def subject_of(blocks: Sequence[Block], head: int) -> str:
    """Give the line of the head that says what a letter or an order is about; empty where none does."""
    lines = (block.text for block in blocks[: head + 1] if isinstance(block, TextLine))
    return next((line for line in lines if line.startswith("เรื่อง")), "")


def result_year(line: str) -> int | None:
    """Give the fiscal year of results that a line speaks of, or None; goals and coming rounds do not count."""
    return max(
        (year for kind, year, compared in _years_by_kind(line) if kind == "result" and not compared), default=None
    )


def plan_year_of(blocks: Sequence[Block], head: int) -> int | None:
    """Give the fiscal year for which measures were set: from the head, else from the first line that says it."""
    told = [_years_by_kind(line) for line in _joined_lines(blocks)]
    for wanted in ("plan", "shared"):
        for some in (told[:head], told):
            years = [year for found in some for kind, year, _ in found if kind == wanted]
            if years:
                return years[0]
    return None


def assessed_year_of(blocks: Sequence[Block], sheet_years: Sequence[int], headers: Sequence[str]) -> int | None:
    """Give the year of the newest result: of the score sheets, else of lines and table headers that name results."""
    if sheet_years:
        return max(sheet_years)
    lines = [*_joined_lines(blocks), *headers]
    told = [(kind, year) for line in lines for kind, year, _ in _years_by_kind(line)]
    planned = [year for kind, year in told if kind == "plan"]
    for wanted in ("result", "assessed", "shared"):
        years = [year for kind, year in told if kind == wanted and (kind != "shared" or year < max(planned, default=0))]
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
    above = topic = ""
    for n, block in enumerate(blocks):
        if not isinstance(block, TextLine):
            above = ""
            continue
        in_title = n < _MOST_HEAD_LINES and bool(topic) and _YEAR_LINE.match(block.text) is not None
        if n < _MOST_HEAD_LINES:
            names_what = len(block.text) <= _LONGEST_HEAD_LINE and _WORDS.search(block.text)
            topic = block.text if names_what and not years_in(block.text) else topic
        if in_title:  # the agency or blank space may stand between the title and its year
            lines.append(f"{topic} {block.text}")
            above = ""
            continue
        heading_goes_on = above and not block.gap and len(above) <= _LONGEST_HEAD_LINE and not years_in(above)
        lines.append(f"{above} {block.text}" if heading_goes_on else block.text)
        above = block.text if len(block.text) <= _LONGEST_HEAD_LINE and is_boilerplate_or_title(block.text) else ""
    return lines


def is_boilerplate_or_title(text: str) -> bool:
    """Whether a line can be the upper part of a heading."""
    return is_boilerplate(text) or _WORDS.search(text) is not None


def _years_by_kind(line: str) -> list[tuple[str, int, bool]]:
    """Give each year of a line with what it is a year of, and whether another is only compared with it.

    The nearest word before it decides. What a measure or plan wants to raise is no result: there the plan counts.
    """
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
            and len(_OFFICIAL_NAME.sub("", line[words[-2].end() : nearest.start()])) < _NEAR
        ):
            kind = "result"
        if kind == "assessed" and len(words) > 1 and _names_the_plan(line, words[-2], nearest):
            kind = "plan"
        if kind == "plan" and _shares_year(line, words):
            kind = "shared"
        goal = _goal_before(line, words) if kind not in ("plan", "shared") else None
        if goal is not None:
            if not any(
                word.lastgroup == "plan" and goal - word.end() < _NEAR for word in words if word.start() <= goal
            ):
                continue
            kind = "plan"
        found.append((kind, year, is_compared(line, start)))
    return found


def _names_the_plan(line: str, above: re.Match[str], nearest: re.Match[str]) -> bool:
    """Whether the name of the assessment only says what measures are about: มาตรการ ITA."""
    return above.lastgroup == "plan" and not line[above.end() : nearest.start()].strip()


def _shares_year(line: str, words: list[re.Match[str]]) -> bool:
    """Whether a heading names results and a plan together before its only year: then the year may be of either."""
    told = next((word for word in reversed(words[:-1]) if word.lastgroup != "plan"), None)
    if told is None or len(line) > _LONGEST_HEAD_LINE:
        return False
    between = _OFFICIAL_NAME.sub("", line[told.end() : words[-1].start()])
    return "และ" in between and not years_in(line[told.end() : words[-1].start()])


def _goal_before(line: str, words: list[re.Match[str]]) -> int | None:
    """Give the place of a word that makes what follows a goal; it may stand before several names of the assessment."""
    first = len(words) - 1
    while first and words[first].lastgroup == "assessed" and words[first - 1].lastgroup != "plan":
        first -= 1
    goal = _GOAL.search(line, max(0, words[first].start() - _NEAR), words[-1].start())
    return goal.start() if goal else None
