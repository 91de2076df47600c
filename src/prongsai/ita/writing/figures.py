"""The figures of a chart as a table: what stands beside a drawing, or in its place where a format cannot draw."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TypeGuard

from prongsai.ita.papers.blocks import BarChart, Block, ChangeChart, Chart, Column, HeatMap, HeatRow, Radar, Row, Table
from prongsai.ita.thai import format_decimal
from prongsai.ita.writing.cells import number_cell, text_cell

BELOW = "↓"
"""Stands before a score below the mark, so that no chart speaks by colour alone."""


def figures_table(chart: Chart, *, compact: bool = False) -> Table:
    """Return every label and figure of a chart as a table named after the chart.

    A heat map has one figure to a row, or `compact` all those of a row in one cell.
    """
    columns: tuple[Column, ...]
    match chart:
        case BarChart():
            columns = (Column("รายการ", 6), Column("คะแนน", 2))
            rows = tuple(Row((text_cell(bar.label), number_cell(bar.value))) for bar in chart.bars)
        case Radar():
            columns = (Column("รายการ", 6), *(Column(series.name, 2) for series in chart.series))
            rows = tuple(_radar_rows(chart))
        case ChangeChart():
            columns = (Column("รายการ", 6), Column("เปลี่ยนแปลง", 2))
            rows = tuple(
                Row((text_cell(change.label), number_cell(change.value, sign=True))) for change in chart.changes
            )
        case HeatMap() if compact:
            columns = (Column("รายการ", 2), Column("ข้อและคะแนน", 5))
            rows = tuple(_compact_row(row) for row in chart.rows)
        case HeatMap():
            columns = (Column("ข้อ", 2), Column("คะแนน", 2), Column("เทียบกับเกณฑ์", 3))
            rows = tuple(_heat_rows(chart))
    return Table(columns, rows, summary=f"ตัวเลขของ{chart.caption}", caption=f"ตัวเลขของ{chart.caption}")


def _radar_rows(chart: Radar) -> Iterator[Row]:
    for n, axis in enumerate(chart.axes):
        yield Row((text_cell(axis), *(number_cell(series.values[n]) for series in chart.series)))


def _heat_rows(chart: HeatMap) -> Iterator[Row]:
    for row in chart.rows:
        yield Row(band=row.label)
        for cell in row.cells:
            told = below_text(chart.mark) if cell.weak else "–"
            yield Row((text_cell(cell.label), number_cell(cell.value), text_cell(told)))


def _compact_row(row: HeatRow) -> Row:
    told = ", ".join(f"{cell.label} {score_text(cell.value, weak=cell.weak)}" for cell in row.cells)
    return Row((text_cell(row.label), text_cell(told)))


def below_text(mark: Decimal | None) -> str:
    """Return the words for a score below the mark."""
    return "ต่ำกว่าเกณฑ์" if mark is None else f"ต่ำกว่า {mark_text(mark)}"


def mark_text(mark: Decimal) -> str:
    """Return a pass mark without idle decimals."""
    return format_decimal(mark, places=0 if mark == mark.to_integral_value() else 2)


def heat_note(chart: HeatMap) -> str:
    """Return the words that explain a heat map: its shades, and the mark of weak scores where it has one."""
    told = "สีเข้มกว่าคือคะแนนต่ำกว่า"
    if any(cell.weak for row in chart.rows for cell in row.cells):
        told += f" เครื่องหมาย {BELOW} คือ{below_text(chart.mark)}" + (" คะแนน" if chart.mark else "")
    return told


def score_text(value: Decimal | None, *, weak: bool = False) -> str:
    """Return a score of a chart with two decimals, marked where it is weak; a dash where there is none."""
    return "–" if value is None else (BELOW if weak else "") + format_decimal(value)


def with_figures(blocks: Iterable[Block], *, drawn_with_figures: tuple[type[Chart], ...]) -> Iterator[Block]:
    """Give the blocks with a table of figures after each chart that no table beside it tells already.

    Kinds of charts that a format draws with all their figures in it need none: `drawn_with_figures`.
    """
    for block in blocks:
        yield block
        if wants_figures(block) and not isinstance(block, drawn_with_figures):
            yield figures_table(block, compact=True)


def wants_figures(block: Block) -> TypeGuard[Radar | ChangeChart | HeatMap]:
    """Whether a block is a chart that no table beside it tells. A `BarChart` always has such a table."""
    return isinstance(block, Radar | ChangeChart | HeatMap) and not block.tabled
