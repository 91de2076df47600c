"""An office's own register of circulars, row by row, with what is wrong or doubtful about each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from prongsai.ita.reading import Heading, ListRow, RowList, find_heading
from prongsai.ita.reading.row_lists import may_be_formula, rows_below
from prongsai.ita.thai import Refused, compact, parse_date, parse_text, parse_whole, single_line

COLUMNS: dict[str, tuple[str, ...]] = {
    "number": ("เลขที่", "ที่", "เลขที่หนังสือ"),
    "paper_day": ("ลงวันที่", "วันที่ของหนังสือ"),
    "sent": ("วันที่แจ้งเวียน", "แจ้งเวียนวันที่", "วันที่"),
    "subject": ("เรื่อง", "ชื่อเรื่อง"),
    "unit": ("ส่วนราชการ", "ผู้แจ้ง", "เจ้าของเรื่อง"),
    "asked": ("ผู้รับ", "จำนวนผู้รับ", "จำนวนบุคลากร"),
    "done": ("รับทราบแล้ว", "รับทราบ", "จำนวนผู้รับทราบ"),
}
"""For each field the words that may head its column, the register's own first."""
NEEDED = ("sent", "subject", "asked")
MOST_ROWS, MOST_PEOPLE = 2_000, 100_000
Wrong = tuple[str, str, str]
"""Rule, column as printed, sentence."""


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A circular as a register tells it. `faults` keep the whole file out, `doubts` are for a person to look at."""

    place: str
    number: str = ""
    paper_day: date | None = None
    sent: date | None = None
    subject: str = ""
    unit: str = ""
    asked: int = 0
    done: int = 0
    faults: tuple[Wrong, ...] = ()
    doubts: tuple[Wrong, ...] = ()

    @property
    def key(self) -> tuple[str, date | None]:
        """What no two circulars have in common."""
        return (compact(self.subject), self.sent)

    def as_json(self) -> dict[str, Any]:
        """Give it as plain data."""
        days = {name: getattr(self, name).isoformat() if getattr(self, name) else None for name in _DAYS}
        return asdict(self) | days

    @classmethod
    def of_json(cls, told: Mapping[str, Any]) -> RegisterRow:
        """Make it from what `as_json` gave."""
        days = {name: date.fromisoformat(told[name]) if told[name] else None for name in _DAYS}
        wrong = {name: tuple(tuple(entry) for entry in told[name]) for name in ("faults", "doubts")}
        return cls(**{**told, **days, **wrong})


_DAYS = ("paper_day", "sent")


def read_register(found: RowList, today: date) -> list[RegisterRow]:
    """Read the sheets that have a heading.

    Refuses COLUMNS (no sheet names subject, day and receivers), EMPTY (no row below), SIZE (over 2,000 rows).
    """
    headed = [(head, sheet) for sheet in found.sheets if (head := find_heading(sheet, COLUMNS, NEEDED))]
    if not headed:
        names = " ".join(f"“{COLUMNS[name][0]}”" for name in NEEDED)
        raise Refused(
            "COLUMNS", _("No row heads the columns %(names)s. Use the workbook of this page.") % {"names": names}
        )
    rows = [_RowReader(row, head, today).read() for head, sheet in headed for row in rows_below(sheet, head)]
    if not rows:
        raise Refused("EMPTY", _("Nothing stands below the heading."))
    if len(rows) > MOST_ROWS:
        raise Refused("SIZE", _("More than 2,000 rows. Part the file."))
    return rows


@dataclass
class _RowReader:
    """Reads the cells of one row, and gathers what is wrong with them."""

    row: ListRow
    heading: Heading
    today: date
    faults: list[Wrong] = field(default_factory=list)
    doubts: list[Wrong] = field(default_factory=list)

    def read(self) -> RegisterRow:
        """Give the row."""
        told: dict[str, Any] = {
            "number": self._text("number", 60),
            "paper_day": self._day("paper_day"),
            "sent": self._day("sent"),
            "subject": self._text("subject", 300),
            "unit": self._text("unit", 200),
            "asked": self._count("asked"),
            "done": self._count("done"),
        }
        self._look_at(told)
        return RegisterRow(str(self.row.place()), **told, faults=tuple(self.faults), doubts=tuple(self.doubts))

    def _look_at(self, told: Mapping[str, Any]) -> None:
        for name in NEEDED:
            if not told[name] and not any(fault[1] == self._head(name) for fault in self.faults):
                self._fault("REQUIRED", name, _("This must be filled in."))
        if told["sent"] and told["sent"] > self.today:
            self._fault("FUTURE", "sent", _("The day has not come yet."))
        if told["done"] > told["asked"] > 0:
            self._fault("RANGE", "done", _("More have acknowledged than received it."))
        if told["paper_day"] and told["sent"] and told["paper_day"] > told["sent"]:
            self.doubts.append(("ORDER", self._head("paper_day"), _("The paper is dated after it went out.")))

    def _text(self, name: str, limit: int) -> str:
        return self._cell(name, lambda text: single_line(parse_text(text, limit=limit))) or ""

    def _day(self, name: str) -> date | None:
        day: date | None = self._cell(name, lambda text: parse_date(text).date)
        return day

    def _count(self, name: str) -> int:
        count = self._cell(name, parse_whole) or 0
        if count > MOST_PEOPLE:
            self._fault("RANGE", name, _("No office has so many people."))
            return 0
        return int(count)

    def _cell(self, name: str, read: Callable[[str], Any]) -> Any:
        text = self.row.text(self.heading.columns.get(name))
        if not text:
            return None
        try:
            if may_be_formula(text):
                raise Refused("FORMULA", _("This is a formula without a value. Type the value."))
            return read(text)
        except Refused as refused:
            self.faults.append((refused.rule, self._head(name), refused.message))
            return None

    def _fault(self, rule: str, name: str, sentence: str) -> None:
        self.faults.append((rule, self._head(name), sentence))

    def _head(self, name: str) -> str:
        return self.heading.printed(name) or COLUMNS[name][0]
