"""The charts of a year's result: two years on a radar, gains and losses, the scores of single questions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import count

from prongsai.ita.catalogue.model import Framework, Indicator
from prongsai.ita.papers.blocks import (
    Bar,
    BarChart,
    Change,
    ChangeChart,
    Chart,
    HeatCell,
    HeatMap,
    HeatRow,
    Radar,
    Series,
)
from prongsai.ita.scoring import Outcome
from prongsai.ita.thai import format_decimal

FEWEST_AXES = 3


@dataclass(frozen=True, slots=True)
class YearBefore:
    """What is known of the year before: what each indicator gained or lost since, which year it was, its overall."""

    changes: Mapping[int, Decimal]
    year: int | None = None
    overall: Decimal | None = None

    def score(self, outcome: Outcome, number: int) -> Decimal | None:
        """Return the score that an indicator of this year had in the year before, where both are known."""
        score, change = outcome.indicators.get(number), self.changes.get(number)
        return None if score is None or change is None else score - change


def score_charts(framework: Framework, outcome: Outcome, before: YearBefore | None) -> Iterator[Chart]:
    """Give the charts beside the table of scores, which holds the figures of all but the map of questions.

    With the scores of the year before a radar of both years, without them bars; changes and questions where known.
    """
    number = count(1)
    known = [indicator for indicator in framework.indicators if indicator.number in outcome.indicators]
    compared = [] if before is None else [entry for entry in known if before.changes.get(entry.number) is not None]
    if before is not None and before.year is not None and len(compared) >= FEWEST_AXES:
        yield _radar(framework, outcome, before, known, next(number))
    else:
        yield _bars(framework, outcome, known, next(number))
    if before is not None and len(compared) > 1:
        yield _changes(before, compared, next(number))
    if outcome.questions:
        yield _questions(framework, outcome, next(number))


def _name(indicator: Indicator) -> str:
    return f"{indicator.number} {indicator.name}"


def _bars(framework: Framework, outcome: Outcome, known: list[Indicator], number: int) -> BarChart:
    mark = framework.pass_mark.overall
    bars = tuple(
        Bar(_name(entry), score, weak=mark is not None and score < mark)
        for entry in known
        for score in (outcome.indicators[entry.number],)
    )
    told = ", ".join(f"{bar.label} {format_decimal(bar.value)}" for bar in bars)
    return BarChart(
        bars,
        summary=f"แผนภูมิแท่งแสดงคะแนนของแต่ละตัวชี้วัด: {told}",
        caption=f"แผนภูมิที่ {number} คะแนนรายตัวชี้วัด{_beside_the_mark(mark)}",
        mark=mark,
    )


def _beside_the_mark(mark: Decimal | None) -> str:
    return "" if mark is None else " เทียบกับค่าเป้าหมาย"


def _radar(framework: Framework, outcome: Outcome, before: YearBefore, known: list[Indicator], number: int) -> Radar:
    mark = framework.pass_mark.overall
    now = tuple(outcome.indicators[entry.number] for entry in known)
    then = tuple(before.score(outcome, entry.number) for entry in known)
    told = ", ".join(f"{_name(entry)} {format_decimal(score)}" for entry, score in zip(known, now, strict=True))
    return Radar(
        tuple(_name(entry) for entry in known),
        (Series(f"ปี {framework.year}", now), Series(f"ปี {before.year}", then)),
        summary=f"แผนภูมิเรดาร์แสดงคะแนนของแต่ละตัวชี้วัด ปี {framework.year} เทียบกับปี {before.year}: {told}",
        caption=f"แผนภูมิที่ {number} คะแนนรายตัวชี้วัดสองปี{_beside_the_mark(mark)}",
        mark=mark,
        tabled=True,
    )


def _changes(before: YearBefore, compared: list[Indicator], number: int) -> ChangeChart:
    changes = tuple(Change(_name(entry), before.changes[entry.number]) for entry in compared)
    told = ", ".join(f"{change.label} {format_decimal(change.value, sign=True)}" for change in changes)
    since = "ปีก่อน" if before.year is None else f"ปี {before.year}"
    return ChangeChart(
        changes,
        summary=f"แผนภูมิแท่งแสดงคะแนนที่เพิ่มขึ้นหรือลดลงของแต่ละตัวชี้วัดจาก{since}: {told}",
        caption=f"แผนภูมิที่ {number} คะแนนที่เปลี่ยนแปลงจาก{since}",
        tabled=True,
    )


def _questions(framework: Framework, outcome: Outcome, number: int) -> HeatMap:
    mark = framework.pass_mark.overall
    rows = []
    for indicator in framework.indicators:
        scores = [(entry.code, outcome.questions.get(entry.code)) for entry in framework.questions_of(indicator.number)]
        cells = tuple(
            HeatCell(code, score, weak=mark is not None and score < mark) for code, score in scores if score is not None
        )
        if cells:
            rows.append(HeatRow(_name(indicator), cells))
    weak = [cell.label for row in rows for cell in row.cells if cell.weak]
    told = f"ข้อที่ต่ำกว่าค่าเป้าหมาย: {', '.join(weak)}" if weak else "ไม่มีข้อที่ต่ำกว่าค่าเป้าหมาย"
    return HeatMap(
        tuple(rows),
        summary=f"คะแนนรายข้อคำถาม ปี {framework.year}" + ("" if mark is None else f" {told}"),
        caption=f"แผนภูมิที่ {number} คะแนนรายข้อคำถาม ปี {framework.year}",
        mark=mark,
    )
