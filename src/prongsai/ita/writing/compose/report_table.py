"""The table of a report: what was planned beside what was done, in bands of the issues or indicators."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prongsai.ita.catalogue.model import Framework
from prongsai.ita.papers.blocks import Cell, Column, Inline, Items, Paragraph, Row, Table
from prongsai.ita.planning import GroupBy
from prongsai.ita.writing.cells import NONE, list_cell, text_cell
from prongsai.ita.writing.compose.report_rows import ReportRow

PERIOD = Column("ระยะเวลา", 26)
COLUMNS = (
    Column("มาตรการ / แนวทาง", 40),
    Column("ขั้นตอน / วิธีปฏิบัติ", 58),
    Column("ผู้รับผิดชอบ", 30),
    Column("ผลการดำเนินงาน", 62),
    Column("ผลลัพธ์ / ความสำเร็จ", 44),
)


def report_table(rows: Sequence[ReportRow], framework: Framework, *, with_period: bool = False) -> Table:
    """Return the table. `framework` is the catalogue of the reported year, whose issues or indicators are the bands.

    Every issue has its band, and says ไม่มี where nothing was planned. A column of periods stands where the year's
    layout has one, or where it is asked for. Rows that belong nowhere stand at the end.
    """
    with_period = with_period or "period" in framework.measures_documents.report_layout.columns
    columns = (*COLUMNS[:3], PERIOD, *COLUMNS[3:]) if with_period else COLUMNS
    return Table(
        columns,
        tuple(_rows(rows, framework, with_period, len(columns))),
        summary="มาตรการ ขั้นตอน ผู้รับผิดชอบ ผลการดำเนินงาน และผลลัพธ์ของแต่ละมาตรการ",
        caption="ตารางผลการดำเนินการตามมาตรการ",
    )


def group_of(rows: Sequence[ReportRow], framework: Framework) -> GroupBy | None:
    """Say what the rows are headed by: the issues, the indicators, or None where they carry neither."""
    if framework.issues and any(row.issue is not None for row in rows):
        return "issue"
    return "indicator" if any(row.indicator is not None for row in rows) else None


def _rows(rows: Sequence[ReportRow], framework: Framework, with_period: bool, width: int) -> Iterator[Row]:
    group = group_of(rows, framework)
    placed: list[ReportRow] = []
    for number, title in _bands(group, framework):
        members = [row for row in rows if group and getattr(row, group) == number]
        placed += members
        if members or group == "issue":
            yield Row(band=title)
        yield from (_row(row, with_period) for row in members)
        if not members and group == "issue":
            yield Row((text_cell(NONE), *[text_cell("–")] * (width - 1)))
    loose = [row for row in rows if not any(row is other for other in placed)]
    if loose and placed:
        yield Row(band="มาตรการอื่น")
    yield from (_row(row, with_period) for row in loose)
    if not rows:
        yield Row((text_cell(NONE), *[text_cell("–")] * (width - 1)))


def _bands(group: GroupBy | None, framework: Framework) -> list[tuple[int, str]]:
    if group == "issue":
        return [(entry.number, f"ประเด็นที่ {entry.number} {entry.name}") for entry in framework.issues]
    if group == "indicator":
        return [(entry.number, f"ตัวชี้วัดที่ {entry.number} {entry.name}") for entry in framework.indicators]
    return []


def _row(row: ReportRow, with_period: bool) -> Row:
    return Row(
        (
            list_cell(row.measures),
            list_cell(row.steps),
            list_cell(row.units),
            *((text_cell(row.period),) if with_period else ()),
            _result_cell(row),
            list_cell(row.shown_outcomes),
        )
    )


def _result_cell(row: ReportRow) -> Cell:
    """Return the status above the results, which are numbered like the steps beside them."""
    status = Paragraph((row.shown_status,), bold=True)
    results: tuple[Inline, ...] = row.shown_results
    if len(results) == 1:
        return Cell((status, Paragraph(results)))
    return Cell((status, Items(tuple((text,) for text in results))))
