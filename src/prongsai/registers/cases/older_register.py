"""An older register as a list: each row to one case, with what is wrong or doubtful about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from prongsai.ita.reading import Heading, ListRow, RowList
from prongsai.ita.reading.row_lists import may_be_formula
from prongsai.ita.thai import Refused, parse_date, parse_name, parse_phone, parse_text, single_line
from prongsai.platform.files.headed_lists import rows_under_heading
from prongsai.registers.cases.states import Channel

COLUMNS: dict[str, tuple[str, ...]] = {
    "number": ("เลขที่เดิม", "เลขที่", "ที่", "ลำดับ", "เลขรับ"),
    "received_on": ("วันที่รับ", "วันที่", "วันที่รับเรื่อง", "ลงวันที่"),
    "channel": ("ช่องทาง", "ได้รับทาง"),
    "subject": ("เรื่อง", "ชื่อเรื่อง", "รายการ"),
    "asker_name": ("ผู้ยื่น", "ชื่อผู้ยื่น", "ชื่อ-สกุล", "ผู้ร้อง"),
    "asker_phone": ("โทรศัพท์", "เบอร์โทรศัพท์", "เบอร์โทร"),
    "closed_on": ("วันที่เสร็จ", "วันที่แล้วเสร็จ", "เสร็จวันที่"),
    "result": ("ผล", "ผลการดำเนินการ", "ผลการดำเนินงาน"),
}
MOST_ROWS = 500
CHANNELS = {
    "เว็บ": Channel.ONLINE,
    "ออนไลน์": Channel.ONLINE,
    "โทร": Channel.TELEPHONE,
    "ไลน์": Channel.LINE,
    "line": Channel.LINE,
    "หนังสือ": Channel.PAPER,
    "จดหมาย": Channel.PAPER,
    "กระดาษ": Channel.PAPER,
    "เคาน์เตอร์": Channel.COUNTER,
    "ด้วยตนเอง": Channel.COUNTER,
    "ช่องบริการ": Channel.COUNTER,
}
Remark = tuple[str, str, str]
"""Rule, column, sentence."""


@dataclass(frozen=True, slots=True)
class OldCase:
    """One row. `faults` keep the list out, `doubts` are for a person to look at."""

    place: int
    number: str = ""
    received_on: date | None = None
    channel: str = Channel.COUNTER.value
    subject: str = ""
    asker_name: str = ""
    asker_phone: str = ""
    closed_on: date | None = None
    result: str = ""
    faults: tuple[Remark, ...] = ()
    doubts: tuple[Remark, ...] = ()

    @property
    def key(self) -> tuple[date | None, str, str]:
        """What no two cases have in common, as far as a list tells."""
        return (self.received_on, self.subject, self.asker_name)

    def as_json(self) -> dict[str, Any]:
        """Give it as plain data."""
        days = {name: day.isoformat() if (day := getattr(self, name)) else None for name in _DAYS}
        return asdict(self) | days

    @staticmethod
    def of_json(told: dict[str, Any]) -> OldCase:
        """Make it from what `as_json` gave."""
        lists = {name: tuple(tuple(entry) for entry in told[name]) for name in ("faults", "doubts")}
        days = {name: date.fromisoformat(told[name]) if told[name] else None for name in _DAYS}
        return OldCase(**{**told, **lists, **days})


_DAYS = ("received_on", "closed_on")


def read_older_register(found: RowList, today: date) -> list[OldCase]:
    """Read the sheets that have a heading with subject and day of receipt.

    Refuses COLUMNS (no such heading), EMPTY (no row below) and SIZE (more than 500 rows).
    """
    rows = rows_under_heading(found, COLUMNS, ("subject", "received_on"), most=MOST_ROWS)
    return [_row(cells.row, cells.heading, today) for cells in rows]


@dataclass
class _Reader:
    """Reads the cells of one row, and gathers what is wrong with them."""

    row: ListRow
    heading: Heading
    faults: list[Remark] = field(default_factory=list)
    doubts: list[Remark] = field(default_factory=list)

    def text(self, what: str, limit: int) -> str:
        return self.read(what, lambda text: single_line(parse_text(text, limit=limit))) or ""

    def day(self, what: str) -> date | None:
        found: date | None = self.read(what, lambda text: parse_date(text).date)
        return found

    def read(self, what: str, read: Callable[[str], Any]) -> Any:
        text = self.row.text(self.heading.columns.get(what))
        if not text or text in ("-", "–"):
            return None
        try:
            if may_be_formula(text):
                raise Refused("FORMULA", _("This is a formula without a value. Type the value."))
            return read(text)
        except Refused as refused:
            self.faults.append((refused.rule, self.heading.printed(what), refused.message))
            return None

    def lack(self, what: str, sentence: str) -> None:
        if not any(fault[1] == self.heading.printed(what) for fault in self.faults):
            self.faults.append(("REQUIRED", self.heading.printed(what), sentence))


def _row(row: ListRow, heading: Heading, today: date) -> OldCase:
    reader = _Reader(row, heading)
    subject, received, closed = reader.text("subject", 200), reader.day("received_on"), reader.day("closed_on")
    if not subject:
        reader.lack("subject", _("The subject is missing."))
    if received is None:
        reader.lack("received_on", _("The day of receipt is missing."))
    for name, day in (("received_on", received), ("closed_on", closed)):
        if day and day > today:
            reader.faults.append(("FUTURE", heading.printed(name), _("This day lies in the future.")))
    if received and closed and closed < received:
        reader.faults.append(("ORDER", heading.printed("closed_on"), _("The end lies before the receipt.")))
    told = OldCase(
        place=row.number,
        number=reader.text("number", 60),
        received_on=received,
        channel=_channel(reader),
        subject=subject,
        asker_name=reader.read("asker_name", lambda text: parse_name(text)[0]) or "",
        asker_phone=reader.read("asker_phone", parse_phone) or "",
        closed_on=closed,
        result=reader.text("result", 2_000),
    )
    if closed and not told.result:
        reader.doubts.append(("RESULT", heading.printed("closed_on"), _("The end has no result.")))
    return OldCase(**{**_fields(told), "faults": tuple(reader.faults), "doubts": tuple(reader.doubts)})


def _channel(reader: _Reader) -> str:
    said = reader.text("channel", 60)
    found = next((channel for word, channel in CHANNELS.items() if word in said.lower()), None)
    if found is None and said:
        column = reader.heading.printed("channel")
        reader.doubts.append(("CHANNEL", column, _("This channel is not known; the counter is taken.")))
    return (found or Channel.COUNTER).value


def _fields(row: OldCase) -> dict[str, Any]:
    return {name: getattr(row, name) for name in OldCase.__dataclass_fields__}
