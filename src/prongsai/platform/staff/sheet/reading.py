"""Reads a staff list: each row to one person, with its place and what is wrong or doubtful about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from prongsai.ita.reading import Heading, ListRow, RowList, find_heading
from prongsai.ita.reading.row_lists import may_be_formula, rows_below
from prongsai.ita.thai import Notice, Refused, normalise, parse_date, parse_name, parse_text, single_line
from prongsai.platform.staff.sheet.words import column_words, prefixes

_Read: TypeAlias = Callable[[str], str]
MOST_PEOPLE = 5_000
ACTING_WORDS = ("รักษาราชการแทน", "รักษาการแทน", "รักษาการในตำแหน่ง", "ปฏิบัติราชการแทน")


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a row is refused or in doubt: the rule, the column where it stands, what the words tell of (`wording`).

    `message` is the Thai sentence of a refusal that the core raised; our own are put into words when they are shown.
    """

    rule: str
    column: str = ""
    told: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class StaffRow:
    """One person as the list tells it. Rows with `faults` cannot be taken; `doubts` are for a person to look at."""

    number: int
    sheet: str | None
    prefix: str = ""
    given_name: str = ""
    family_name: str = ""
    unit: str = ""
    post: str = ""
    employment: str = ""
    email: str = ""
    since: date | None = None
    faults: tuple[Fault, ...] = ()
    doubts: tuple[Fault, ...] = ()

    @property
    def full_name(self) -> str:
        """The name as papers write it."""
        return f"{self.prefix}{self.given_name} {self.family_name}".strip()


@dataclass(frozen=True, slots=True)
class StaffList:
    """The rows of a list, the headings that were not read, and notices of the file."""

    rows: tuple[StaffRow, ...]
    unread: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = field(default=())


def read_staff_list(found: RowList) -> StaffList:
    """Read the sheets that have a heading, in their order.

    Refuses COLUMNS (no sheet names people and their units; says which column is missing), EMPTY (no row below the
    heading) and SIZE (more than 5,000 rows).
    """
    rows: list[StaffRow] = []
    unread: list[str] = []
    headed = [(heading, sheet) for sheet in found.sheets if (heading := _heading(sheet))]
    if not headed:
        raise _missing(found)
    for heading, sheet in headed:
        unread += [text for text in (*heading.unread, *heading.repeated) if text not in unread]
        rows += [_person(row, heading) for row in rows_below(sheet, heading) if _names_somebody(row, heading)]
    if not rows:
        raise Refused("EMPTY", "ไม่พบรายชื่อใต้หัวตาราง โปรดตรวจแฟ้ม")
    if len(rows) > MOST_PEOPLE:
        raise Refused("SIZE", f"แฟ้มมีเกิน {MOST_PEOPLE:,} บรรทัด โปรดแยกแฟ้ม")
    return StaffList(tuple(rows), tuple(unread), found.notices)


def _heading(sheet: tuple[ListRow, ...]) -> Heading | None:
    words = column_words()
    return find_heading(sheet, words, ("full", "unit")) or find_heading(sheet, words, ("given", "unit"))


def _missing(found: RowList) -> Refused:
    """Say which needed column was not found, by the sheet that comes nearest."""
    nearest = [heading for sheet in found.sheets if (heading := find_heading(sheet, column_words(), ()))]
    named = max((set(heading.columns) for heading in nearest), key=len, default=set())
    missing = [] if {"full", "given"} & named else ["ชื่อ-นามสกุล"]
    missing += [] if "unit" in named else ["ส่วนราชการ"]
    told = " และ ".join(f"“{name}”" for name in missing)
    return Refused("COLUMNS", f"ไม่พบคอลัมน์ {told} ในหัวตาราง โปรดใช้แบบที่ดาวน์โหลดได้จากหน้านี้ หรือตั้งหัวคอลัมน์ตามนั้น")


def _names_somebody(row: ListRow, heading: Heading) -> bool:
    """Say whether a row is of a person: bands of units and totals fill one column alone, outside the names."""
    named = any(row.text(heading.columns.get(what)) for what in ("full", "given", "family"))
    return named or sum(bool(row.text(column)) for column in heading.columns.values()) > 1


def _person(row: ListRow, heading: Heading) -> StaffRow:
    reader = _RowReader(row, heading)
    prefix, given, family = reader.name()
    return StaffRow(
        number=row.number,
        sheet=row.sheet,
        prefix=prefix,
        given_name=given,
        family_name=family,
        unit=reader.needed("unit"),
        post=reader.post(),
        employment=reader.plain("employment", limit=100),
        email=reader.email(),
        since=reader.since(),
        faults=tuple(reader.faults),
        doubts=tuple(reader.doubts),
    )


@dataclass
class _RowReader:
    """Reads the cells of one row, and gathers what is wrong with them."""

    row: ListRow
    heading: Heading
    faults: list[Fault] = field(default_factory=list)
    doubts: list[Fault] = field(default_factory=list)

    def name(self) -> tuple[str, str, str]:
        """Read title, given name and family name, from one cell or from three."""
        prefix = self.plain("prefix", limit=40)
        if family := self._named("family", limit=100):
            return prefix, self.needed("given", limit=100), family
        what = "full" if self._text("full") or "given" not in self.heading.columns else "given"
        whole = self._named(what, limit=200)
        found, rest = ("", whole) if prefix else parted_prefix(whole)
        given, _, family = rest.partition(" ")
        if not given or not family:
            self.faults.append(Fault("SURNAME", self.heading.printed(what)))
        return prefix or found, given[:100], family[:100]

    def needed(self, what: str, *, limit: int = 200) -> str:
        """Read a name that must be there."""
        text = self._named(what, limit=limit)
        if not text and not any(fault.column == self.heading.printed(what) for fault in self.faults):
            self.faults.append(Fault("REQUIRED", self.heading.printed(what)))
        return text

    def plain(self, what: str, *, limit: int) -> str:
        """Read a text."""
        return self._read(what, lambda text: single_line(parse_text(text, limit=limit)))

    def post(self) -> str:
        """Read the title of the post; who acts in another is noted from an order, on a page of its own."""
        title = self.plain("post", limit=200)
        for words in ACTING_WORDS:
            own, found, other = title.partition(words)
            if found:
                self.doubts.append(Fault("ACTING", self.heading.printed("post"), f"{words}{other}"))
                return own.strip(" ()/,")
        return title

    def email(self) -> str:
        """Read an address."""
        return self._read("email", _checked_email)

    def since(self) -> date | None:
        """Read the day since when the person works here."""
        found: list[date] = []

        def read(text: str) -> str:
            found.append(parse_date(text).date)
            return text

        self._read("since", read)
        return found[0] if found else None

    def _named(self, what: str, *, limit: int) -> str:
        return self._read(what, lambda text: self._checked_name(text, what, limit))

    def _checked_name(self, text: str, what: str, limit: int) -> str:
        name, notices = parse_name(text)
        parse_text(name, limit=limit)
        column = self.heading.printed(what)
        self.doubts += [Fault(notice.rule, column, message=notice.message) for notice in notices]
        return name

    def _read(self, what: str, read: _Read) -> str:
        text = self._text(what)
        if not text:
            return ""
        try:
            if may_be_formula(text):
                raise Refused("FORMULA", "")
            return read(text)
        except Refused as refused:
            self.faults.append(Fault(refused.rule, self.heading.printed(what), message=refused.message))
            return ""

    def _text(self, what: str) -> str:
        return self.row.text(self.heading.columns.get(what))


def parted_prefix(name: str) -> tuple[str, str]:
    """Part the title before a name from it: `นางสาวพิมพ์ใจ ...`, `นาง สาวพิมพ์ใจ ...`, `ว่าที่ร้อยตรี ...`."""
    name = single_line(normalise(name)).replace("นาง สาว", "นางสาว")
    for prefix in prefixes():
        if name.startswith(prefix) and len(name) > len(prefix) + 2:
            return ("นางสาว" if prefix == "น.ส." else prefix), name[len(prefix) :].strip()
    return "", name


def _checked_email(text: str) -> str:
    address = single_line(text)
    try:
        validate_email(address)
    except ValidationError as error:
        raise Refused("EMAIL", "", value=address) from error
    return address
