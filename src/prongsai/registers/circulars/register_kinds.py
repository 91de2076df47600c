"""What an office's older registers list, circulars or briefings: which columns each has, and how a cell is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import time
from typing import Any, TypeAlias

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from prongsai.ita.reading.row_cells import RowCells
from prongsai.ita.thai import Refused, parse_time, parse_whole
from prongsai.registers.circulars.models import ListKind

MOST_PEOPLE, MOST_GUESTS = 100_000, 5_000
Reader: TypeAlias = Callable[[RowCells, str], Any]
_UNTIL = re.compile(r"\s*(?:[-–—]|ถึง)\s*")
_AROUND = re.compile(r"^\s*เวลา|เป็นต้นไป\s*$")


@dataclass(frozen=True, slots=True)
class RegisterKind:
    """A kind of list. `columns`: for each field of a row the words that may head its column, the room's own first.

    `needed`: the fields that every row fills. `over`: what is said where more acknowledged, or came, than were asked.
    """

    columns: Mapping[str, tuple[str, ...]]
    needed: tuple[str, ...]
    over: Promise


KINDS: dict[str, RegisterKind] = {
    ListKind.CIRCULARS: RegisterKind(
        {
            "number": ("เลขที่", "ที่", "เลขที่หนังสือ"),
            "paper_day": ("ลงวันที่", "วันที่ของหนังสือ"),
            "day": ("วันที่แจ้งเวียน", "แจ้งเวียนวันที่", "วันที่"),
            "subject": ("เรื่อง", "ชื่อเรื่อง"),
            "unit": ("ส่วนราชการ", "ผู้แจ้ง", "เจ้าของเรื่อง"),
            "asked": ("ผู้รับ", "จำนวนผู้รับ", "จำนวนบุคลากร"),
            "done": ("รับทราบแล้ว", "รับทราบ", "จำนวนผู้รับทราบ"),
            "state": ("สถานะ",),
        },
        ("day", "subject", "asked"),
        gettext_lazy("More have acknowledged than received it."),
    ),
    ListKind.BRIEFINGS: RegisterKind(
        {
            "day": ("วันที่", "วันที่ประชุม", "วันที่ชี้แจง", "วันที่จัด"),
            "hours": ("เวลา", "เวลาประชุม"),
            "subject": ("เรื่อง", "ชื่อเรื่อง", "เรื่องที่ชี้แจง"),
            "venue": ("สถานที่", "สถานที่ประชุม", "ห้องประชุม"),
            "speakers": ("ผู้ชี้แจง", "วิทยากร", "ผู้บรรยาย"),
            "unit": ("ส่วนราชการ", "ผู้จัด", "เจ้าของเรื่อง"),
            "asked": ("ผู้ที่เชิญ", "จำนวนผู้ที่เชิญ", "ผู้ได้รับเชิญ", "จำนวนผู้ได้รับเชิญ"),
            "done": ("เข้าร่วม", "ผู้เข้าร่วม", "จำนวนผู้เข้าร่วม"),
            "guests": ("ผู้เข้าร่วมอื่น", "จำนวนผู้เข้าร่วมอื่น"),
            "state": ("สถานะ",),
        },
        ("day", "subject", "asked", "done"),
        gettext_lazy("More came than were asked. Who was not asked is counted under others who came."),
    ),
}


def _text(limit: int) -> Reader:
    return lambda cells, name: cells.text(name, limit=limit)


def _count(most: int) -> Reader:
    def whole(text: str) -> int:
        count = parse_whole(text)
        if count > most:
            raise Refused("RANGE", _("No office has so many people."))
        return count

    return lambda cells, name: cells.read(name, whole)


def _hours(text: str) -> tuple[time, time | None]:
    begins, *rest = _UNTIL.split(_AROUND.sub("", text), maxsplit=1)
    first, last = parse_time(begins), parse_time(rest[0]) if rest else None
    if last and last <= first:
        raise Refused("RANGE", _("It ends before it begins."))
    return first, last


READERS: dict[str, Reader] = {
    "number": _text(60),
    "paper_day": RowCells.day,
    "day": RowCells.day,
    "hours": lambda cells, name: cells.read(name, _hours),
    "subject": _text(300),
    "venue": _text(200),
    "speakers": _text(300),
    "unit": _text(200),
    "asked": _count(MOST_PEOPLE),
    "done": _count(MOST_PEOPLE),
    "guests": _count(MOST_GUESTS),
    "state": _text(60),
}
"""How the cells of a field are read, whatever the kind."""
