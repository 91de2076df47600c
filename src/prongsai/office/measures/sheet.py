"""The plan as a workbook, a measure to a row, that can be changed and read again."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from prongsai.ita.reading import Heading, ListRow, RowList, find_heading
from prongsai.ita.reading.row_cells import RowCells
from prongsai.ita.reading.row_lists import rows_below
from prongsai.ita.thai import (
    Period,
    Recurrence,
    Refused,
    compact,
    format_date,
    format_period,
    parse_date,
    parse_period,
    parse_text,
    parse_whole,
    single_line,
    to_arabic,
)
from prongsai.ita.writing.row_sheet import Value, write_row_sheet
from prongsai.office.measures.models import Measure, Step
from prongsai.office.measures.taking import PlanRow, StepRow, with_doubts
from prongsai.platform.agency.models import Unit

READ = {
    "titles": ("มาตรการ", "มาตรการ/แนวทาง", "แนวทาง"),
    "issue": ("ประเด็น", "ประเด็นที่"),
    "indicator": ("ตัวชี้วัด", "ตัวชี้วัดที่"),
    "codes": ("ข้อที่ตอบ", "ข้อคำถาม", "ข้อคำถาม / ข้อที่ประเมิน"),
    "finding": ("ข้อค้นพบ",),
    "steps": ("ขั้นตอน", "ขั้นตอน / วิธีการปฏิบัติ", "ขั้นตอน/วิธีการ"),
    "lead": ("ผู้รับผิดชอบหลัก", "ผู้รับผิดชอบ"),
    "supporting": ("ผู้รับผิดชอบร่วม", "หน่วยงานสนับสนุน"),
    "period": ("ระยะเวลา", "ระยะเวลาดำเนินการ"),
    "follow_up": ("การติดตามผล", "การติดตาม"),
    "proof": ("หลักฐานที่คาดไว้", "หลักฐาน"),
    "feeds": ("ข้อ OIT ที่ใช้เป็นหลักฐาน",),
}
"""For each field the words that may head its column, the workbook's own first."""
NEEDED = ("titles",)
WIDTHS = {
    "titles": 42, "issue": 10, "indicator": 10, "codes": 14, "finding": 40, "steps": 60, "lead": 22,
    "supporting": 26, "period": 24, "follow_up": 36, "proof": 36, "feeds": 18,
}  # fmt: skip
COLUMNS = [(heads[0], WIDTHS[what]) for what, heads in READ.items()]
EXAMPLE: tuple[Value, ...] = (
    "ตัวอย่าง จัดระบบบัตรคิว ณ จุดบริการ (พิมพ์ทับได้)", "1", "", "E2", "ผู้รับบริการบางรายยังไม่ทราบลำดับของตน",
    "จัดหาบัตรคิวและป้ายบอกลำดับ | 29 พฤศจิกายน 2567 | สำนักปลัด\nสรุปจำนวนผู้รับบริการ | 31 ธันวาคม 2567 | ทุกเดือน",
    "สำนักปลัด", "กองคลัง", "1 พ.ย. 2567 – 30 ก.ย. 2568", "รายงานในการประชุมประจำเดือน", "สมุดบัตรคิวรายเดือน", "",
)  # fmt: skip
HELP = (
    "หนึ่งมาตรการต่อหนึ่งบรรทัด ต้องมีมาตรการ ช่องอื่นเว้นว่างได้และระบบจะบอกว่ายังขาด",
    "หลายข้อในช่องเดียว ให้ขึ้นบรรทัดใหม่ในช่อง (Alt+Enter)",
    "ขั้นตอนพิมพ์ต่อท้ายด้วย | วันครบกำหนด | หน่วยงาน | รอบ เช่น ทุกเดือน ทุก 6 เดือน | ทุกหน่วยทำ ข้อใดไม่มีให้เว้นไว้",
    "ข้อที่ตอบใช้เลขข้อของปีที่นำผลมาวิเคราะห์ ข้อ OIT ที่ใช้เป็นหลักฐานใช้เลขข้อของปีที่ดำเนินการ",
    "ผู้รับผิดชอบคือชื่อส่วนราชการตามที่อยู่ในหน้าหน่วยงานและบุคลากร",
)
MOST_ROWS, MOST_STEPS = 99, 30
EACH_UNIT = "ทุกหน่วยทำ"
_COUNTED = re.compile(r"^[0-9๐-๙]{1,2}[.)] +")
_CODE = re.compile(r"[A-Z]{1,3}[0-9]{1,3}(?:\.[0-9]{1,2})?")


def workbook_of(measures: Sequence[Measure]) -> bytes:
    """Write the measures of a plan; without any, a workbook to fill in with one invented line."""
    rows = [_written(measure) for measure in measures]
    return write_row_sheet("มาตรการ", COLUMNS, rows or [EXAMPLE], words=HELP)


def read_measures(found: RowList, *, year: int, decided: date | None, known: Mapping[str, Unit]) -> list[PlanRow]:
    """Read the sheets that head the measure.

    Refuses COLUMNS (no such heading), EMPTY (no row below) and SIZE (more than 99 rows).
    """
    headed = [(head, sheet) for sheet in found.sheets if (head := find_heading(sheet, READ, NEEDED))]
    if not headed:
        raise Refused("COLUMNS", _("No row heads the column มาตรการ. Use the workbook of this page."))
    rows = [_row(row, head, known) for head, sheet in headed for row in rows_below(sheet, head)]
    if not rows:
        raise Refused("EMPTY", _("Nothing stands below the heading."))
    if len(rows) > MOST_ROWS:
        raise Refused("SIZE", _("More than 99 rows. Part the file."))
    return [with_doubts(row, year=year, decided=decided, known=known) for row in rows]


def _written(measure: Measure) -> Sequence[Value]:
    period = measure.period
    return (
        "\n".join([measure.title, *measure.further_titles]),
        measure.issue,
        measure.indicator,
        " ".join(measure.codes),
        measure.finding,
        "\n".join(_step_words(step) for step in measure.steps.all()),
        measure.lead_unit.name if measure.lead_unit else measure.units_as_printed,
        "\n".join(entry.unit.name for entry in measure.supporting.all()),
        format_period(period, digits="arabic") if period else "",
        measure.follow_up,
        "\n".join(measure.expected_proof),
        " ".join(measure.feeds),
    )


def _step_words(step: Step) -> str:
    parts = [step.text]
    if step.due:
        parts.append(format_date(step.due, digits="arabic"))
    if step.unit:
        parts.append(step.unit.name)
    if step.every_months:
        parts.append(format_period(Recurrence(step.every_months), digits="arabic"))
    if step.each_unit:
        parts.append(EACH_UNIT)
    return " | ".join(parts)


def _row(row: ListRow, heading: Heading, known: Mapping[str, Unit]) -> PlanRow:
    cells = RowCells(row, heading)
    period = cells.read("period", parse_period)
    titles = _lines(cells, "titles", longest=500, most=9)
    cells.require("titles", titles, _("The measure itself is missing."))
    steps = tuple(_step(cells, text, known) for text in _lines(cells, "steps", longest=700, most=MOST_STEPS))
    told = PlanRow(
        place=str(row.place()),
        titles=titles,
        issue=_number(cells, "issue"),
        indicator=_number(cells, "indicator"),
        codes=_codes(cells, "codes"),
        finding=cells.text("finding", limit=2_000),
        units=tuple(_names(cells, "lead") + _names(cells, "supporting")),
        since=period.start if isinstance(period, Period) else None,
        until=period.end if isinstance(period, Period) else None,
        every_months=period.every_months if isinstance(period, Recurrence) else 0,
        follow_up=cells.text("follow_up", limit=2_000),
        proof=_lines(cells, "proof", longest=300, most=40),
        feeds=_codes(cells, "feeds"),
        steps=steps,
    )
    return replace(told, faults=tuple(cells.faults), doubts=tuple(cells.doubts))


def _lines(cells: RowCells, what: str, *, longest: int, most: int) -> tuple[str, ...]:
    """Read a cell of lines; numbers that count them are left out."""
    return tuple(_COUNTED.sub("", line) for line in cells.lines(what, limit=longest, most=most) if line)


def _names(cells: RowCells, what: str) -> list[str]:
    return [
        name for line in _lines(cells, what, longest=300, most=20) for name in re.split(r"\s*[,;]\s*", line) if name
    ]


def _number(cells: RowCells, what: str) -> int | None:
    def read(text: str) -> int:
        number = parse_whole(re.sub(r"^(ประเด็น|ตัวชี้วัด)?(ที่)?\s*", "", text))
        if not 1 <= number <= 99:
            raise Refused("RANGE", _("A number from 1 to 99."))
        return number

    return cells.read(what, read)


def _codes(cells: RowCells, what: str) -> tuple[str, ...]:
    def read(text: str) -> tuple[str, ...]:
        codes = [
            part for part in re.split(r"[\s,;]+", to_arabic(single_line(parse_text(text, limit=300))).upper()) if part
        ]
        if wrong := [code for code in codes if not _CODE.fullmatch(code)]:
            raise Refused("CODE", _("This is no code of a question or item: %(codes)s") % {"codes": " ".join(wrong)})
        return tuple(dict.fromkeys(codes))

    return cells.read(what, read) or ()


def _step(cells: RowCells, text: str, known: Mapping[str, Unit]) -> StepRow:
    """Read a step with what stands behind its strokes: a day, a recurrence, `ทุกหน่วยทำ`, else a unit."""
    words, *parts = [part.strip() for part in text.split("|")]
    step = StepRow(words)
    for part in filter(None, parts):
        if compact(part) == compact(EACH_UNIT):
            step = replace(step, each_unit=True)
        elif compact(part) in known:
            step = replace(step, unit=part)
        elif (again := _recurrence(part)) is not None:
            step = replace(step, every_months=again)
        elif (day := _day(part)) is not None:
            step = replace(step, due=day)
        else:
            step = replace(step, unit=part)
            if any(sign.isdigit() for sign in part):
                cells.fault("DATE", "steps", _("This is neither a day nor a unit: %(part)s") % {"part": part})
    return step


def _recurrence(part: str) -> int | None:
    try:
        found = parse_period(part)
    except Refused:
        return None
    return found.every_months if isinstance(found, Recurrence) else None


def _day(part: str) -> date | None:
    try:
        return parse_date(part).date
    except Refused:
        return None
