"""Finds the order that appoints a working group, and the duties it gives; and the day on which measures were set."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from prongsai.ita.papers.reading import WorkingGroup
from prongsai.ita.reading.layout import Block, Cell, Table, TextLine
from prongsai.ita.reading.numbering import list_items, marker_of
from prongsai.ita.reading.prose import kind_of
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
_NEAR = 400
_FAR = 1_500


def find_working_group(blocks: Sequence[Block]) -> tuple[WorkingGroup | None, frozenset[int]]:
    """Give the working group that an order of the paper appoints, or None; and the lines of its duties by number."""
    lines = [block for block in blocks if isinstance(block, TextLine)]
    found = _find_order("\n".join(line.text for line in lines))
    if found is not None:
        duties, taken = _duties(lines)
        return _group(found, duties), taken
    for cell in _cells(blocks):
        found = _find_order(cell.text)
        if found is not None:
            behind = _DUTIES.search(cell.text)
            return _group(found, list_items([cell.text[behind.end() :]]) if behind else ()), frozenset()
    return None, frozenset()


def _group(found: tuple[str, date | None], duties: tuple[str, ...]) -> WorkingGroup:
    number, day = found
    return WorkingGroup(number, day.isoformat() if day else None, duties)


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


def _find_order(text: str) -> tuple[str, date | None] | None:
    plain = to_arabic(text)
    for match in _ORDER.finditer(plain):
        around = plain[match.start() : match.end() + _NEAR]
        if not _APPOINTS.search(around):
            continue
        return f"{int(match[1])}/{match[2]}", _order_day(plain[match.end() : match.end() + _FAR])
    return None


def _order_day(behind: str) -> date | None:
    for match in _DATED.finditer(behind):
        days = find_dates(behind[match.end() : match.end() + 60])
        if days:
            return days[0].date
    return None


def _duties(lines: Sequence[TextLine]) -> tuple[tuple[str, ...], frozenset[int]]:
    """Give the duties, and the lines that list them."""
    for n, line in enumerate(lines):
        match = _DUTIES.search(line.text)
        if match is None:
            continue
        behind = line.text[match.end() :].strip()
        following = _list_below(lines[n + 1 :], begun=bool(behind))
        duties = list_items([*([behind] if behind else []), *(entry.text for entry in following)])
        if duties:
            return duties, frozenset(entry.number for entry in following)
    return (), frozenset()


def _list_below(lines: Sequence[TextLine], *, begun: bool) -> list[TextLine]:
    taken: list[TextLine] = []
    for line in lines:
        numbered = marker_of(line.text) is not None
        if _END_OF_ORDER.match(line.text) or (not numbered and kind_of(line.text).heading):
            break
        if (begun or taken) and not numbered and line.gap:
            break
        taken.append(line)
    return taken
