"""Reads the rows of a table of measures. The header of a column decides what it is, not the wording of the cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from prongsai.ita.papers.reading import MeasureRow, MeasureStatus, ReadingWarning
from prongsai.ita.reading.codes import FoundCode, each_once, item_codes, question_codes, without_codes
from prongsai.ita.reading.columns import Role
from prongsai.ita.reading.folding import fold
from prongsai.ita.reading.in_step import InStep
from prongsai.ita.reading.numbering import list_items, marker_of, strip_marker
from prongsai.ita.reading.repairs import Repairs
from prongsai.ita.reading.sheets import Sheet
from prongsai.ita.reading.status import is_tick, status_at_head, status_of
from prongsai.ita.reading.table_rows import WholeRow, whole_rows
from prongsai.ita.reading.ticked_months import ticked_period
from prongsai.ita.reading.units import split_units
from prongsai.ita.reading.vocabulary import Vocabulary
from prongsai.ita.thai import Period, Recurrence, printed_period

_TICKED: tuple[tuple[Role, MeasureStatus], ...] = (
    (Role.COMPLETED, "completed"),
    (Role.IN_PROGRESS, "in_progress"),
    (Role.NOT_STARTED, "not_started"),
)
_REPORTED = frozenset({Role.RESULTS, Role.OUTCOMES, Role.STATUS, *(role for role, _ in _TICKED)})
_HEADED = re.compile(r"^([^\-–—:•]{4,60})\s?[-–—:•]\s?(\S.*)$")
_FIRST_DAY = re.compile(r"เริ่ม|ตั้งแต่")
_LAST_DAY = re.compile(r"สิ้นสุด|ถึง|เสร็จ")
_NOTHING = frozenset({"-", "--", "---", "ไม่มี", "-ไม่มี-", "n/a", "."})


@dataclass
class MeasuresReader:
    """Collects the measures of all tables of a paper."""

    vocabulary: Vocabulary
    repairs: Repairs
    plan_year: int | None = None
    """The fiscal year for which the paper says its measures are set, for columns of months that name no year."""
    rows: list[MeasureRow] = field(default_factory=list)
    doubts: list[ReadingWarning] = field(default_factory=list)
    _steps: InStep = field(default_factory=InStep)
    _above: tuple[int | None, int | None] = (None, None)
    reports: bool = False
    """Whether some table has columns of results."""

    def read(self, sheet: Sheet) -> None:
        """Add the rows of a sheet."""
        self.reports = self.reports or bool(sheet.roles & _REPORTED)
        self._above = (None, None)
        self._steps = InStep()
        for row in whole_rows(sheet, self.vocabulary):
            measure = self._row(sheet, row)
            if measure is not None:
                if Role.UNITS in sheet.roles and not measure.units:
                    self.doubts.append(ReadingWarning("unit-missing", f"measures[{len(self.rows)}].units", ""))
                self.rows.append(measure)

    def items(self, lines: Sequence[str]) -> tuple[str, ...]:
        """Give the entries of a cell, none where it says that there is nothing."""
        return _items(lines)

    def _row(self, sheet: Sheet, row: WholeRow) -> MeasureRow | None:
        where = f"measures[{len(self.rows)}]"
        measures, headed = self._measures(sheet, row)
        issue, indicator = self._keys(sheet, row, headed)
        questions = self._questions(sheet, row, issue, indicator, where)
        status, results = self._status(sheet, row)
        read = MeasureRow(
            issue=issue,
            indicator=indicator,
            questions=questions,
            finding=self._finding(sheet, row),
            measures=measures,
            steps=_items_of(sheet, row, Role.STEPS),
            units=split_units(_lines(sheet, row, Role.UNITS)),
            period=self._period(sheet, row),
            follow_up=_text(_lines(sheet, row, Role.FOLLOW_UP)),
            status=status,
            results=results,
            outcomes=_items_of(sheet, row, Role.OUTCOMES),
            oit=self._named_items(sheet, row),
        )
        told = (read.questions, read.finding, read.measures, read.steps, read.results, read.outcomes, read.units)
        return read if any(told) else None

    def _keys(self, sheet: Sheet, row: WholeRow, headed: int | None) -> tuple[int | None, int | None]:
        """Give issue and indicator of a row. A cell left empty under a key holds that key for its row too."""
        issue = self._issue(sheet, row)
        indicator = self._indicator(sheet, row) or headed or row.band.indicator
        columns = [*sheet.columns_of(Role.ISSUE), *sheet.columns_of(Role.INDICATOR)]
        if columns and not any(row.lines(column) for column in columns):
            issue, indicator = issue or self._above[0], indicator or self._above[1]
        self._above = (issue, indicator)
        return issue, indicator

    def _issue(self, sheet: Sheet, row: WholeRow) -> int | None:
        for column in sheet.columns_of(Role.ISSUE):
            number = fold(row.text(column)).strip("().")
            if number.isdecimal() and int(number) in self.vocabulary.issues:
                return int(number)
        for role in (Role.ISSUE, Role.QUESTION, Role.FINDING):
            for column in sheet.columns_of(role):
                issue = self.vocabulary.issue_of(row.text(column)) if row.lines(column) else None
                if issue is not None:
                    return issue
        return row.band.issue

    def _indicator(self, sheet: Sheet, row: WholeRow) -> int | None:
        for column in sheet.columns_of(Role.INDICATOR):
            text = row.text(column)
            heading = self.vocabulary.indicator_heading(text)
            if heading is not None:
                marker = marker_of(text)
                return self._steps.settle(marker[1][0], heading[0]) if marker else heading[0]
            number = fold(row.text(column)).strip("().")
            if number.isdecimal() and int(number) in self.vocabulary.indicators:
                return int(number)
        for column in sheet.columns_of(Role.ISSUE):
            for line in row.lines(column):
                named = self.vocabulary.indicator_of(line)
                if named is not None:
                    return named
        return None

    def _questions(
        self, sheet: Sheet, row: WholeRow, issue: int | None, indicator: int | None, where: str
    ) -> tuple[str, ...]:
        expected = self.vocabulary.codes_expected(issue, indicator)
        found: list[FoundCode] = []
        for column, head in enumerate(sheet.columns):
            if head.role in (Role.RESULTS, Role.OUTCOMES, Role.PERIOD, Role.UNITS):
                continue
            place = head.role is Role.QUESTION or (
                head.role in (Role.ISSUE, Role.INDICATOR) and Role.QUESTION not in sheet.roles
            )
            for line in row.lines(column):
                # A figure alone is rather the number of an issue, unless the codes that fit are known.
                bare = fold(line).isdecimal() and head.role is not Role.QUESTION and expected is None
                found += question_codes(line, self.vocabulary.is_code, place=place and not bare, expected=expected)
        self.repairs.note(found, f"{where}.questions")
        return each_once(found)

    def _finding(self, sheet: Sheet, row: WholeRow) -> str | None:
        finding = _text(_lines(sheet, row, Role.FINDING))
        return without_codes(finding, self.vocabulary.is_code) if finding else None

    def _named_items(self, sheet: Sheet, row: WholeRow) -> tuple[str, ...]:
        """Give the OIT items that stand in the place of questions."""
        columns = [*sheet.columns_of(Role.QUESTION), *sheet.columns_of(Role.ISSUE), *sheet.columns_of(Role.INDICATOR)]
        lines = (line for column in columns for line in row.lines(column))
        return each_once(
            [code for line in lines for code in item_codes(line, self.vocabulary.is_code) if not code.repaired]
        )

    def _measures(self, sheet: Sheet, row: WholeRow) -> tuple[tuple[str, ...], int | None]:
        """Give the measures, and the indicator that heads them where its name stands among them."""
        items = [item for column in sheet.columns_of(Role.MEASURES) for item in _items(row.lines(column))]
        if not items:
            return (), None
        named = self.vocabulary.indicator_of(items[0])
        if named is not None:
            return tuple(items[1:]) or tuple(items), named
        headed = _HEADED.match(items[0])
        named = self.vocabulary.indicator_of(headed[1]) if headed else None
        if headed is None or named is None:
            return tuple(items), None
        return (headed[2], *items[1:]), named

    def _period(self, sheet: Sheet, row: WholeRow) -> Period | Recurrence | None:
        recurrence: Recurrence | None = None
        columns = sheet.columns_of(Role.PERIOD)
        both_ends = _from_to(sheet, row, columns)
        if both_ends is not None:
            return both_ends
        for column in columns:
            read = printed_period(row.text(column)) if row.lines(column) else None
            if isinstance(read, Period):
                return read
            recurrence = recurrence or read
        return ticked_period(sheet, row, self.plan_year) or recurrence

    def _status(self, sheet: Sheet, row: WholeRow) -> tuple[MeasureStatus | None, tuple[str, ...]]:
        """Give the status by column, tick or head of the results (the last round counts), and the other results."""
        by_head: MeasureStatus | None = None
        results: tuple[str, ...] = ()
        for column in sheet.columns_of(Role.RESULTS):
            state, lines = status_at_head(row.lines(column))
            by_head = state or by_head
            results += _items(lines)
        for column in sheet.columns_of(Role.STATUS):
            stated = status_of(row.text(column))
            if stated is not None:
                return stated, results
        for role, state in _TICKED:
            for column in sheet.columns_of(role):
                if is_tick(row.text(column)):
                    return state, results
        return by_head, results


def _from_to(sheet: Sheet, row: WholeRow, columns: Sequence[int]) -> Period | None:
    """Give the period whose first and last day stand in columns of their own."""
    first = next((n for n in columns if _FIRST_DAY.search(fold(sheet.columns[n].header))), None)
    last = next((n for n in columns if _LAST_DAY.search(fold(sheet.columns[n].header))), None)
    if first is None or last is None or first == last:
        return None
    read = printed_period(f"{row.text(first)} - {row.text(last)}")
    return read if isinstance(read, Period) else None


def _lines(sheet: Sheet, row: WholeRow, role: Role) -> list[str]:
    lines = [line for column in sheet.columns_of(role) for line in row.lines(column)]
    return [] if len(lines) == 1 and fold(lines[0]) in _NOTHING else lines


def _items_of(sheet: Sheet, row: WholeRow, role: Role) -> tuple[str, ...]:
    return tuple(item for column in sheet.columns_of(role) for item in _items(row.lines(column)))


def _items(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(item for item in list_items(lines) if fold(item) not in _NOTHING)


def _text(lines: list[str]) -> str | None:
    """Give the lines of a cell as one text without the number or bullet in front."""
    text = " ".join(" ".join(lines).split())
    return strip_marker(text) or None
