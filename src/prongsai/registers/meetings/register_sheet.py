"""The register of meetings as a workbook: out as a list, in as rows with what is wrong or doubtful about each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, time
from typing import Any

from django.utils.translation import gettext as _

from prongsai.ita.reading import RowList
from prongsai.ita.reading.row_cells import Finding, RowCells
from prongsai.ita.thai import Refused, buddhist_year, compact, format_date, parse_time, to_arabic
from prongsai.ita.writing.row_sheet import Value, write_row_sheet
from prongsai.platform.files.headed_lists import rows_under_heading
from prongsai.registers.meetings.models import Meeting, MeetingState

SHEET = "ทะเบียนการประชุม"
FILLED_IN = (
    ("คณะ", 46), ("ครั้งที่", 12), ("วันประชุม", 22), ("เวลาเริ่ม", 12), ("เวลาเลิก", 12), ("สถานที่", 34), ("สถานะ", 28),
    ("เหตุที่ประชุมก่อนวันของคำสั่ง", 40),
)  # fmt: skip
"""The columns that are read back."""
COLUMNS = (*FILLED_IN, ("มติที่ต้องปฏิบัติ", 14), ("บันทึกย้อนหลังเมื่อ", 22))
READ = {
    "group": ("คณะ", "คณะที่ประชุม", "ชื่อคณะ", "การประชุม"),
    "number": ("ครั้งที่", "ครั้ง", "ครั้งที่ประชุม"),
    "day": ("วันประชุม", "วันที่ประชุม", "วันที่"),
    "starts": ("เวลาเริ่ม", "เวลา", "เริ่ม"),
    "ends": ("เวลาเลิก", "เลิก"),
    "place": ("สถานที่", "สถานที่ประชุม"),
    "state": ("สถานะ",),
    "because": ("เหตุที่ประชุมก่อนวันของคำสั่ง",),
}
"""For each field the words that may head its column, the register's own first."""
NEEDED = ("group", "number", "day")
STATE_WORDS: dict[str, str] = {
    MeetingState.CALLED: "เรียกประชุมแล้ว",
    MeetingState.HELD: "ประชุมแล้ว",
    MeetingState.ADOPTED: "รับรองรายงานการประชุมแล้ว",
    MeetingState.CANCELLED: "ยกเลิกการประชุมแล้ว",
}
HELP = (
    "กรอกการประชุมหนึ่งครั้งต่อหนึ่งบรรทัด ต้องมีคณะ ครั้งที่ และวันประชุม",
    "คณะต้องมีในระบบแล้ว และท่านเป็นผู้ดูแลเอกสารของคณะนั้น",
    "ครั้งที่พิมพ์ได้ เช่น 3/2568 หรือ 3 (ระบบใช้ปีของวันประชุม) วันที่พิมพ์ได้ เช่น 14 มีนาคม 2568 เวลาเช่น 9.30",
    f"สถานะ: {' หรือ '.join(list(STATE_WORDS.values())[:2])} ครั้งที่ยกเลิกแล้ว ระบบไม่นำเข้า",
    "การประชุมก่อนวันของคำสั่งแต่งตั้ง ต้องมีเหตุผลในช่องสุดท้าย",
    "ครั้งที่มีอยู่แล้ว ระบบไม่เพิ่มซ้ำ",
)
EXAMPLE: tuple[Value, ...] = ("", "3/2568", "14 มีนาคม 2568", "9.30", "11.45", "ห้องประชุม ชั้น 2", "ประชุมแล้ว", "")
MOST_ROWS = 200
_NUMBER = re.compile(r"(?P<number>[1-9][0-9]{0,3})(?:\s*/\s*(?P<year>25[0-9]{2}))?")
_DAYS, _TIMES = ("day",), ("starts", "ends")


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One meeting as a list tells it; the group by id. `faults` keep the whole list out, `doubts` are to look at."""

    line: str
    name: str = ""
    group: int | None = None
    number: int = 0
    year: int = 0
    day: date | None = None
    starts: time | None = None
    ends: time | None = None
    place: str = ""
    state: str = MeetingState.CALLED
    because: str = ""
    faults: tuple[Finding, ...] = ()
    doubts: tuple[Finding, ...] = ()

    @property
    def key(self) -> tuple[int | None, int, int]:
        """What no two meetings have in common: group, year, number."""
        return (self.group, self.year, self.number)

    @property
    def number_words(self) -> str:
        """Number and year as offices write them."""
        return f"{self.number}/{self.year}" if self.number else ""

    @property
    def state_words(self) -> str:
        """What it is taken as."""
        return str(MeetingState(self.state).label)

    def as_json(self) -> dict[str, Any]:
        """Give it as plain data."""
        moments = {name: getattr(self, name) for name in (*_DAYS, *_TIMES)}
        return asdict(self) | {name: told.isoformat() if told else None for name, told in moments.items()}

    @staticmethod
    def of_json(told: Mapping[str, Any]) -> MeetingRow:
        """Make it from what `as_json` gave."""
        read: dict[str, Any] = {name: tuple(tuple(entry) for entry in told[name]) for name in ("faults", "doubts")}
        read |= {name: date.fromisoformat(told[name]) if told[name] else None for name in _DAYS}
        read |= {name: time.fromisoformat(told[name]) if told[name] else None for name in _TIMES}
        return MeetingRow(**{**told, **read})


@dataclass(frozen=True, slots=True)
class KnownGroup:
    """A group whose papers one keeps: the signed order that made it, and the days of its meetings by year, number."""

    id: int
    order: str = ""
    order_day: date | None = None
    days: Mapping[tuple[int, int], date] | None = None


def read_meetings(found: RowList, groups: Mapping[str, KnownGroup], today: date) -> list[MeetingRow]:
    """Read the sheets that head group, number and day. `groups` by compact name.

    Refuses COLUMNS (no such heading), EMPTY (no row below) and SIZE (more than 200 rows).
    """
    told: dict[tuple[int, int, int], date] = {}
    rows = rows_under_heading(found, READ, NEEDED, most=MOST_ROWS)
    return [_RowReader(cells, groups, today, told).read() for cells in rows]


def meetings_workbook(meetings: Iterable[Meeting], decisions: Mapping[int, int]) -> bytes:
    """Write meetings as a list that reads back, with how many decisions each made by its id."""
    return write_row_sheet(SHEET, COLUMNS, [_cells(meeting, decisions.get(meeting.pk, 0)) for meeting in meetings])


def meetings_to_fill_in() -> bytes:
    """Write the workbook into which an old register is typed, with one invented line and words of help."""
    return write_row_sheet(SHEET, FILLED_IN, [EXAMPLE], words=HELP)


@dataclass
class _RowReader:
    """Reads one row and holds it against the groups."""

    cells: RowCells
    groups: Mapping[str, KnownGroup]
    today: date
    told: dict[tuple[int, int, int], date]
    """Days of the meetings of the rows above, by group, year, number."""

    def read(self) -> MeetingRow:
        """Give the row."""
        cells = self.cells
        name, number, day = cells.text("group", limit=300), cells.read("number", _number), cells.day("day")
        starts, ends = cells.read("starts", _time), cells.read("ends", _time)
        place, because = cells.text("place", limit=200), cells.text("because", limit=400)
        cells.require("group", name, _("The group that meets is missing."))
        cells.require("number", number, _("The number of the meeting is missing."))
        cells.require("day", day, _("The day is missing."))
        state = self._state(day)
        known = self.groups.get(compact(name))
        if name and known is None:
            cells.fault("GROUP", "group", _("You keep the papers of no group of this name: %(name)s") % {"name": name})
        if starts and ends and ends <= starts:
            cells.fault("TIME", "ends", _("It ended before it began."))
        count, year = number or (0, 0)
        if day:
            year = self._year(year, day)
        if known and day and count:
            self._hold_against(known, (year, count), day, because)
            if state != MeetingState.CANCELLED:
                self.told.setdefault((known.id, year, count), day)
        return MeetingRow(
            line=str(cells.row.place()), name=name, group=known.id if known else None, number=count, year=year, day=day,
            starts=starts, ends=ends, place=place, state=state, because=because,
            faults=tuple(cells.faults), doubts=tuple(cells.doubts),
        )  # fmt: skip

    def _year(self, year: int, day: date) -> int:
        if year and year != buddhist_year(day):
            self.cells.fault("YEAR", "number", _("The day lies in another year than the number."))
        return year or buddhist_year(day)

    def _hold_against(self, known: KnownGroup, number: tuple[int, int], day: date, because: str) -> None:
        there = (known.days or {}).get(number) or self.told.get((known.id, *number))
        if there and there != day:
            said = _("This group has a meeting of this number on %(day)s already.") % {"day": format_date(there)}
            self.cells.fault("TAKEN", "number", said)
        if known.order_day and day < known.order_day and not there and not because:
            said = _("The day lies before %(order)s, which made this group. Mend the day, or say why it is so.")
            self.cells.fault("ORDER", "day", said % {"order": known.order})

    def _state(self, day: date | None) -> str:
        """Read how far the meeting has come; minutes are never taken as adopted."""
        text = self.cells.text("state", limit=100)
        state = next((key for key, words in STATE_WORDS.items() if compact(words) == compact(text)), None)
        if text and state is None:
            self.cells.doubt("WORD", "state", _("This word is not known: the meeting is taken as called."))
        elif state is None and day and day < self.today:
            self.cells.doubt("WORD", "state", _("The list does not say that it was held: it is taken as called."))
        if state == MeetingState.ADOPTED:
            self.cells.doubt("ADOPTED", "state", _("It is taken as held: write down at which meeting it was adopted."))
            state = MeetingState.HELD
        if state == MeetingState.HELD and day and day > self.today:
            self.cells.fault("FUTURE", "day", _("The day of this meeting has not come yet."))
        return str(state or MeetingState.CALLED)


def _number(text: str) -> tuple[int, int]:
    match = _NUMBER.fullmatch(to_arabic(text).strip())
    if match is None:
        raise Refused("NUMBER", _("Write the number as 3/2568 or 3."))
    return int(match["number"]), int(match["year"] or 0)


def _time(text: str) -> time:
    """Read a time; a cell that Excel holds as a time has seconds."""
    return parse_time(text.removesuffix(":00") if text.count(":") > 1 else text)


def _cells(meeting: Meeting, decisions: int) -> tuple[Value, ...]:
    return (
        meeting.group.name, meeting.number_words, meeting.day, _clock(meeting.starts), _clock(meeting.ends),
        meeting.place, STATE_WORDS[meeting.state], meeting.backdated_because, decisions,
        meeting.entered if meeting.is_backdated else None,
    )  # fmt: skip


def _clock(told: time | None) -> str:
    return f"{told.hour}.{told:%M}" if told else ""
