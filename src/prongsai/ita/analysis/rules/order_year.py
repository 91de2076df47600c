"""year-mismatch: an order that is dated after the end of the fiscal year it is for."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.ita.analysis.finding import CheckFinding
from prongsai.ita.analysis.rules.order import order_day
from prongsai.ita.papers.reading import Reading
from prongsai.ita.thai import fiscal_year_span, format_date


def check_order_year(reading: Reading) -> Iterator[CheckFinding]:
    """Find an order for a fiscal year already over: the year that it names, else that of the paper's measures."""
    group = reading.working_group
    decided = order_day(reading)
    if group is None or decided is None:
        return
    year = group.year if group.year is not None else reading.document.plan_year
    if year is None or decided <= fiscal_year_span(year).end:
        return
    yield CheckFinding(
        code="year-mismatch",
        severity="doubt",
        where="working_group.order_date",
        message=(f"คำสั่งลงวันที่ {format_date(decided, digits='arabic')} แต่เป็นของปีงบประมาณ พ.ศ. {year} ซึ่งสิ้นสุดไปแล้ว"),
        settle="ควรตรวจปีงบประมาณหรือวันที่ของคำสั่ง",
        found=decided.isoformat(),
        expected=str(year),
    )
