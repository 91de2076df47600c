"""period-before-decision: measures that start before the order that set them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from prongsai.ita.analysis.finding import CheckFinding
from prongsai.ita.papers.reading import Reading
from prongsai.ita.thai import Period, Refused, format_date, parse_date, to_arabic


def check_order(reading: Reading) -> Iterator[CheckFinding]:
    """Find measures that start before the day of the order; a day that only a meeting set is the reader's to see."""
    decided = order_day(reading)
    first = min(_starts(reading), default=None)
    if decided is None or first is None or first[0] >= decided or _is_a_result(reading):
        return
    start, index = first
    yield CheckFinding(
        code="period-before-decision",
        severity="doubt",
        where=f"measures[{index}].period",
        message=f"ระยะเวลาเริ่มวันที่ {_written(start)} ก่อนวันที่กำหนดมาตรการ ({_written(decided)})",
        settle="ควรตรวจวันเริ่มต้น หรือระบุว่าเป็นงานที่ทำต่อเนื่องมาก่อน",
        found=start.isoformat(),
        expected=decided.isoformat(),
    )


def order_day(reading: Reading) -> date | None:
    """Give the day of the order of a paper; None where it has none that can be read."""
    printed = reading.working_group.order_date if reading.working_group else None
    if printed is None:
        return None
    try:
        return parse_date(printed).date
    except Refused:
        return None


def _starts(reading: Reading) -> Iterator[tuple[date, int]]:
    for index, row in enumerate(reading.measures):
        if isinstance(row.period, Period) and row.period.start is not None:
            yield row.period.start, index


def _is_a_result(reading: Reading) -> bool:
    """Whether the order is named among the results: then it came of a measure and set none."""
    number = reading.working_group.order_number if reading.working_group else None
    if not number:
        return False
    results = to_arabic(" ".join(text for row in reading.measures for text in row.results))
    return to_arabic(number) in results.replace(" ", "")


def _written(day: date) -> str:
    return format_date(day, digits="arabic")
