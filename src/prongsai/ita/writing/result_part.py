"""The first part of the measures paper: scores by indicator, what weighs most, the points to develop."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import count

from prongsai.ita.analysis.weak_points import WeakPoint
from prongsai.ita.catalogue.model import Framework
from prongsai.ita.papers.blocks import Bar, BarChart, Block, Cell, Column, Gap, Heading, Inline, Notice, Row, Table
from prongsai.ita.planning import DraftPlan
from prongsai.ita.planning.wording import label
from prongsai.ita.scoring import Outcome, Price
from prongsai.ita.thai import format_decimal
from prongsai.ita.writing.cells import NONE, UNCONFIRMED, number_cell, running, text_cell

MOST_PRICES = 10


def overall_text(outcome: Outcome) -> Inline:
    """Return the overall as published, else as computed, else a gap."""
    overall = outcome.published_overall if outcome.published_overall is not None else outcome.overall_shown
    return Gap("คะแนนภาพรวม") if overall is None else format_decimal(overall)


def result_blocks(
    framework: Framework,
    outcome: Outcome,
    plan: DraftPlan,
    prices: Sequence[Price],
    changes: Mapping[int, Decimal] | None,
) -> Iterator[Block]:
    """Give the blocks of part 1."""
    yield Heading(f"ส่วนที่ 1 ผลการประเมินประจำปีงบประมาณ พ.ศ. {framework.year}")
    tables, sections = count(1), count(1)
    if outcome.indicators:
        yield Heading(f"1.{next(sections)} คะแนนรายตัวชี้วัด", 2)
        yield _score_table(framework, outcome, changes, next(tables))
        yield from _differences(outcome)
        yield _score_chart(framework, outcome)
    else:
        yield running("เอกสารที่ใช้จัดทำไม่มีคะแนนรายตัวชี้วัด ", Gap("คะแนนรายตัวชี้วัดจากผลที่ประกาศ"))
    if prices:
        yield Heading(f"1.{next(sections)} เรื่องที่มีผลต่อคะแนนภาพรวมมากที่สุด", 2)
        yield running(
            "คะแนนที่เสียในภาพรวมคำนวณจากกติกาการให้คะแนนของปี เป็นการประมาณการภายในของหน่วยงาน "
            "มิใช่ผลจากสำนักงาน ป.ป.ช. และคะแนนที่เสียในแต่ละข้อนับรวมอยู่ในตัวชี้วัดของข้อนั้นแล้ว"
        )
        yield _price_table(framework, prices, next(tables))
    yield Heading(f"1.{next(sections)} จุดที่ควรพัฒนา", 2)
    weak = weak_points_of(plan)
    yield _weak_table(weak, next(tables)) if weak else running(NONE)


def _score_table(framework: Framework, outcome: Outcome, changes: Mapping[int, Decimal] | None, number: int) -> Table:
    columns = [Column("ตัวชี้วัด", 7), Column("แบบวัด", 2), Column("คะแนน", 2)]
    rows = []
    for indicator in framework.indicators:
        cells = [
            text_cell(f"{indicator.number} {indicator.name}"),
            text_cell(indicator.instrument),
            number_cell(outcome.indicators.get(indicator.number)),
        ]
        if changes is not None:
            cells.append(number_cell(changes.get(indicator.number), sign=True))
        rows.append(Row(tuple(cells)))
    if changes is not None:
        columns.append(Column("เปลี่ยนแปลงจากปีก่อน", 3))
    last = [text_cell("คะแนนภาพรวม"), text_cell("–"), _overall_cell(outcome)]
    rows.append(Row(tuple(last + [number_cell(None)] * (len(columns) - len(last)))))
    return Table(
        tuple(columns),
        tuple(rows),
        summary=f"คะแนนของแต่ละตัวชี้วัดและคะแนนภาพรวม ปี {framework.year}",
        caption=f"ตารางที่ {number} คะแนนรายตัวชี้วัด",
    )


def _overall_cell(outcome: Outcome) -> Cell:
    overall = overall_text(outcome)
    return text_cell(overall) if isinstance(overall, Gap) else number_cell(Decimal(overall))


def _differences(outcome: Outcome) -> Iterator[Notice]:
    for gap in outcome.differences:
        yield Notice(
            f"{gap.what} ที่ปรากฏในเอกสารคือ {format_decimal(gap.published)} แต่คำนวณจากคะแนนย่อยได้ "
            f"{format_decimal(gap.computed)} ต่างกัน {format_decimal(abs(gap.gap))} คะแนน "
            "ควรตรวจสอบกับผลที่ประกาศอีกครั้ง"
        )


def _score_chart(framework: Framework, outcome: Outcome) -> BarChart:
    mark = framework.pass_mark.overall
    bars = tuple(
        Bar(
            f"{indicator.number} {indicator.name}",
            outcome.indicators[indicator.number],
            weak=mark is not None and outcome.indicators[indicator.number] < mark,
        )
        for indicator in framework.indicators
        if indicator.number in outcome.indicators
    )
    told = ", ".join(f"{bar.label} {format_decimal(bar.value)}" for bar in bars)
    return BarChart(
        bars,
        summary=f"แผนภูมิแท่งแสดงคะแนนของแต่ละตัวชี้วัด: {told}",
        caption="แผนภูมิที่ 1 คะแนนรายตัวชี้วัด" + ("" if mark is None else " เทียบกับค่าเป้าหมาย"),
        mark=mark,
    )


def _price_table(framework: Framework, prices: Sequence[Price], number: int) -> Table:
    rows = tuple(
        Row(
            (
                _price_label(price),
                text_cell(price.name or f"{UNCONFIRMED}ชื่อข้อ"),
                number_cell(price.score),
                number_cell(price.points),
            )
        )
        for price in prices[:MOST_PRICES]
    )
    return Table(
        (Column("ข้อ", 3), Column("เรื่อง", 7), Column("คะแนนที่ได้", 3), Column("คะแนนที่เสียในภาพรวม", 4)),
        rows,
        summary=f"เรื่องที่ทำให้เสียคะแนนภาพรวมมากที่สุดของปี {framework.year} เรียงจากมากไปน้อย",
        caption=f"ตารางที่ {number} คะแนนที่เสียในภาพรวม เรียงจากมากไปน้อย",
    )


def _price_label(price: Price) -> Cell:
    named = running(f"ตัวชี้วัดที่ {price.code}" if price.kind == "indicator" else f"ข้อ {price.code}")
    return Cell((named,) if price.confirmed else (named, running(f"({UNCONFIRMED})")))


def weak_points_of(plan: DraftPlan) -> list[WeakPoint]:
    """Return every weak point of a plan once, dearest first."""
    found = {(weak.kind, weak.code): weak for row in plan.measures for weak in row.weak_points}
    return sorted(found.values(), key=lambda weak: -(weak.price or Decimal(0)))


def _subject(weak: WeakPoint) -> str:
    if weak.kind == "component":
        return "ใช้ประกอบการตัดสินระดับผลการประเมิน"
    return weak.name or f"{UNCONFIRMED}ชื่อข้อ"


def _weak_table(weak_points: Sequence[WeakPoint], number: int) -> Table:
    rows = tuple(
        Row((text_cell(label(weak)), text_cell(_subject(weak)), number_cell(weak.score))) for weak in weak_points
    )
    return Table(
        (Column("ข้อ", 3), Column("เรื่อง", 10), Column("คะแนน", 3)),
        rows,
        summary="ข้อที่มีผลการประเมินต่ำ ซึ่งมาตรการในส่วนที่ 2 มุ่งแก้ไข",
        caption=f"ตารางที่ {number} จุดที่ควรพัฒนา",
    )
