"""Finds the order that appoints a working group, and the duties it gives; and the day on which measures were set."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from prongsai.ita.papers.reading import WorkingGroup
from prongsai.ita.reading.layout import Block, Cell, Table, TextLine
from prongsai.ita.reading.numbering import list_items, marker_of
from prongsai.ita.reading.prose import kind_of
from prongsai.ita.reading.years import years_in
from prongsai.ita.thai import find_dates, to_arabic

_ORDER = re.compile(
    r"คำสั่ง[^\n]{0,160}?(?:\n[^\n]{0,60}?)?ที่\s{0,3}([0-9]{1,5})\s{0,3}/\s{0,3}([0-9]{4}|[0-9]{2})(?![0-9])"
)
_APPOINTS = re.compile(r"แต่งตั้ง|คณะทำงาน|คณะกรรมการ")
_DATED = re.compile(r"(?:ลงวันที่|สั่ง\s{0,2}ณ\s{0,2}วันที่|เมื่อวันที่|ณ\s{0,2}วันที่)\s{0,3}")
_DUTIES = re.compile(
    r"(?:มี)?(?:อำนาจ)?หน้าที่(?:และ(?:อำนาจ|ความรับผิดชอบ))?(?:และความรับผิดชอบ)?(?:ของคณะทำงาน)?\s?(?:ดังนี้|ดังต่อไปนี้|ดังกล่าวต่อไปนี้|คือ|:)\s?:?|^\s?(?:อำนาจ)?หน้าที่(?:ของคณะ[ก-๎]{1,20})?\s*$"
)
_END_OF_ORDER = re.compile(r"^(?:ทั้งนี้|สั่ง\s?ณ|ลงชื่อ|จึงประกาศ|โดยให้|ให้คณะ|และได้|ตั้งแต่บัดนี้)")
_MEETING = re.compile(r"ประชุม|มติ")
_SETS = re.compile(r"มาตรการ|แนวทาง|แผน|วิเคราะห์ผล")
_APPOINTMENT_ENDS = re.compile(r"ลงวันที่|สั่ง\s?ณ|เมื่อวันที่|ด้วย|เพื่อให้|\n\s{0,3}\n")
_NEAR = 400
_FAR = 1_500


@dataclass(frozen=True, slots=True)
class _Order:
    """An order: its number, its day, and the fiscal year it is for."""

    number: str
    day: date | None
    year: int | None


def find_working_group(blocks: Sequence[Block]) -> tuple[WorkingGroup | None, frozenset[int]]:
    """Give the working group that an order of the paper appoints, or None; and the lines of its duties by number."""
    lines = [block for block in blocks if isinstance(block, TextLine)]
    found = _find_order("\n".join(line.text for line in lines))
    if found is not None:
        duties, taken = _duties(blocks)
        return _group(found, duties), taken
    for cell in _cells(blocks):
        found = _find_order(cell.text)
        if found is not None:
            behind = _DUTIES.search(cell.text)
            return _group(found, list_items([cell.text[behind.end() :]]) if behind else ()), frozenset()
    return None, frozenset()


def _group(found: _Order, duties: tuple[str, ...]) -> WorkingGroup:
    return WorkingGroup(found.number, found.day.isoformat() if found.day else None, duties, found.year)


def find_decision_day(blocks: Sequence[Block], group: WorkingGroup | None) -> date | None:
    """Give the day of the meeting that set the measures, else of the order; None where neither is printed.

    An order that is only named in a table is a result of some measure: it set nothing.
    """
    for block in blocks:
        if isinstance(block, TextLine) and _MEETING.search(block.text) and _SETS.search(block.text):
            days = find_dates(block.text[:_FAR])
            meeting = _MEETING.search(block.text)
            behind = [found for found in days if meeting and found.end > meeting.start()]
            if behind:
                return behind[0].date
    in_lines = any(isinstance(block, TextLine) and "คำสั่ง" in block.text for block in blocks)
    return date.fromisoformat(group.order_date) if group and group.order_date and in_lines else None


def _cells(blocks: Sequence[Block]) -> Iterator[Cell]:
    return (
        cell
        for block in blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row.cells
        if any("คำสั่ง" in line for line in cell.lines)
    )


def _find_order(text: str) -> _Order | None:
    plain = to_arabic(text)
    for match in _ORDER.finditer(plain):
        around = plain[match.start() : match.end() + _NEAR]
        if not _APPOINTS.search(around):
            continue
        behind = plain[match.end() : match.end() + _FAR]
        return _Order(f"{int(match[1])}/{match[2]}", _order_day(behind), _year_served(behind))
    return None


def _year_served(behind: str) -> int | None:
    """Give the fiscal year for which the group is appointed: the first year in what the order says it is about."""
    appoints = _APPOINTS.search(behind[:_NEAR])
    if appoints is None:
        return None
    about = behind[appoints.start() : appoints.start() + _NEAR]
    ends = _APPOINTMENT_ENDS.search(about)
    years = years_in(about[: ends.start()] if ends else about)
    return years[0][0] if years else None


def _order_day(behind: str) -> date | None:
    for match in _DATED.finditer(behind):
        days = find_dates(behind[match.end() : match.end() + 60])
        if days:
            return days[0].date
    return None


def _duties(blocks: Sequence[Block]) -> tuple[tuple[str, ...], frozenset[int]]:
    """Give the duties, and the lines that list them."""
    for n, block in enumerate(blocks):
        match = _DUTIES.search(block.text) if isinstance(block, TextLine) else None
        if match is None or not isinstance(block, TextLine):
            continue
        behind = block.text[match.end() :].strip()
        lines = takewhile(lambda entry: isinstance(entry, TextLine), blocks[n + 1 :])
        following = _list_below([line for line in lines if isinstance(line, TextLine)], begun=bool(behind))
        duties = list_items([*([behind] if behind else []), *(entry.text for entry in following)])
        if duties:
            return duties, frozenset(entry.number for entry in following)
    return (), frozenset()


def _list_below(lines: Sequence[TextLine], *, begun: bool) -> list[TextLine]:
    """Give the lines of a list. A heading ends it, also a numbered one: that of a style which does not begin at 1."""
    taken: list[TextLine] = []
    styles: set[str] = set()
    for line in lines:
        mark = marker_of(line.text)
        if mark is not None and not styles & {mark[0]}:
            if styles and mark[1][-1] > 1:
                break
            styles.add(mark[0])
        if _END_OF_ORDER.match(line.text) or (mark is None and kind_of(line.text).heading):
            break
        if (begun or taken) and mark is None and line.gap:
            break
        taken.append(line)
    return taken
