"""The one parser of Buddhist-era dates, years and times of day, and their official forms.

A stored date is a `datetime.date` of the Gregorian calendar; a year of the interface is a Buddhist-era integer (2567).
Stock parsers are never used: they take 2566 for a Gregorian year, read the month first, and refuse 29 February 2567.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from prongsai.ita.thai.digits import to_arabic, to_thai
from prongsai.ita.thai.months import FULL, PATTERN, SHORT, month_number
from prongsai.ita.thai.refusal import Notice, Refused
from prongsai.ita.thai.text import normalise

ERA_OFFSET = 543
FIRST_YEAR, LAST_YEAR = 1990, 2100
"""Gregorian years that a stored date may have."""

# Blanks between the parts of a date are few: an unbounded run would make the search quadratic.
_GAP = r"\s{0,3}"
_ERA_WORD = r"(?:พ\.? ?ศ\.? ?)?"
_YEAR = rf"{_ERA_WORD}(?P<year>[0-9]{{4}}|[0-9]{{2}}(?![0-9]))"
_IN_WORDS = re.compile(
    rf"(?:วันที่{_GAP})?(?P<day>[0-9]{{1,2}}){_GAP}(?:เดือน{_GAP})?(?P<month>{PATTERN}){_GAP}{_YEAR}(?![0-9])"
)
_NUMERIC = re.compile(r"(?P<day>[0-9]{1,2})[/.\-](?P<month>[0-9]{1,2})[/.\-](?P<year>[0-9]{4}|[0-9]{2})")
_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_TIME = re.compile(r"([0-9]{1,2})[.:]([0-9]{2})(?: ?(?:น\.?|นาฬิกา))?")


@dataclass(frozen=True, slots=True)
class ParsedDate:
    """A day as accepted, with what a person should see before it is stored."""

    date: date
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A day found in running text, from character `start` to before `end`."""

    date: date
    start: int
    end: int


def parse_date(text: str, *, era: Literal["BE", "CE"] | None = None, document_year: int | None = None) -> ParsedDate:
    """Read one day that a person or a program typed: `15 พฤศจิกายน 2565`, `๑พ.ย.๖๕`, `10/01/2566`, `2022-11-15`.

    The day stands before the month. Years are Buddhist-era, but for ISO dates, which are Gregorian unless `era` is
    "BE". A year of two figures is taken only where `document_year` (BE) makes it unique.
    Refuses DATE (no such day, or unreadable), ERA (a year of the other calendar) and YEAR.
    """
    plain = to_arabic(normalise(text)).strip()
    iso = _ISO.fullmatch(plain)
    if iso:
        return ParsedDate(_iso_date(iso, era, text))
    match = _IN_WORDS.fullmatch(plain)
    if match:
        month = month_number(match["month"]) or 0
        return ParsedDate(_buddhist_date(match["day"], month, match["year"], document_year, text))
    match = _NUMERIC.fullmatch(plain)
    if match is None:
        raise Refused("DATE", f"“{text.strip()}” ไม่ใช่วันที่ที่อ่านได้ โปรดพิมพ์เช่น 15 พฤศจิกายน 2565", value=text)
    found = _buddhist_date(match["day"], int(match["month"]), match["year"], document_year, text)
    words = format_date(found, form="full", digits="arabic")
    return ParsedDate(found, (Notice("DAY-FIRST", f"อ่านวันก่อนเดือน: {words} โปรดยืนยัน", text.strip()),))


def find_dates(text: str) -> list[FoundDate]:
    """Find the days written with a month name in running text, in order. What is no real day is passed over.

    Positions count in the normalised text. Two figures of a year mean 25xx.
    """
    found = []
    for match in _IN_WORDS.finditer(to_arabic(normalise(text))):
        year = int(match["year"])
        try:
            day = date(
                _gregorian(year + 2500 if year < 100 else year), month_number(match["month"]) or 0, int(match["day"])
            )
        except ValueError:
            continue
        if FIRST_YEAR <= day.year <= LAST_YEAR:
            found.append(FoundDate(day, match.start(), match.end()))
    return found


def parse_year(text: str, *, document_year: int | None = None) -> int:
    """Read a Buddhist-era year: `2566`, `พ.ศ. ๒๕๖๖`, `ปีงบประมาณ 2566`; `66` only beside a `document_year`.

    Refuses YEAR (no year of our time, or two figures that nothing explains) and ERA (a Gregorian year, with the
    Buddhist-era year it may mean).
    """
    plain = re.sub(r"^(?:ประจำ)?(?:ปี)?(?:งบประมาณ)?\s*" + _ERA_WORD, "", to_arabic(normalise(text)).strip())
    if not re.fullmatch(r"[0-9]{1,6}", plain):
        raise Refused("YEAR", f"“{text.strip()}” ไม่ใช่ปี พ.ศ. ที่อ่านได้", value=text)
    return _full_year(plain, document_year, text)


def parse_time(text: str) -> time:
    """Read a time of day: `๑๓.๓๐ น.`, `13:30`. Refuses TIME."""
    match = _TIME.fullmatch(to_arabic(normalise(text)).strip())
    if match is None or int(match[1]) > 23 or int(match[2]) > 59:
        raise Refused("TIME", f"“{text.strip()}” ไม่ใช่เวลา โปรดพิมพ์เช่น 13.30 น.", value=text)
    return time(int(match[1]), int(match[2]))


def require_past(day: date, *, today: date) -> date:
    """Refuse FUTURE a day after `today`, for deeds that are said to be done. The caller brings the server's day."""
    if day > today:
        raise Refused("FUTURE", f"วันที่ {format_date(day)} ยังมาไม่ถึง จึงบันทึกว่าดำเนินการแล้วไม่ได้", value=str(day))
    return day


def buddhist_year(day: date) -> int:
    """Give the Buddhist-era calendar year of a day."""
    return day.year + ERA_OFFSET


def month_end(year: int, month: int) -> date:
    """Give the last day of a month of a Buddhist-era year."""
    return date(_gregorian(year), month, monthrange(_gregorian(year), month)[1])


def format_date(
    day: date, *, form: Literal["long", "full", "short"] = "long", digits: Literal["thai", "arabic"] = "thai"
) -> str:
    """Write a day in an official form.

    long: ๑๕ พฤศจิกายน ๒๕๖๕; full: ๑๕ พฤศจิกายน พ.ศ. ๒๕๖๕ (orders, announcements); short: ๑๕ พ.ย. ๖๕ (tables).
    """
    year = buddhist_year(day)
    written = {
        "long": f"{day.day} {FULL[day.month - 1]} {year}",
        "full": f"{day.day} {FULL[day.month - 1]} พ.ศ. {year}",
        "short": f"{day.day} {SHORT[day.month - 1]} {year % 100:02d}",
    }[form]
    return to_thai(written) if digits == "thai" else written


def _gregorian(year: int) -> int:
    return year - ERA_OFFSET


def _iso_date(match: re.Match[str], era: Literal["BE", "CE"] | None, text: str) -> date:
    year = int(match["year"])
    if era == "BE":
        year = _gregorian(year)
    elif year > LAST_YEAR:
        raise Refused("ERA", f"“{text.strip()}” เป็นปี พ.ศ. โปรดระบุว่า era=BE หรือส่งเป็น ค.ศ.", value=text)
    return _day(int(match["day"]), int(match["month"]), year, text)


def _buddhist_date(day: str, month: int, year: str, document_year: int | None, text: str) -> date:
    # A day that no year has is refused as such, before anything is asked about the year.
    if not (1 <= month <= 12 and 1 <= int(day) <= monthrange(2024, month)[1]):
        raise _no_such_day(text)
    return _day(int(day), month, _gregorian(_full_year(year, document_year, text)), text)


def _day(day: int, month: int, year: int, text: str) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Refused("YEAR", f"ปีใน “{text.strip()}” อยู่นอกช่วงที่ใช้ได้", value=text)
    try:
        return date(year, month, day)
    except ValueError:
        raise _no_such_day(text) from None


def _no_such_day(text: str) -> Refused:
    return Refused("DATE", f"ไม่มีวันที่ “{text.strip()}” ในปฏิทิน", value=text)


def _full_year(figures: str, document_year: int | None, text: str) -> int:
    year = int(figures)
    if len(figures) == 2:
        near = (
            [] if document_year is None else [y for y in range(2400 + year, 2700, 100) if abs(y - document_year) <= 20]
        )
        if near:
            return near[0]
        raise Refused("YEAR", f"“{text.strip()}” หมายถึง พ.ศ. {2500 + year} หรือไม่ โปรดพิมพ์ปีให้ครบสี่หลัก", value=text)
    if FIRST_YEAR <= year <= LAST_YEAR:
        raise Refused("ERA", f"“{figures}” เป็นปี ค.ศ. หมายถึง {year + ERA_OFFSET} หรือไม่", value=text)
    if not FIRST_YEAR <= _gregorian(year) <= LAST_YEAR:
        raise Refused("YEAR", f"“{figures}” ไม่ใช่ปี พ.ศ. ที่ใช้ได้", value=text)
    return year
