"""The register of services as a workbook: seven sheets that the same program reads back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from typing import Any, TypeAlias

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from prongsai.ita.papers.service import (
    Audience,
    Channel,
    Discretion,
    Fee,
    NeededDocument,
    ServiceKind,
    ServiceSheet,
    ServiceStep,
    TimeSpan,
    TimeUnit,
)
from prongsai.ita.papers.service_lines import KIND_WORDS, NONE_WORDS
from prongsai.ita.papers.service_time import UNIT_WORDS
from prongsai.ita.writing.xlsx_cells import in_arabic

Value: TypeAlias = str | int | float
Rows: TypeAlias = Iterable[tuple[Value, ...]]

SERVICE = "ชื่องาน"
AUDIENCE_WORDS = {Audience.PUBLIC: "บริการประชาชน", Audience.INTERNAL: "งานภายใน"}
_PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write_register(sheets: Sequence[ServiceSheet]) -> bytes:
    """Return the workbook: services, and a sheet each for steps, documents, fees, channels, discretion, complaints.

    Digits are Arabic, amounts and counts are numbers, no text becomes a formula. Reading it gives the sheets back.
    """
    target = BytesIO()
    with Workbook(target, _PLAIN) as book:
        head = book.add_format({"bold": True, "text_wrap": True, "bg_color": "#E7EDF6", "border": 1, "valign": "top"})
        body = book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
        for title, columns, rows in _pages(sheets):
            page = book.add_worksheet(title)
            page.freeze_panes(1, 1)
            for column, (name, width) in enumerate(columns):
                page.set_column(column, column, width)
                page.write_string(0, column, name, head)
            for row, values in enumerate(rows, start=1):
                _write_row(page, row, values, body)
    return target.getvalue()


def template_sheet() -> bytes:
    """Return the same workbook with one invented service, to be typed over."""
    return write_register([_EXAMPLE])


def _write_row(page: Worksheet, row: int, values: tuple[Value, ...], body: Format) -> None:
    for column, value in enumerate(values):
        if isinstance(value, str):
            page.write_string(row, column, in_arabic(value), body)
        else:
            page.write_number(row, column, value)


_Columns: TypeAlias = tuple[tuple[str, int], ...]
_NAME = (SERVICE, 36)


def _pages(sheets: Sequence[ServiceSheet]) -> list[tuple[str, _Columns, Rows]]:
    of = _rows_of(sheets)
    return [
        ("งานบริการ", _SERVICE_COLUMNS, [_service_row(sheet) for sheet in sheets]),
        (
            "ขั้นตอน",
            (_NAME, ("ขั้นตอน", 50), ("ระยะเวลา", 10), ("หน่วยเวลา", 12), ("ผู้รับผิดชอบ", 26), ("จุดบริการ", 26)),
            of(lambda sheet: sheet.steps, _step_row),
        ),
        (
            "เอกสาร",
            (_NAME, ("เอกสาร", 44), ("ฉบับจริง", 10), ("สำเนา", 10), ("ออกโดย", 26), ("หมายเหตุ", 30)),
            of(lambda sheet: sheet.documents, _document_row),
        ),
        (
            "ค่าธรรมเนียม",
            (_NAME, ("รายการค่าธรรมเนียม", 40), ("จำนวนเงิน (บาท)", 14), ("หมายเหตุ", 36)),
            of(lambda sheet: sheet.fees, _fee_row),
        ),
        (
            "ช่องทาง",
            (_NAME, ("ช่องทาง", 26), ("สถานที่", 40), ("วัน", 22), ("เวลา", 20), ("ติดต่อ", 26)),
            of(lambda sheet: sheet.channels, _channel_row),
        ),
        (
            "ดุลพินิจ",
            (_NAME, ("จุดที่ใช้ดุลพินิจ", 40), ("เกณฑ์ที่ใช้", 50)),
            of(lambda sheet: sheet.discretion, _discretion_row),
        ),
    ]


_SERVICE_COLUMNS: _Columns = (
    _NAME,
    ("ประเภทของงาน", 14),
    ("กลุ่มผู้ใช้", 16),
    ("ส่วนราชการ", 24),
    ("หลักเกณฑ์และเงื่อนไข", 50),
    ("กฎหมายที่เกี่ยวข้อง", 40),
    ("ช่องทางร้องเรียน", 40),
    ("หมายเหตุ", 30),
    ("รายการที่ไม่มี", 30),
)


def _service_row(sheet: ServiceSheet) -> tuple[Value, ...]:
    return (
        sheet.name,
        KIND_WORDS[sheet.kind],
        AUDIENCE_WORDS[sheet.audience],
        sheet.unit,
        "\n".join(sheet.criteria),
        "\n".join(sheet.law),
        "\n".join(sheet.complaints),
        "\n".join(sheet.remarks),
        "\n".join(NONE_WORDS[part] for part in sorted(sheet.stated_none)),
    )


def _rows_of(sheets: Sequence[ServiceSheet]) -> Callable[..., Rows]:
    def rows(
        entries: Callable[[ServiceSheet], Iterable[Any]], row: Callable[[Any], tuple[Value, ...]]
    ) -> Iterable[tuple[Value, ...]]:
        return [(sheet.name, *row(entry)) for sheet in sheets for entry in entries(sheet)]

    return rows


def _step_row(step: ServiceStep) -> tuple[Value, ...]:
    time: tuple[Value, Value] = (step.time.value, UNIT_WORDS[step.time.unit]) if step.time else ("", "")
    return (step.title, *time, step.unit, step.place)


def _document_row(paper: NeededDocument) -> tuple[Value, ...]:
    return (paper.name, paper.originals, paper.copies, paper.issuer, paper.note)


def _fee_row(fee: Fee) -> tuple[Value, ...]:
    return (fee.item, "" if fee.amount is None else float(fee.amount), fee.note)


def _channel_row(channel: Channel) -> tuple[Value, ...]:
    return (channel.name, channel.place, channel.days, channel.hours, channel.contact)


def _discretion_row(entry: Discretion) -> tuple[Value, ...]:
    return (entry.point, entry.criterion)


_EXAMPLE = ServiceSheet(
    name="ตัวอย่าง การขอยืมเก้าอี้ (พิมพ์ทับได้)",
    kind=ServiceKind.SERVICE,
    unit="กองคลัง",
    criteria=("ผู้ขอมีภูมิลำเนาในเขตของหน่วยงาน", "ใช้ในงานสาธารณประโยชน์"),
    complaints=("แจ้งที่สำนักปลัด", "สายด่วน 1111"),
    steps=(
        ServiceStep("ยื่นคำขอและตรวจเอกสาร", TimeSpan(10, TimeUnit.MINUTES), "กองคลัง", "จุดบริการชั้นล่าง"),
        ServiceStep("พิจารณาอนุญาต", TimeSpan(1, TimeUnit.WORKING_DAYS), "กองคลัง"),
    ),
    documents=(NeededDocument("บัตรประจำตัวประชาชน", issuer="กรมการปกครอง", note="แสดงเพื่อตรวจสอบ"),),
    channels=(Channel("ที่ทำการหน่วยงาน", "จุดบริการชั้นล่าง", "จันทร์ถึงศุกร์", "08.30-16.30 น."),),
    stated_none=frozenset({"fees", "law", "discretion"}),
)
