"""The first part of the measures paper: scores by indicator, what weighs most, the points to develop."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import count
from typing import TypeAlias

from prongsai.ita.analysis.weak_points import WeakPoint
from prongsai.ita.catalogue.model import Framework, Indicator
from prongsai.ita.papers.blocks import Block, Cell, Column, Gap, Heading, Inline, Notice, Row, Table
from prongsai.ita.planning import DraftPlan
from prongsai.ita.planning.wording import label
from prongsai.ita.scoring import Outcome, Price
from prongsai.ita.thai import format_decimal
from prongsai.ita.writing.cells import NONE, UNCONFIRMED, number_cell, running, text_cell
from prongsai.ita.writing.result_charts import YearBefore, score_charts

MOST_PRICES = 10


def shown_overall(outcome: Outcome) -> Decimal | None:
    """Return the overall as published, else as computed."""
    return outcome.published_overall if outcome.published_overall is not None else outcome.overall_shown


def overall_text(outcome: Outcome) -> Inline:
    """Return the overall as published, else as computed, else a gap."""
    overall = shown_overall(outcome)
    return Gap("คะแนนภาพรวม") if overall is None else format_decimal(overall)


def result_blocks(
    framework: Framework,
    outcome: Outcome,
    weak: Sequence[WeakPoint],
    prices: Sequence[Price],
    changes: Mapping[int, Decimal] | None,
    *,
    year_before: int | None = None,
    overall_before: Decimal | None = None,
) -> Iterator[Block]:
    """Give the blocks of part 1. `changes` are those since `year_before`."""
    before = None if changes is None else YearBefore(changes, year_before, overall_before)
    yield Heading(f"ส่วนที่ 1 ผลการประเมินประจำปีงบประมาณ พ.ศ. {framework.year}")
    tables, sections = count(1), count(1)
    if outcome.indicators:
        yield Heading(f"1.{next(sections)} คะแนนรายตัวชี้วัด", 2)
        yield _score_table(framework, outcome, before, next(tables))
        yield from _differences(outcome)
        yield from score_charts(framework, outcome, before)
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
    yield _weak_table(weak, next(tables)) if weak else running(NONE)


_ScoreColumn: TypeAlias = tuple[Column, Callable[[Indicator], Cell], Cell]
"""A column, what it says of an indicator, and what stands in the row of the overall."""


def _score_table(framework: Framework, outcome: Outcome, before: YearBefore | None, number: int) -> Table:
    columns = list(_score_columns(framework, outcome, before))
    rows = [Row(tuple(cell_of(indicator) for _, cell_of, _ in columns)) for indicator in framework.indicators]
    rows.append(Row(tuple(overall for _, _, overall in columns)))
    return Table(
        tuple(column for column, _, _ in columns),
        tuple(rows),
        summary=f"คะแนนของแต่ละตัวชี้วัดและคะแนนภาพรวม ปี {framework.year}",
        caption=f"ตารางที่ {number} คะแนนรายตัวชี้วัด",
    )


def _score_columns(framework: Framework, outcome: Outcome, before: YearBefore | None) -> Iterator[_ScoreColumn]:
    yield Column("ตัวชี้วัด", 13), lambda entry: text_cell(f"{entry.number} {entry.name}"), text_cell("คะแนนภาพรวม")
    yield Column("แบบวัด", 4), lambda entry: text_cell(entry.instrument), text_cell("–")
    scores, overall = outcome.indicators, _overall_cell(outcome)
    if before is None or before.year is None:
        yield Column("คะแนน", 4), lambda entry: number_cell(scores.get(entry.number)), overall
    else:
        then, now = Column(f"คะแนน ปี {before.year}", 6), Column(f"คะแนน ปี {framework.year}", 6)
        yield then, lambda entry: number_cell(before.score(outcome, entry.number)), number_cell(before.overall)
        yield now, lambda entry: number_cell(scores.get(entry.number)), overall
    if before is not None:
        change = Column("เปลี่ยนแปลงจากปีก่อน" if before.year is None else "เปลี่ยนแปลง", 7)
        yield (
            change,
            lambda entry: number_cell(before.changes.get(entry.number), sign=True),
            number_cell(_change(outcome, before), sign=True),
        )


def _change(outcome: Outcome, before: YearBefore) -> Decimal | None:
    overall = shown_overall(outcome)
    return None if overall is None or before.overall is None else overall - before.overall


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


def subject_of(weak: WeakPoint) -> str:
    """Return what a weak point is about, or that its name is not established."""
    if weak.kind == "component":
        return "ใช้ประกอบการตัดสินระดับผลการประเมิน"
    return weak.name or f"{UNCONFIRMED}ชื่อข้อ"


def _weak_table(weak_points: Sequence[WeakPoint], number: int) -> Table:
    rows = tuple(
        Row((text_cell(label(weak)), text_cell(subject_of(weak)), number_cell(weak.score))) for weak in weak_points
    )
    return Table(
        (Column("ข้อ", 3), Column("เรื่อง", 10), Column("คะแนน", 3)),
        rows,
        summary="ข้อที่มีผลการประเมินต่ำ ซึ่งมาตรการในส่วนที่ 2 มุ่งแก้ไข",
        caption=f"ตารางที่ {number} จุดที่ควรพัฒนา",
    )
