"""The table of measures, headed by the issues of the plan year or, where it has none, by its indicators."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.ita.catalogue.model import Framework
from prongsai.ita.papers.blocks import Cell, Column, Gap, Inline, Paragraph, Row, Table
from prongsai.ita.planning import DraftMeasure, DraftPlan
from prongsai.ita.planning.wording import label
from prongsai.ita.thai import format_period
from prongsai.ita.writing.cells import NONE, UNCONFIRMED, list_cell, text_cell

ISSUE_COLUMNS = (
    Column("ข้อคำถาม / ข้อที่ประเมิน", 32),
    Column("ข้อค้นพบ", 38),
    Column("มาตรการ / แนวทาง", 36),
    Column("ขั้นตอน / วิธีการปฏิบัติ", 62),
    Column("ผู้รับผิดชอบ", 34),
    Column("ระยะเวลา", 27),
)
INDICATOR_COLUMNS = (*ISSUE_COLUMNS, Column("การติดตามผล", 32))
IN_NO_GROUP = "เรื่องที่ยังไม่ได้จัดเข้ากลุ่ม"


def measures_table(plan: DraftPlan, plan_framework: Framework, results: Framework) -> Table:
    """Return the table: question, finding, measure, steps, units, period; by indicator also the follow-up.

    Every issue of the year has its band, those without a weak point say ไม่มี. `results` is the catalogue in which the
    codes of the weak points are looked up.
    """
    columns = ISSUE_COLUMNS if plan.group_by == "issue" else INDICATOR_COLUMNS
    rows = tuple(_rows(plan, plan_framework, results, len(columns)))
    named = "ประเด็น" if plan.group_by == "issue" else "ตัวชี้วัด"
    return Table(
        columns,
        rows,
        summary=f"มาตรการส่งเสริมคุณธรรมและความโปร่งใส จัดตาม{named} ปี {plan.plan_year}",
        caption="ตารางมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
    )


def _rows(plan: DraftPlan, framework: Framework, results: Framework, columns: int) -> Iterator[Row]:
    for number, title in groups_of_plan(plan, framework, results):
        measures = plan.of_group(number)
        if measures or plan.group_by == "issue":
            yield Row(band=title)
        for measure in measures:
            yield measure_row(measure, results, columns)
        if not measures and plan.group_by == "issue":
            yield Row((text_cell(NONE), *[text_cell("–")] * (columns - 1)))
    loose = plan.of_group(None)
    if loose:
        yield Row(band=IN_NO_GROUP)
        yield from (measure_row(measure, results, columns) for measure in loose)


def groups_of_plan(plan: DraftPlan, framework: Framework, results: Framework) -> list[tuple[int, str]]:
    """Return the number and the heading of every issue or, where the plan is so grouped, of every indicator."""
    if plan.group_by == "issue":
        return [(issue.number, f"ประเด็นที่ {issue.number} {issue.name}") for issue in framework.issues]
    names = {entry.number: entry.name for entry in (*framework.indicators, *results.indicators)}
    return [(number, f"ตัวชี้วัดที่ {number} {name}") for number, name in sorted(names.items())]


def measure_row(measure: DraftMeasure, results: Framework, columns: int) -> Row:
    """Return the row of one measure with the first so many of `INDICATOR_COLUMNS`."""
    cells = [
        _question_cell(measure, results),
        text_cell(measure.finding),
        list_cell(measure.titles) if measure.further_titles else text_cell(measure.title),
        list_cell(measure.steps or (Gap("ขั้นตอนและวิธีการปฏิบัติ"),)),
        _units_cell(measure),
        text_cell(_period(measure)),
        text_cell(measure.follow_up),
    ]
    return Row(tuple(cells[:columns]))


def _question_cell(measure: DraftMeasure, results: Framework) -> Cell:
    """Return one line for each weak point, or else each code: code and what it asks, as far as that is established."""
    lines = [f"{code} {_name_in(results, code) or ''}".strip() for code in measure.codes if not measure.weak_points]
    for weak in measure.weak_points:
        name = weak.name or _name_in(results, weak.code) or f"({UNCONFIRMED}ชื่อข้อ)"
        lines.append(label(weak) if weak.kind == "component" else f"{label(weak)} {name}")
    return Cell(tuple(Paragraph((line,)) for line in lines) or (Paragraph((NONE,)),))


def _name_in(results: Framework, code: str) -> str | None:
    question, item = results.question(code), results.item(code)
    return (question.text if question else None) or (item.title if item else None)


def _units_cell(measure: DraftMeasure) -> Cell:
    lines: list[tuple[Inline, ...]] = [(measure.lead_unit,)]
    if measure.supporting_units:
        lines.append((f"ร่วมกับ {' '.join(measure.supporting_units)}",))
    return Cell(tuple(Paragraph(line) for line in lines))


def _period(measure: DraftMeasure) -> Inline:
    return measure.period if isinstance(measure.period, Gap) else format_period(measure.period, digits="arabic")
