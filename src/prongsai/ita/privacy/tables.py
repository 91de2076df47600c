"""What must not be published in a table: the same findings by row and column, and names by the headings above them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from prongsai.ita.privacy.allowed import NOTHING_ALLOWED, Allowed
from prongsai.ita.privacy.finders import PersonalData
from prongsai.ita.privacy.full_names import FullName, full_names, is_bare_name, is_half_name, mask_name
from prongsai.ita.privacy.publishing import find_before_publishing
from prongsai.ita.privacy.roles import heads_private, role_beside
from prongsai.ita.thai.text import compact

_NAME_HEADING = re.compile(r"^ชื่อ(?:[-–—และ/]*(?:นาม)?สกุล|ตัว|ผู้.*)?$|^รายชื่อ|^ผู้(?:ขอ|รับ|ร้อง|ยื่น|มีสิทธิ|ยืม)")
_OTHER_NAMES = re.compile(r"ผู้ประกอบการ|ผู้บริหาร|ผู้รับผิดชอบ|ผู้รับจ้าง|ผู้ขาย|โครงการ|หน่วยงาน|คณะ")
_FAMILY_HEADING = re.compile(r"^(?:ชื่อ|นาม)?สกุล$|^นามสกุล$")
_LEAST = 2


@dataclass(frozen=True, slots=True)
class CellData:
    """Something found in a cell; row and column are counted from 0, the place is that in the cell's text."""

    row: int
    column: int
    found: PersonalData


def find_in_table(rows: Sequence[Sequence[str]], allowed: Allowed = NOTHING_ALLOWED) -> list[CellData]:
    """Find what points to a private person in a table whose first row is its heading; rows may differ in length.

    Beside what `find_before_publishing` finds in each cell: names in two rows or more, or beside another finding, also
    without title under a heading of names. A row that tells a post, and a column that `allowed` names, are passed over.
    """
    if not rows:
        return []
    heading = [compact(cell) for cell in rows[0]]
    cells = [
        CellData(r, c, entry)
        for r, row in enumerate(rows)
        for c, cell in enumerate(row)
        for entry in find_before_publishing(_with_heading(heading, r, c, cell), allowed)
        if entry.kind != "person-name" or not _column_allowed(heading, c, allowed)
    ]
    cells = [shifted for entry in cells if (shifted := _shifted(entry, heading, rows)) is not None]
    seen = {(entry.row, entry.column) for entry in cells if entry.found.kind == "person-name"}
    others = {entry.row for entry in cells}
    names = [entry for entry in _names(rows, heading, allowed) if (entry.row, entry.column) not in seen]
    many = len({entry.row for entry in names}) + len({row for row, _ in seen}) >= _LEAST
    private = any(heads_private(cell) for cell in rows[0])
    cells += [entry for entry in names if many or private or entry.row in others]
    return sorted(cells, key=lambda entry: (entry.row, entry.column, entry.found.start))


def _with_heading(heading: Sequence[str], row: int, column: int, cell: str) -> str:
    """Give a cell's text after its heading, which tells numbers of firms and accounts from others."""
    return f"{heading[column]} {cell}" if row and column < len(heading) else cell


def _shifted(entry: CellData, heading: Sequence[str], rows: Sequence[Sequence[str]]) -> CellData | None:
    """Count the place in the cell alone again; nothing for what begins in the heading."""
    lead = len(heading[entry.column]) + 1 if entry.row and entry.column < len(heading) else 0
    found = entry.found
    if found.start < lead:
        cell = rows[entry.row][entry.column]
        hidden = found.masked[lead - found.start :]
        return CellData(entry.row, entry.column, PersonalData(found.kind, 0, len(hidden), hidden)) if cell else None
    moved = PersonalData(found.kind, found.start - lead, found.end - lead, found.masked)
    return CellData(entry.row, entry.column, moved)


def _column_allowed(heading: Sequence[str], column: int, allowed: Allowed) -> bool:
    return column < len(heading) and allowed.column(heading[column])


def _names(rows: Sequence[Sequence[str]], heading: Sequence[str], allowed: Allowed) -> Iterator[CellData]:
    for r, row in enumerate(rows[1:], 1):
        if _row_of_an_official(row, heading):
            continue
        for c, cell in enumerate(row):
            if not _column_allowed(heading, c, allowed):
                for name in _names_of_cell(cell, heading, c):
                    if not allowed.name(cell[name.start : name.end]):
                        hidden = mask_name(cell, name)
                        if hidden == cell[name.start : name.end]:
                            continue
                        yield CellData(r, c, PersonalData("person-name", name.start, name.end, hidden))


def _names_of_cell(cell: str, heading: Sequence[str], column: int) -> Iterator[FullName]:
    named = list(full_names(cell))
    yield from named
    if named or column >= len(heading):
        return
    here = heading[column]
    beside = heading[column + 1] if column + 1 < len(heading) else ""
    halves = _FAMILY_HEADING.search(here) or (here == "ชื่อ" and _FAMILY_HEADING.search(beside))
    if (halves and is_half_name(cell)) or (_is_of_persons(here) and is_bare_name(cell)):
        yield FullName(0, 0, len(cell))


def _is_of_persons(heading: str) -> bool:
    return _NAME_HEADING.search(heading) is not None and not _OTHER_NAMES.search(heading)


def _row_of_an_official(row: Sequence[str], heading: Sequence[str]) -> bool:
    """Whether a row tells a post: in a column so headed, or in the words of its cells."""
    posts = [c for c, name in enumerate(heading) if name.startswith("ตำแหน่ง") or name == "สังกัด"]
    if any(c < len(row) and row[c].strip(" -–") for c in posts):
        return True
    return any(role_beside("", cell) == "official" for cell in row if len(cell) < 120)
