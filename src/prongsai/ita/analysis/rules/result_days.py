"""result-outside-year and result-outside-period: a result with a day that lies outside the time of its measure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from prongsai.ita.analysis.finding import CheckFinding
from prongsai.ita.papers.reading import MeasureRow, Reading
from prongsai.ita.thai import Period, find_dates, fiscal_year_span, format_date, normalise

_CITED = re.compile(r"(?:ลง|ลงวันที่|พุทธศักราช|ฉบับ(?:เดิม)?)\s{0,3}$")
_NEAR = 20


def check_result_days(reading: Reading) -> Iterator[CheckFinding]:
    """Find days of results outside the fiscal year of the measures, or outside the period of their row.

    Before the year nothing is found where the day is that of a document cited (ลงวันที่ ...), or where the same result
    also has a day inside the year: offices build on what stood before.
    """
    year = reading.document.plan_year
    for index, row in enumerate(reading.measures):
        for place, text in enumerate(row.results):
            where = f"measures[{index}].results[{place}]"
            outside = list(_outside_year(text, year)) if year is not None else []
            for day in outside:
                yield _of_year(where, day, year or 0)
            if not outside:
                yield from _outside_period(text, row, where)


def _outside_year(text: str, year: int) -> Iterator[date]:
    span = fiscal_year_span(year)
    days = _days(text)
    inside = any(span.start is not None and span.start <= day <= span.end for day, _ in days)
    for day, cited in days:
        before = span.start is not None and day < span.start
        if day > span.end or (before and not cited and not inside):
            yield day


def _outside_period(text: str, row: MeasureRow, where: str) -> Iterator[CheckFinding]:
    period = row.period
    if not isinstance(period, Period):
        return
    days = [day for day, cited in _days(text) if not cited]
    late = [day for day in days if day > period.end]
    early = [day for day in days if period.start is not None and day < period.start]
    for day in late or (early if len(early) == len(days) else []):
        side = "หลัง" if day > period.end else "ก่อน"
        edge = period.end if day > period.end else period.start or period.end
        yield CheckFinding(
            code="result-outside-period",
            severity="hint",
            where=where,
            message=f"ผลการดำเนินงานลงวันที่ {_written(day)} ซึ่งอยู่{side}ระยะเวลาของมาตรการ ({_written(edge)})",
            settle="ควรตรวจวันที่ของผลหรือระยะเวลาของมาตรการ หากเป็นไปตามจริงควรอธิบายเหตุผลไว้",
            found=day.isoformat(),
            expected=edge.isoformat(),
        )


def _days(text: str) -> list[tuple[date, bool]]:
    """Give the days of a text, each with whether it is the day of a document that is cited."""
    plain = normalise(text)
    found = find_dates(plain)
    return [(day.date, _CITED.search(plain, max(0, day.start - _NEAR), day.start) is not None) for day in found]


def _of_year(where: str, day: date, year: int) -> CheckFinding:
    span = fiscal_year_span(year)
    side, edge = ("หลังสิ้น", span.end) if day > span.end else ("ก่อนเริ่ม", span.start or span.end)
    return CheckFinding(
        code="result-outside-year",
        severity="doubt",
        where=where,
        message=f"ผลการดำเนินงานลงวันที่ {_written(day)} ซึ่งอยู่{side}ปีงบประมาณ พ.ศ. {year} ({_written(edge)})",
        settle="ควรตรวจวันที่ หากดำเนินการนอกปีงบประมาณจริงควรแยกไว้หรืออธิบายเหตุผล",
        found=day.isoformat(),
        expected=edge.isoformat(),
    )


def _written(day: date) -> str:
    return format_date(day, digits="arabic")
