"""Periods of work ticked in columns of quarters or months."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from prongsai.ita.reading.columns import Role
from prongsai.ita.reading.headers import Column
from prongsai.ita.reading.sheets import Sheet
from prongsai.ita.reading.status import is_tick
from prongsai.ita.reading.table_rows import WholeRow
from prongsai.ita.thai import Period, fiscal_quarter, month_number, printed_period, to_arabic
from prongsai.ita.thai.months import PATTERN as MONTH

_QUARTER = re.compile(r"(?:ไตรมาส\s?(?:ที่)?\s?/?\s?\(?|[Qq])\s?([1-4])")
_MONTH = re.compile(MONTH)
_ARROW = re.compile(r"[\s<>\-–—=←→↔⟵⟶⟷⇐⇒⇔◄►◀▶]{1,12}")
_AUTUMN = (10, 11, 12)


def ticked_period(sheet: Sheet, row: WholeRow, fiscal_year: int | None) -> Period | None:
    """Give the time from the first to the last quarter or month that a row ticks, or None where it ticks none.

    `fiscal_year` holds where the headers name no year.
    """
    columns = [sheet.columns[n] for n in sheet.columns_of(Role.TIME) if _is_marked(row.text(n))]
    calendar = _names_calendar_years(sheet.columns)
    spans = [span for column in columns if (span := _span(column, fiscal_year, calendar=calendar))]
    starts = [span.start for span in spans if span.start is not None]
    return Period(min(starts), max(span.end for span in spans)) if starts else None


def _is_marked(text: str) -> bool:
    return is_tick(text) or bool(text.strip() and _ARROW.fullmatch(text))


def _span(column: Column, fiscal_year: int | None, *, calendar: bool) -> Period | None:
    header = to_arabic(column.header)
    months = [month_number(match.group()) for match in _MONTH.finditer(header)]
    printed = printed_period(header[match.start() :]) if (match := _MONTH.search(header)) else None
    if isinstance(printed, Period):
        return printed
    year = column.year or fiscal_year
    if year is None:
        return None
    quarter = _QUARTER.search(header)
    if quarter is not None:
        return fiscal_quarter(year, int(quarter[1]))
    if not months or months[0] is None or months[-1] is None:
        return None
    return Period(_month(months[0], year, calendar=calendar).start, _month(months[-1], year, calendar=calendar).end)


def _month(number: int, year: int, *, calendar: bool) -> Period:
    """Give one month of a fiscal year, or of a calendar year."""
    quarter = fiscal_quarter(year + 1 if calendar and number in _AUTUMN else year, (number + 2) // 3 % 4 + 1)
    first = date(quarter.end.year, number, 1)
    following = date(first.year + number // 12, number % 12 + 1, 1)
    return Period(first, date.fromordinal(following.toordinal() - 1))


def _names_calendar_years(columns: Sequence[Column]) -> bool:
    """Whether the years above the months are calendar years: those of autumn are another than those of the rest."""
    autumn: set[int] = set()
    rest: set[int] = set()
    for column in columns:
        match = _MONTH.search(column.header) if column.role is Role.TIME and column.year else None
        if match is not None and column.year is not None and "งบประมาณ" not in column.header:
            (autumn if month_number(match.group()) in _AUTUMN else rest).add(column.year)
    return bool(autumn) and bool(rest) and not autumn & rest
