"""What is taken out: a case on paper, the register and the counts as files, the list for the committee."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from prongsai.ita.papers.blocks import Block, Column, Field, FormLine, Inline, Paper, Row, Table
from prongsai.ita.thai import fiscal_year_of, format_date
from prongsai.ita.writing import write_docx, write_pdf
from prongsai.ita.writing.cells import NONE, running, text_cell
from prongsai.ita.writing.compose import PaperHead, signer
from prongsai.ita.writing.compose.head import plain, typed
from prongsai.ita.writing.row_sheet import Value, write_row_sheet
from prongsai.platform.agency.models import Agency
from prongsai.platform.calendar.today import today
from prongsai.platform.files.kinds import Kind
from prongsai.registers.cases.counts import HIDDEN, Counts, Line
from prongsai.registers.cases.models import Case, CaseEntry
from prongsai.registers.cases.older_register import COLUMNS as OLDER
from prongsai.registers.cases.states import CaseState

_FORMULA = tuple("=+-@\t\r＝＋－＠")
DEMO = "ข้อมูลสมมุติเพื่อการสาธิต"
REGISTER = (
    ("เลขที่", 26), ("วันที่รับ", 14), ("วันที่บันทึก", 14), ("ช่องทาง", 16), ("เรื่อง", 40), ("งานบริการ", 30), ("ผู้ยื่น", 26),
    ("ส่วนราชการ", 22), ("ผู้รับผิดชอบ", 26), ("สถานะ", 20), ("เวลา (วันทำการ)", 12), ("กำหนดเสร็จ", 14), ("วันที่เสร็จ", 14),
    ("แจ้งผลวันที่", 14), ("ผล", 50),
)  # fmt: skip
_EXAMPLE = (
    "45/2567", "3 ต.ค. 2567", "โทรศัพท์", "ไฟส่องสว่างหน้าวัดดับ", "นายต้น ตัวอย่างไกล", "", "8 ต.ค. 2567", "เปลี่ยนหลอดแล้ว",
)  # fmt: skip
_HELP = (
    "หนึ่งแถวต่อหนึ่งเรื่อง ลบแถวตัวอย่างก่อนกรอก",
    "ต้องมี เรื่อง และ วันที่รับ ช่องอื่นเว้นว่างได้",
    "เรื่องที่เสร็จแล้ว ให้กรอก วันที่เสร็จ และ ผล",
    "ระบบออกเลขที่ใหม่ให้ เลขที่เดิมเก็บเป็นบันทึกภายในและใช้ค้นหาได้",
)
COMMITTEE = (
    ("ลำดับ", 11), ("เลขที่", 28), ("เรื่อง", 50), ("ส่วนราชการ", 24), ("วันที่สิ้นสุด", 16), ("การพิจารณา", 18), ("หมายเหตุ", 18),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Output:
    """A paper of a case, or a list as a file."""

    key: str
    label: Promise
    suffix: str
    content_type: str


_PDF, _DOCX, _XLSX = Kind.PDF.content_type, Kind.DOCX.content_type, Kind.XLSX.content_type
OUTPUTS = {
    output.key: output
    for output in (
        Output("request", _("Request on paper (PDF)"), "pdf", _PDF),
        Output("request-word", _("Request on paper (Word)"), "docx", _DOCX),
        Output("course", _("Course of the case (PDF)"), "pdf", _PDF),
        Output("course-word", _("Course of the case (Word)"), "docx", _DOCX),
    )
}
LISTS = {
    output.key: output
    for output in (
        Output("pdf", _("PDF"), "pdf", _PDF),
        Output("docx", _("Word"), "docx", _DOCX),
        Output("xlsx", _("Excel"), "xlsx", _XLSX),
    )
}


def case_on_paper(case: Case, agency: Agency, output: Output) -> bytes:
    """Write a paper of a case. Refuses FONT where the fonts are not installed."""
    with translation.override("th"):
        paper = request_paper(case, agency) if output.key.startswith("request") else course_paper(case, agency)
    write = write_docx if output.suffix == "docx" else write_pdf
    return write(paper, today(agency))


def request_paper(case: Case, agency: Agency) -> Paper:
    """Give the request as it goes into the file: who asks what, to be signed by hand by both."""
    blocks: list[Block] = [
        _number_line(case),
        FormLine((Field("เรื่อง", (case.subject,)),)),
        FormLine((Field("ผู้ยื่น", (typed(case.asker_name, "ชื่อ-สกุลผู้ยื่น หรือเว้นว่างหากไม่ประสงค์ออกนาม"),)),)),
        FormLine((Field("โทรศัพท์", _or_none(case.asker_phone)), Field("ที่อยู่", _or_none(case.asker_contact)))),
        FormLine((Field("ช่องทางที่ยื่น", (case.get_channel_display(),)), Field("ส่วนราชการ", (str(case.unit),)))),
    ]  # fmt: skip
    if case.service:
        blocks.append(FormLine((Field("งานบริการ", (str(case.service),)),)))
    blocks += [plain("รายละเอียด", bold=True), *(running(line) for line in _paragraphs(case.body))]
    lacking = case.entries.filter(state=CaseState.PAPERS_ASKED).first()
    blocks += [plain("เอกสารที่ยังขาด", bold=True), running(lacking.words if lacking else NONE)]
    if case.due:
        blocks.append(running(f"ระยะเวลา {case.limit_days} วันทำการ ครบกำหนดวันที่ {_long(case.due)}"))
    if case.is_backdated:
        blocks.append(running(f"บันทึกย้อนหลัง: รับเรื่องวันที่ {_long(case.received_on)} บันทึกวันที่ {_long(case.entered_on)}"))
    blocks += [signer("ผู้ยื่นคำขอ", "ผู้ยื่น", post="ผู้ยื่น", name=case.asker_name or None), signer("ผู้รับคำขอ", "ตำแหน่งผู้รับคำขอ")]
    return _head(case, agency).paper((case.kind_title, agency.name), case.subject, blocks)


def course_paper(case: Case, agency: Agency) -> Paper:
    """Give what happened to a case, line by line, with its result."""
    due = _long(case.due) if case.due else NONE
    blocks: list[Block] = [
        _number_line(case),
        FormLine((Field("เรื่อง", (case.subject,)),)),
        FormLine((Field("สถานะ", (str(case.get_state_display()),)), Field("กำหนดเสร็จ", (due,)))),
        _course(case.entries.all()),
        plain("ผลการดำเนินการ", bold=True),
        *(running(line) for line in _paragraphs(case.result)),
        signer("ผู้รายงาน", "ตำแหน่งผู้รายงาน"),
    ]  # fmt: skip
    return _head(case, agency).paper(("สรุปการดำเนินการ", case.told_number), case.subject, blocks)


def register_workbook(cases: Iterable[Case]) -> bytes:
    """Return the register as a workbook of one sheet; no text becomes a formula. No citizen number is among it."""
    with translation.override("th"):
        rows = [_register_row(case) for case in cases]
    return write_row_sheet("ทะเบียนเรื่อง", REGISTER, rows)


def template_workbook() -> bytes:
    """Return the workbook to be filled in with an older register: its heading, one invented row, and words of help."""
    widths = (14, 16, 16, 50, 30, 18, 16, 50)
    heads = [(names[0], width) for names, width in zip(OLDER.values(), widths, strict=True)]
    example = (
        "45/2567",
        "3 ต.ค. 2567",
        "โทรศัพท์",
        "ไฟส่องสว่างหน้าวัดดับ",
        "นายต้น ตัวอย่างไกล",
        "",
        "8 ต.ค. 2567",
        "เปลี่ยนหลอดแล้ว",
    )
    return write_row_sheet("ทะเบียนเดิม", heads, [example], words=_HELP)


def counts_workbook(counts: Counts) -> bytes:
    """Return the counts as a workbook; what is hidden says so."""
    return write_row_sheet("สถิติการให้บริการ", (("แยกตาม", 24), ("รายการ", 50), ("จำนวน (เรื่อง)", 24)), _count_rows(counts))


def counts_csv(counts: Counts) -> bytes:
    """Return the counts as text, Arabic digits, UTF-8 with its mark so that spreadsheets read the Thai."""
    lines = ["แยกตาม,รายการ,จำนวน"]
    lines += [",".join(_quoted(value) for value in row) for row in _count_rows(counts)]
    return "\ufeff".encode() + "\r\n".join([*lines, ""]).encode()


def destruction_list(cases: Sequence[Case], agency: Agency, kind: str) -> bytes:
    """Write the list of cases whose time is over, for a committee to decide on. Nothing is deleted by it."""
    with translation.override("th"):
        rows: list[tuple[Value, ...]] = [
            (number, case.told_number, case.subject, str(case.unit), case.closed_on, "", "")
            for number, case in enumerate(cases, 1)
        ]
    if kind == "xlsx":
        return write_row_sheet("เรื่องที่ครบเวลาเก็บ", COMMITTEE, rows)
    write = write_docx if kind == "docx" else write_pdf
    return write(committee_paper(rows, agency), today(agency))


def committee_paper(rows: Sequence[Sequence[Value]], agency: Agency) -> Paper:
    """Give the list as a paper: what was done with each case is decided, and written in, by hand."""
    day, title = today(agency), "บัญชีเรื่องที่ครบเวลาเก็บ เพื่อเสนอพิจารณาทำลาย"
    columns = tuple(Column(name, width) for name, width in COMMITTEE)
    lines = tuple(Row(tuple(text_cell(_text(value)) for value in row)) for row in rows)
    table: Block = Table(columns, lines, summary=title) if lines else running(NONE)
    told = f"ณ วันที่ {_long(day)} การทำลายต้องเป็นไปตามระเบียบงานสารบรรณ โดยคณะกรรมการ บัญชีนี้เป็นเพียงข้อเสนอ"
    head = PaperHead(agency=agency.name, year=fiscal_year_of(day), footer=DEMO if agency.is_demo else "")
    return head.paper((title, agency.name), title, (running(told), table, signer("ผู้จัดทำ", "ตำแหน่งผู้จัดทำ")))


def _number_line(case: Case) -> FormLine:
    number = Field("เลขที่คำขอ", (f"{case.number}/{case.year}",))
    return FormLine((number, Field("วันที่รับ", (_long(case.received_on),))))


def _head(case: Case, agency: Agency) -> PaperHead:
    footer = DEMO if agency.is_demo else ""
    return PaperHead(agency=agency.name, year=fiscal_year_of(case.received_on), unit=str(case.unit), footer=footer)


def _course(entries: Iterable[CaseEntry]) -> Table:
    columns = (Column("วันที่", 18), Column("การดำเนินการ", 28), Column("รายละเอียด", 54))
    rows = tuple(
        Row((text_cell(_short(entry.day)), text_cell(str(entry.title)), text_cell(entry.words or "–")))
        for entry in entries
    )
    return Table(columns, rows, summary="การดำเนินการตามลำดับ")


def _register_row(case: Case) -> tuple[Value, ...]:
    return (
        case.told_number,
        case.received_on,
        case.entered_on,
        str(case.get_channel_display()),
        case.subject,
        str(case.service or ""),
        case.asker_name,
        str(case.unit),
        str(case.officer or ""),
        str(case.get_state_display()),
        case.limit_days,
        case.due,
        case.closed_on,
        case.end_told_on,
        case.result,
    )


def _count_rows(counts: Counts) -> list[tuple[str, str, int | str]]:
    groups: tuple[tuple[str, tuple[Line, ...]], ...] = (
        ("งานบริการ", counts.by_service),
        ("เดือน", counts.by_month),
        ("ช่องทาง", counts.by_channel),
    )
    told: list[tuple[str, str, int | str]] = [
        ("รวม", "รับเรื่อง", counts.received),
        ("รวม", "สิ้นสุดแล้ว", counts.ended),
    ]
    if counts.share_in_time is not None:
        told.append(("รวม", "เสร็จภายในกำหนด (ร้อยละ)", counts.share_in_time))
    for group, lines in groups:
        told += [(group, name, HIDDEN if count is None else count) for name, count in lines]
    return told


def _quoted(value: str | int) -> str:
    if isinstance(value, int):
        return str(value)
    text = f"'{value}" if value[:1] in _FORMULA else value
    return '"' + text.replace('"', '""') + '"'


def _text(value: Value) -> str:
    if value is None:
        return "–"
    return _short(value) if isinstance(value, date) else str(value)


def _or_none(text: str) -> tuple[Inline, ...]:
    return (text or NONE,)


def _paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()] or [NONE]


def _long(day: date) -> str:
    return format_date(day, digits="arabic")


def _short(day: date) -> str:
    return format_date(day, form="short", digits="arabic")
