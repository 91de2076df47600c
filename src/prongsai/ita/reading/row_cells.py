"""The cells of one row of a list, read one by one; what is wrong or doubtful is gathered, nothing is raised."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias, TypeVar

from prongsai.ita.reading.row_lists import Heading, ListRow, may_be_formula
from prongsai.ita.thai import Refused, parse_date, parse_text, single_line, to_arabic

Value = TypeVar("Value")
Finding: TypeAlias = tuple[str, str, str]
"""What is wrong or doubtful: the rule, the column as it is printed, a sentence."""
_SHORT_YEAR = re.compile(r"(?P<rest>.*[^0-9])(?P<year>[0-9]{2})")


@dataclass(frozen=True, slots=True)
class CellFault:
    """A finding with what stands in the cell, for a person who has the list beside them."""

    rule: str
    column: str
    value: str
    message: str


@dataclass
class RowCells:
    """Reads cells by field of a heading. A row with `faults` cannot be taken, `doubts` are for a person to look at."""

    row: ListRow
    heading: Heading
    faults: list[Finding] = field(default_factory=list)
    doubts: list[Finding] = field(default_factory=list)

    def text(self, what: str, *, limit: int) -> str:
        """Read one line of text, empty where there is none."""
        return self.read(what, lambda text: single_line(parse_text(text, limit=limit))) or ""

    def lines(self, what: str, *, limit: int, most: int) -> tuple[str, ...]:
        """Read the lines of a cell, each of at most `limit` characters; more than `most` are refused (SIZE)."""
        lines = self.row.lines(self.heading.columns.get(what))
        if len(lines) > most:
            self.fault("SIZE", what, f"ช่องนี้มีได้ไม่เกิน {most} บรรทัด")
            return ()
        return self.read(what, lambda _text: tuple(single_line(parse_text(line, limit=limit)) for line in lines)) or ()

    def day(self, what: str) -> date | None:
        """Read a day; a year of two digits is taken as of the Buddhist era, and told as a doubt."""
        return self.read(what, lambda text: self._day(what, text))

    def read(self, what: str, read: Callable[[str], Value]) -> Value | None:
        """Read a cell with a function that may refuse; None where it is empty or refused. A formula holds no value."""
        text = self.row.text(self.heading.columns.get(what))
        if not text:
            return None
        try:
            if may_be_formula(text):
                raise Refused("FORMULA", "ช่องนี้เป็นสูตรที่ไม่มีค่า โปรดพิมพ์ค่าลงในช่อง")
            return read(text)
        except Refused as refused:
            self.fault(refused.rule, what, refused.message)
            return None

    def require(self, what: str, value: object, sentence: str) -> None:
        """Note REQUIRED where a value is lacking and nothing else was found wrong with its cell."""
        column = self.heading.printed(what)
        if not value and not any(found[1] == column for found in self.faults):
            self.fault("REQUIRED", what, sentence)

    def fault(self, rule: str, what: str, sentence: str) -> None:
        """Note what keeps the row out."""
        self.faults.append((rule, self.heading.printed(what), sentence))

    def doubt(self, rule: str, what: str, sentence: str) -> None:
        """Note what a person should look at."""
        self.doubts.append((rule, self.heading.printed(what), sentence))

    def shown(self, findings: Iterable[Finding]) -> tuple[CellFault, ...]:
        """Give findings with the first hundred characters of their cells."""
        columns = {self.heading.printed(what): column for what, column in self.heading.columns.items()}
        return tuple(
            CellFault(rule, column, self.row.text(columns.get(column))[:100], said) for rule, column, said in findings
        )

    def _day(self, what: str, text: str) -> date:
        try:
            return parse_date(text).date
        except Refused:
            short = _SHORT_YEAR.fullmatch(to_arabic(single_line(text)))
            if not short:
                raise
        found = parse_date(f"{short['rest']}25{short['year']}").date
        self.doubt("YEAR", what, f"ปีมีสองหลัก ใช้ พ.ศ. 25{short['year']}")
        return found
