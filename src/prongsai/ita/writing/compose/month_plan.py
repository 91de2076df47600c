"""The measures of a year by month on one lying sheet: who does what when, as offices hang it up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from prongsai.ita.papers.blocks import Column, Inline, PageBreak, Paper, Row, Table
from prongsai.ita.thai import fiscal_year_span
from prongsai.ita.thai.months import SHORT
from prongsai.ita.writing.cells import NONE, running, text_cell
from prongsai.ita.writing.compose.head import MEASURES, PaperHead

OPENING = 10
"""October, with which the fiscal year begins."""
IN_WORK, DUE = "–", "●"


@dataclass(frozen=True, slots=True)
class MonthRow:
    """A measure: its number, words and unit, its first and last day, the days by which something is due."""

    number: str
    title: str
    unit: Inline
    start: date | None
    end: date | None
    due: tuple[date, ...] = ()

    def sign(self, month: date) -> str:
        """Give the sign of a month, told by its first day: due, in work, or nothing."""
        if any((day.year, day.month) == (month.year, month.month) for day in self.due):
            return DUE
        end = self.end
        if end is None:
            return ""
        first = (self.start or end).replace(day=1)
        return IN_WORK if first <= month <= end else ""


def month_plan_paper(head: PaperHead, rows: Sequence[MonthRow]) -> Paper:
    """Return the plan of the fiscal year `head.year` by month, lying on A4."""
    columns = (
        Column("ที่", 7), Column("มาตรการ", 60), Column("ผู้รับผิดชอบ", 25),
        *(Column(SHORT[(OPENING - 1 + place) % 12], 11) for place in range(12)),
    )  # fmt: skip
    months = _months(head.year)
    made = tuple(
        Row(
            (
                text_cell(row.number),
                text_cell(row.title),
                text_cell(row.unit),
                *(text_cell(row.sign(month)) for month in months),
            )
        )
        for row in rows
    )
    nothing = Row((text_cell("–"), text_cell(NONE), *[text_cell("–")] * 13))
    title = (f"แผนการดำเนินงานตาม{MEASURES}", f"ประจำปีงบประมาณ พ.ศ. {head.year}", head.agency)
    table = Table(columns, made or (nothing,), summary=f"มาตรการรายเดือน ปี {head.year}", caption="มาตรการรายเดือน")
    words = running(f"เครื่องหมาย {DUE} คือเดือนที่มีขั้นตอนครบกำหนด เครื่องหมาย {IN_WORK} คือเดือนที่อยู่ในระยะเวลาดำเนินการ")
    return head.paper(title, " ".join(title[:2]), [PageBreak(landscape=True), table, words])


def _months(year: int) -> list[date]:
    span = fiscal_year_span(year)
    first = span.start or span.end
    return [
        date(first.year + (first.month - 1 + place) // 12, (first.month - 1 + place) % 12 + 1, 1) for place in range(12)
    ]
