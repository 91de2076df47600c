"""The list of advised agencies as a workbook: in Thai, by name, without scores."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import translation
from django.utils.translation import gettext as _

from prongsai.ita.writing.row_sheet import Value, write_row_sheet
from prongsai.office.advice.group_tables import GroupTable
from prongsai.office.advice.overview import Listed
from prongsai.office.rounds.milestones import Phase
from prongsai.platform.agency.kinds import kind_of

TITLE = "หน่วยงานในความดูแล"
COLUMNS = (
    ("ที่", 6), ("หน่วยงาน", 46), ("ประเภท", 28), ("อำเภอ", 20), ("จังหวัด", 20), ("ช่วงของปี", 22), ("ส่งข้อมูลเมื่อ", 24),
    ("ผู้ตอบ IIT (คน)", 14), ("อย่างน้อย (คน)", 14), ("ผู้ตอบ EIT (คน)", 14), ("อย่างน้อย (คน)", 14),
    ("งานที่เกินกำหนดตามแผนของหน่วยงาน", 20), ("เหตุที่อาจต้องการความช่วยเหลือ", 60),
)  # fmt: skip
NO_MEDIANS = "น้อยกว่า 5 หน่วยงาน ไม่แสดง"


def list_as_workbook(found: Sequence[Listed], groups: Sequence[GroupTable], year: int) -> bytes:
    """Return the list, by name; a second sheet says how to read it and tells the medians of groups of five or more.

    No column holds a score of one agency: the list is no league table, and cannot be sorted into one.
    """
    with translation.override("th"):
        rows = [(number, *_values(each)) for number, each in enumerate(found, 1)]
        words = [line for group in groups for line in _lines(group)]
    return write_row_sheet(f"{TITLE} {year}", COLUMNS, rows, words=[*HELP, *words])


HELP = (
    "รายชื่อเรียงตามชื่อหน่วยงาน ไม่ใช่การจัดอันดับ",
    "มีเฉพาะข้อมูลที่หน่วยงานส่งให้ และเป็นข้อมูล ณ วันที่ส่ง ช่องว่างหมายถึงหน่วยงานไม่ได้แจ้ง ไม่ได้หมายถึงศูนย์",
    "ใช้ภายในระหว่างหน่วยงานกับผู้ให้คำปรึกษา ไม่เปิดเผยต่อสาธารณะ",
)


def _values(each: Listed) -> tuple[Value, ...]:
    advised, told = each.advised, each.told
    place = (advised.name, str(kind_of(advised.kind)), advised.district, advised.province)
    reasons = " / ".join(each.reasons)
    if told is None:
        return (*place, _("Not submitted"), *[None] * 6, reasons)
    answers = {survey.survey: (survey.answers, survey.least) for survey in told.surveys}
    surveys = [figure for key in ("IIT", "EIT") for figure in answers.get(key, (None, None))]
    return (*place, str(Phase(told.phase).label), told.on, *surveys, told.late if told.work else None, reasons)


def _lines(group: GroupTable) -> list[str]:
    head = f"ค่ามัธยฐาน: {group.title}"
    if not group.rows:
        return [f"{head}: {NO_MEDIANS}"]
    return [
        f"{head}: {row.name} " + (NO_MEDIANS if row.median is None else f"{row.median:.2f} ({row.of} หน่วยงาน)")
        for row in group.rows
    ]
