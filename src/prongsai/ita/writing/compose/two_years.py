"""The results of two years side by side, with a change only where both years measured the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from prongsai.ita.analysis import IndicatorChange, overall_change
from prongsai.ita.catalogue.model import Framework
from prongsai.ita.papers.blocks import Block, Cell, Column, Gap, Inline, Notice, Row, Table
from prongsai.ita.scoring import Outcome
from prongsai.ita.writing.cells import number_cell, running, text_cell
from prongsai.ita.writing.result_part import overall_text


@dataclass(frozen=True, slots=True)
class TwoYears:
    """Two years' results. `framework` is that of the later year, whose indicators head the rows."""

    framework: Framework
    earlier: Outcome
    later: Outcome
    changes: Sequence[IndicatorChange]

    def before(self, number: int) -> Decimal | None:
        """Give the score of the earlier year that may stand beside an indicator of the later one."""
        return next((entry.before for entry in self.changes if entry.later == number), None)

    def change(self, number: int) -> Decimal | None:
        """Give what an indicator gained or lost, None where the years may not be compared."""
        return next((entry.change for entry in self.changes if entry.later == number), None)


def comparison_blocks(years: TwoYears) -> Iterator[Block]:
    """Give the sentence, the table, and a remark where an indicator could not be compared."""
    yield running(*_sentence(years))
    yield _table(years)
    if any(years.change(entry.number) is None for entry in years.framework.indicators):
        yield Notice("เครื่องหมาย – หมายถึงไม่มีคะแนนของปีใดปีหนึ่ง หรือสองปีวัดเรื่องต่างกันจึงไม่เปรียบเทียบ")


def _sentence(years: TwoYears) -> tuple[Inline, ...]:
    published = years.later.published_level
    level: Inline = f"“{published}”" if published else Gap("ระดับผลการประเมินตามที่ประกาศ")
    return (
        f"ผลการประเมินประจำปีงบประมาณ พ.ศ. {years.later.year} มีคะแนนภาพรวม ",
        overall_text(years.later),
        " คะแนน อยู่ในระดับ ",
        level,
        f" เมื่อเทียบกับปีงบประมาณ พ.ศ. {years.earlier.year} เป็นดังตาราง",
    )


def _table(years: TwoYears) -> Table:
    rows = [
        Row(
            (
                text_cell(str(entry.number)),
                text_cell(entry.name),
                number_cell(years.before(entry.number)),
                number_cell(years.later.indicators.get(entry.number)),
                number_cell(years.change(entry.number), sign=True),
            )
        )
        for entry in years.framework.indicators
    ]
    overall = (
        _overall(years.earlier),
        _overall(years.later),
        number_cell(overall_change(years.earlier, years.later), sign=True),
    )
    rows.append(Row((text_cell("–"), text_cell("คะแนนภาพรวม"), *overall)))
    columns = (
        Column("ตัวชี้วัดที่", 4),
        Column("รายละเอียดตัวชี้วัด", 8),
        Column(f"ปี {years.earlier.year}", 4),
        Column(f"ปี {years.later.year}", 4),
        Column("เปลี่ยนแปลง", 5),
    )
    return Table(
        columns,
        tuple(rows),
        summary=f"คะแนนของแต่ละตัวชี้วัด ปี {years.earlier.year} และปี {years.later.year} พร้อมผลต่าง",
        caption="ตารางเปรียบเทียบผลการประเมินสองปี",
    )


def _overall(outcome: Outcome) -> Cell:
    shown = outcome.published_overall if outcome.published_overall is not None else outcome.overall_shown
    return number_cell(shown)
