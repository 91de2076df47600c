"""Periods of work as offices write them: two days, two months, a quarter, a fiscal year, or only a recurrence.

Fiscal year n (Buddhist era) runs from 1 October n-1 to 30 September n. Both days of a period are included.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from prongsai.ita.thai.dates import ERA_OFFSET, FIRST_YEAR, LAST_YEAR, buddhist_year, format_date, month_end
from prongsai.ita.thai.digits import to_arabic, to_thai
from prongsai.ita.thai.months import PATTERN, SHORT, month_number
from prongsai.ita.thai.refusal import Notice, Refused
from prongsai.ita.thai.text import normalise


@dataclass(frozen=True, slots=True)
class Period:
    """From a first to a last day, both included; `start` is None where only a last day is set."""

    start: date | None
    end: date


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Again and again, every so many months."""

    every_months: int


_ERA = r"(?:พ\.? ?ศ\.? ?)?"
_YEAR = rf"(?:(?:ปี)?(?:งบประมาณ)? ?{_ERA}([0-9]{{4}}|[0-9]{{2}})(?![0-9]))"
_MOMENT = rf"(?:วันที่ ?)?([0-9]{{1,2}})? ?(?:เดือน ?)?({PATTERN}) ?{_YEAR}?"
_JOIN = r"(?: ?เป็นต้นไป)? ?(?:[-‐-―−~]? ?(?:ถึง|จนถึง)(?:วันที่|เดือน)?|[-‐-―−~]) ?(?:สิ้น)?"
_RANGE = re.compile(_MOMENT + _JOIN + _MOMENT)
_DAYS_OF_ONE_MONTH = re.compile(rf"(?<![0-9])([0-9]{{1,2}}){_JOIN}([0-9]{{1,2}}) ?(?:เดือน ?)?({PATTERN}) ?{_YEAR}")
_UNTIL = re.compile(rf"(?:ภายใน|ไม่เกิน|ก่อน|จนถึง|ถึง)(?:สิ้น)? ?(?:วันที่ ?)?(?:สิ้น)? ?{_MOMENT}")
_SINGLE = re.compile(_MOMENT)
_QUARTERS = re.compile(
    rf"ไตรมาส ?(?:ที่ ?)?([1-4])(?: ?(?:[-‐-―−]|ถึง|และ) ?(?:ไตรมาส ?(?:ที่ ?)?)?([1-4]))? ?(?:/ ?|ของ ?|ประจำ ?)?{_YEAR}"
)
_HALF_YEAR = re.compile(rf"(?:รอบ ?)?6 ?เดือน ?(แรก|หลัง) ?(?:ของ ?|ประจำ ?)?{_YEAR}")
_WHOLE_YEAR = re.compile(rf"(?:ตลอด|ทั้ง|ภายใน)? ?(?:ประจำ)?(?<![0-9])ปี ?(?:งบประมาณ)? ?{_ERA}([0-9]{{4}})(?![0-9])")
_EVERY = re.compile(r"ทุก ?ๆ? ?(?:รอบ ?)?([0-9]{1,2})? ?(เดือน|ไตรมาส|ปี|ครึ่งปี)")
_RATE = re.compile(r"(?:ราย|ประจำ(?=เดือน|ไตรมาส))(เดือน|ไตรมาส|ปี)|(เดือน|ไตรมาส|ปี)ละ ?([0-9]{1,2}) ?ครั้ง")

_LOOSE_STOP = re.compile(r"(?<=[ก-๎]) \.")
_LONGEST = 2_000
"""A text longer than this states no period in its later part that anybody would mean."""

_MONTHS = {"เดือน": 1, "ไตรมาส": 3, "ครึ่งปี": 6, "ปี": 12}


def fiscal_year_of(day: date) -> int:
    """Give the fiscal year (BE) in which a day lies."""
    return buddhist_year(day) + (1 if day.month >= 10 else 0)


def fiscal_year_span(year: int) -> Period:
    """Give the first and last day of a fiscal year (BE)."""
    return Period(date(year - 1 - ERA_OFFSET, 10, 1), date(year - ERA_OFFSET, 9, 30))


def fiscal_quarter(year: int, quarter: int) -> Period:
    """Give the first and last day of a quarter (1 to 4) of a fiscal year (BE); quarter 1 begins in October."""
    first_month = (9, 0, 3, 6)[quarter - 1] + 1
    calendar_year = year - 1 if quarter == 1 else year
    return Period(date(calendar_year - ERA_OFFSET, first_month, 1), month_end(calendar_year, first_month + 2))


def parse_period(text: str) -> Period | Recurrence:
    """Read a period that a person typed. Refuses PERIOD (unreadable) and ORDER (its end lies before its start)."""
    found = printed_period(text)
    if found is None:
        raise Refused(
            "PERIOD", f"“{text.strip()}” ไม่ใช่ระยะเวลาที่อ่านได้ โปรดพิมพ์เช่น 1 ต.ค. 2566 – 30 ก.ย. 2567", value=text
        )
    if isinstance(found, Period) and found.start is not None and found.end < found.start:
        raise Refused("ORDER", f"วันสิ้นสุดใน “{text.strip()}” มาก่อนวันเริ่มต้น", value=text)
    return found


def printed_period(text: str) -> Period | Recurrence | None:
    """Read a period as printed in a paper, or None where the text states none.

    Month names in full or short, with or without days; years of two figures (66 is 2566); one year at the end serves
    both sides; a quarter or a whole fiscal year gives its first and last day; `ภายใน ...` has no start. Only where no
    days are printed a recurrence (ทุก 6 เดือน, ทุกไตรมาส, ปีละ 2 ครั้ง) is given.
    """
    plain = " ".join(to_arabic(normalise(text[:_LONGEST])).split())
    found = _first_reading(plain)
    tight = _LOOSE_STOP.sub(".", plain)
    return found if found is not None or tight == plain else _first_reading(tight)


def _first_reading(plain: str) -> Period | Recurrence | None:
    for read in _READERS:
        try:
            found = read(plain)
        except ValueError:  # a day that the calendar does not have
            continue
        if found is not None:
            return found
    return None


def outside_fiscal_year(period: Period, year: int) -> Notice | None:
    """Say so where a period leaves the fiscal year (BE) it is planned for; None where it stays inside."""
    span = fiscal_year_span(year)
    first = period.start or period.end
    if span.start is not None and span.start <= first and period.end <= span.end:
        return None
    return Notice("FISCAL", f"ระยะเวลาอยู่นอกปีงบประมาณ พ.ศ. {year}", format_period(period, digits="arabic"))


def format_period(period: Period | Recurrence, *, digits: Literal["thai", "arabic"] = "thai") -> str:
    """Write a period as tables show it: `๑ ต.ค. ๖๖ – ๓๐ ก.ย. ๖๗`, whole months as `ก.พ. ๖๗ – ก.ย. ๖๗`, `ทุก ๖ เดือน`."""
    if isinstance(period, Recurrence):
        written = "ทุกเดือน" if period.every_months == 1 else f"ทุก {period.every_months} เดือน"
    elif period.start is None:
        written = f"ภายใน {format_date(period.end, form='short', digits='arabic')}"
    elif period.start == period.end:
        written = format_date(period.end, form="short", digits="arabic")
    elif _whole_months(period.start, period.end):
        first, last = _month_and_year(period.start), _month_and_year(period.end)
        written = first if first == last else f"{first} – {last}"
    else:
        written = " – ".join(format_date(day, form="short", digits="arabic") for day in (period.start, period.end))
    return to_thai(written) if digits == "thai" else written


def _whole_months(start: date, end: date) -> bool:
    return start.day == 1 and end == month_end(buddhist_year(end), end.month)


def _month_and_year(day: date) -> str:
    return f"{SHORT[day.month - 1]} {buddhist_year(day) % 100:02d}"


def _year(figures: str) -> int:
    year = int(figures)
    year = year + 2500 if year < 100 else year
    if not FIRST_YEAR <= year - ERA_OFFSET <= LAST_YEAR:
        raise ValueError(figures)
    return year


def _first(day: str | None, month: int, year: int) -> date:
    return date(year - ERA_OFFSET, month, int(day or 1))


def _last(day: str | None, month: int, year: int) -> date:
    return date(year - ERA_OFFSET, month, int(day)) if day else month_end(year, month)


def _month(name: str) -> int:
    number = month_number(name)
    if number is None:
        raise ValueError(name)
    return number


def _read_range(plain: str) -> Period | None:
    match = _RANGE.search(plain)
    if match is None or not (match[3] or match[6]):
        return None
    start_month, end_month = _month(match[2]), _month(match[5])
    if match[6] is None:
        start_year = _year(match[3])
        end_year = start_year + (1 if end_month < start_month else 0)
    else:
        end_year = _year(match[6])
        # ต.ค. – ก.ย. 2567 can only mean the October before: a shared year never turns a period around.
        start_year = _year(match[3]) if match[3] else end_year - (1 if start_month > end_month else 0)
    return Period(_first(match[1], start_month, start_year), _last(match[4], end_month, end_year))


def _read_days_of_one_month(plain: str) -> Period | None:
    match = _DAYS_OF_ONE_MONTH.search(plain)
    if match is None:
        return None
    month, year = _month(match[3]), _year(match[4])
    return Period(_first(match[1], month, year), _last(match[2], month, year))


def _read_until(plain: str) -> Period | None:
    match = _UNTIL.search(plain)
    if match is None or match[3] is None:
        return None
    return Period(None, _last(match[1], _month(match[2]), _year(match[3])))


def _read_quarters(plain: str) -> Period | None:
    match = _QUARTERS.search(plain)
    if match is None:
        return None
    year = _year(match[3])
    return Period(fiscal_quarter(year, int(match[1])).start, fiscal_quarter(year, int(match[2] or match[1])).end)


def _read_half_year(plain: str) -> Period | None:
    match = _HALF_YEAR.search(plain)
    if match is None:
        return None
    first, last = (1, 2) if match[1] == "แรก" else (3, 4)
    year = _year(match[2])
    return Period(fiscal_quarter(year, first).start, fiscal_quarter(year, last).end)


def _read_single(plain: str) -> Period | None:
    match = _SINGLE.search(plain)
    if match is None or match[3] is None:
        return None
    month, year = _month(match[2]), _year(match[3])
    return Period(_first(match[1], month, year), _last(match[1], month, year))


def _read_whole_year(plain: str) -> Period | None:
    match = _WHOLE_YEAR.search(plain)
    return fiscal_year_span(_year(match[1])) if match else None


def _read_recurrence(plain: str) -> Recurrence | None:
    match = _EVERY.search(plain)
    if match:
        return Recurrence(max(1, int(match[1] or 1)) * _MONTHS[match[2]])
    match = _RATE.search(plain)
    if match is None:
        return None
    if match[1]:
        return Recurrence(_MONTHS[match[1]])
    return Recurrence(max(1, _MONTHS[match[2]] // max(1, int(match[3]))))


_READERS: tuple[Callable[[str], Period | Recurrence | None], ...] = (
    _read_range,
    _read_days_of_one_month,
    _read_until,
    _read_half_year,
    _read_quarters,
    _read_single,
    _read_whole_year,
    _read_recurrence,
)
