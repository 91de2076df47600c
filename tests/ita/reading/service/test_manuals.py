"""Manuals of invented offices in the layouts that offices use."""

from __future__ import annotations

import io
from dataclasses import replace
from decimal import Decimal

import pytest
import xlsxwriter
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.ita.papers.service import NeededDocument, ServiceKind, ServiceStep, TimeSpan, TimeUnit
from prongsai.ita.reading.service import FoundService, read_services, read_services_limited
from prongsai.ita.reading.service.labels import heading_of, part_of
from prongsai.ita.reading.service.times import read_time
from prongsai.ita.thai import Refused
from prongsai.ita.writing.service import write_register
from whole_service import INSIDE, WHOLE


def docx(*blocks: str | list[list[str]]) -> bytes:
    """A Word file of paragraphs and tables."""
    document = Document()
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        table = document.add_table(rows=0, cols=len(block[0]))
        for texts in block:
            for cell, text in zip(table.add_row().cells, texts, strict=True):
                cell.text = text
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def xlsx(*rows: list[object]) -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        sheet = book.add_worksheet("คู่มือ")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return target.getvalue()


OFFICIAL = docx(
    "คู่มือสำหรับประชาชน: การขอใช้หอประชุม",
    "หน่วยงานที่รับผิดชอบ: กองคลัง องค์การบริหารส่วนตำบลบ้านสมมุติ",
    "ประเภทของงานบริการ: อนุญาต",
    "1. หลักเกณฑ์ วิธีการ เงื่อนไข (ถ้ามี) ในการยื่นคำขอ",
    "ผู้ขอต้องอยู่ในเขตตำบล",
    "ยื่นล่วงหน้าอย่างน้อยเจ็ดวัน",
    "2. ขั้นตอน ระยะเวลา และส่วนงานที่รับผิดชอบ",
    [
        ["ที่", "ประเภทขั้นตอน", "รายละเอียดของขั้นตอนการบริการ", "ระยะเวลาให้บริการ", "หน่วยเวลา",
         "ส่วนงาน/หน่วยงานที่รับผิดชอบ", "หมายเหตุ"],
        ["๑", "การตรวจสอบเอกสาร", "ยื่นคำขอและตรวจเอกสาร", "๑๕", "นาที", "กองคลัง", "-"],
        ["๒", "การพิจารณา", "เสนอผู้มีอำนาจพิจารณา", "๒", "วันทำการ", "สำนักปลัด", "-"],
    ],
    "ระยะเวลาดำเนินการรวม 3 วันทำการ",
    "3. รายการเอกสารหลักฐานประกอบการยื่นคำขอ",
    [
        ["ที่", "รายการเอกสาร", "หน่วยงานภาครัฐผู้ออกเอกสาร", "จำนวนเอกสารฉบับจริง", "จำนวนเอกสารสำเนา",
         "หน่วยนับเอกสาร", "หมายเหตุ"],
        ["๑", "บัตรประจำตัวประชาชน", "กรมการปกครอง", "๑", "๒", "ฉบับ", "-"],
        ["๒", "หนังสือรับรอง", "-", "-", "-", "ฉบับ", "กรณีนิติบุคคล"],
    ],
    "4. ค่าธรรมเนียม",
    "ไม่มีค่าธรรมเนียม",
    "5. ช่องทางการร้องเรียน",
    "1) สำนักปลัด โทร. 0-0000-1101",
    "2) สายด่วน 1111",
)  # fmt: skip

LABELLED = docx(
    "คู่มือการให้บริการ ปี 2568",
    [
        ["ชื่องาน", "การขอถังขยะ"],
        ["ผู้รับผิดชอบ", "สำนักปลัด"],
        ["ขั้นตอนการให้บริการ", "1. ยื่นคำขอ (5 นาที)\n2. จัดส่งถัง ภายใน 3 วันทำการ กองช่าง"],
        ["เอกสารที่ต้องใช้", "1. สำเนาทะเบียนบ้าน 1 ฉบับ"],
        ["ค่าธรรมเนียม", "-"],
        ["กฎหมายที่เกี่ยวข้อง", "ข้อบัญญัติเรื่องการจัดการขยะ"],
    ],
    [
        ["ชื่องาน", "การแจ้งท่อระบายน้ำอุดตัน"],
        ["ผู้รับผิดชอบ", "กองช่าง"],
        ["ขั้นตอนการให้บริการ", "1. รับแจ้ง (5 นาที)\n2. เข้าแก้ไข 1-2 วัน"],
        ["เอกสารที่ต้องใช้", "ไม่ต้องใช้"],
        ["ค่าธรรมเนียม", "ไม่มี"],
    ],
)

ROWS = xlsx(
    ["คู่มือการให้บริการขององค์การบริหารส่วนตำบลบ้านสมมุติ"],
    ["ลำดับ", "ชื่องานบริการ", "ส่วนราชการ", "ขั้นตอนการให้บริการ", "ระยะเวลารวม", "เอกสารที่ต้องใช้",
     "ค่าธรรมเนียม", "ช่องทางการให้บริการ"],
    [1, "การชำระค่าน้ำ", "กองคลัง", "1. แจ้งเลขผู้ใช้น้ำ (2 นาที)\n2. ชำระเงินและรับใบเสร็จ (3 นาที)", "5 นาที",
     "ใบแจ้งหนี้ จำนวน 1 ฉบับ", "ไม่มี", "ที่ทำการ\nตลาดนัดวันพุธ"],
    [2, "การขอติดตั้งประปา", "กองช่าง", "1. ยื่นคำขอ (10 นาที)\n2. ติดตั้ง 7 วันทำการ", "15 วันทำการ",
     "สำเนาทะเบียนบ้าน", "ค่าติดตั้ง 1,500 บาท", "ที่ทำการ"],
)  # fmt: skip


def by_name(found: tuple[FoundService, ...]) -> dict[str, FoundService]:
    return {service.sheet.name: service for service in found}


def rules(service: FoundService) -> list[str]:
    return [doubt.rule for doubt in service.doubts]


def test_the_official_form_is_read_with_its_tables():
    (found,) = read_services(OFFICIAL, "คู่มือ.docx")
    sheet = found.sheet
    assert (sheet.name, sheet.kind) == ("การขอใช้หอประชุม", ServiceKind.PERMIT)
    assert sheet.criteria == ("ผู้ขอต้องอยู่ในเขตตำบล", "ยื่นล่วงหน้าอย่างน้อยเจ็ดวัน")
    assert sheet.steps == (
        ServiceStep("การตรวจสอบเอกสาร: ยื่นคำขอและตรวจเอกสาร", TimeSpan(15, TimeUnit.MINUTES), "กองคลัง"),
        ServiceStep("การพิจารณา: เสนอผู้มีอำนาจพิจารณา", TimeSpan(2, TimeUnit.WORKING_DAYS), "สำนักปลัด"),
    )
    assert sheet.documents[0] == NeededDocument("บัตรประจำตัวประชาชน", 1, 2, "กรมการปกครอง")
    assert sheet.complaints == ("สำนักปลัด โทร. 0-0000-1101", "สายด่วน 1111")
    assert sheet.stated_none == {"fees"}
    assert rules(found) == ["COUNT"]


def test_tables_of_labels_give_a_service_each():
    found = by_name(read_services(LABELLED, "คู่มือ.docx"))
    bin_, drain = found["การขอถังขยะ"], found["การแจ้งท่อระบายน้ำอุดตัน"]
    assert bin_.sheet.steps[1] == ServiceStep("จัดส่งถัง", TimeSpan(3, TimeUnit.WORKING_DAYS), "กองช่าง")
    assert bin_.sheet.documents == (NeededDocument("สำเนาทะเบียนบ้าน", 0, 1),)
    assert rules(bin_) == ["NONE"]
    assert rules(drain) == ["TIME"]
    assert drain.sheet.steps[1].time == TimeSpan(2, TimeUnit.WORKING_DAYS)


def test_a_workbook_gives_a_service_for_each_row_and_compares_the_printed_total():
    found = by_name(read_services(ROWS, "คู่มือ.xlsx"))
    water, pipe = found["การชำระค่าน้ำ"], found["การขอติดตั้งประปา"]
    assert water.doubts == ()
    assert [channel.name for channel in water.sheet.channels] == ["ที่ทำการ", "ตลาดนัดวันพุธ"]
    assert pipe.sheet.fees[0].amount == Decimal(1500)
    assert rules(pipe) == ["TOTAL"]
    assert "แผ่นงาน คู่มือ บรรทัด 4" in pipe.doubts[0].place


def test_the_doubtful_ones_come_first():
    assert [bool(service.doubts) for service in read_services(ROWS, "คู่มือ.xlsx")] == [True, False]


def test_in_plain_text_an_entry_that_begins_like_a_heading_stays_an_entry():
    text = "ชื่องาน: การขอยืมโต๊ะ\n1. เอกสารที่ต้องใช้\n1) หลักฐานการเป็นเจ้าของ\n2) เอกสารอื่น\n2. ค่าธรรมเนียม\nไม่มี\n"
    (found,) = read_services(text.encode(), "a.txt")
    assert [paper.name for paper in found.sheet.documents] == ["หลักฐานการเป็นเจ้าของ", "เอกสารอื่น"]
    assert found.sheet.stated_none == {"fees"}


def test_what_the_program_writes_it_reads_back_whole():
    sheets = (WHOLE, INSIDE, replace(WHOLE, name="อีกงาน", steps=(), fees=(), stated_none=frozenset()))
    found = by_name(read_services(write_register(sheets), "ทะเบียน.xlsx"))
    assert {name: service.sheet for name, service in found.items()} == {sheet.name: sheet for sheet in sheets}


@settings(max_examples=15)
@given(st.lists(st.integers(1, 300), min_size=1, max_size=14))
def test_any_steps_survive_the_way_out_and_in(days):
    steps = tuple(
        ServiceStep(f"ขั้น {n}", TimeSpan(value, TimeUnit.WORKING_DAYS), "กองช่าง") for n, value in enumerate(days)
    )
    (found,) = read_services(write_register([replace(WHOLE, steps=steps)]), "a.xlsx")
    assert found.sheet.steps == steps


@pytest.mark.parametrize(
    ("printed", "value", "unit", "cut"),
    [
        ("๑๐ นาที", 10, TimeUnit.MINUTES, False),
        ("ภายใน 3 วันทำการ", 3, TimeUnit.WORKING_DAYS, False),
        ("1 ชั่วโมง 30 นาที", 90, TimeUnit.MINUTES, False),
        ("ครึ่งชั่วโมง", 30, TimeUnit.MINUTES, False),
        ("15-30 นาที", 30, TimeUnit.MINUTES, True),
        ("1 วัน 2 ชั่วโมง", 1, TimeUnit.WORKING_DAYS, True),
        ("2 ชม.", 2, TimeUnit.HOURS, False),
    ],
)
def test_times_are_read_as_they_are_printed(printed, value, unit, cut):
    read = read_time(printed)
    assert (read.span, read.cut) == (TimeSpan(value, unit), cut)


@pytest.mark.parametrize("printed", ["ทันที", "วันที่ 15", "", "ตามความเหมาะสม", "2 เดือน"])
def test_what_is_no_time_is_none(printed):
    assert read_time(printed) is None


@pytest.mark.parametrize(
    ("header", "part"),
    [
        ("ขั้นตอนการขอรับบริการ", "steps"), ("ระยะเวลา", "time"), ("อัตราค่าธรรมเนียม", "fees"),
        ("ช่องทางร้องเรียน", "complaints"),
        ("ช่องทางการให้บริการ", "channels"), ("๓. กฎหมายที่เกี่ยวข้อง", "law"), ("นายสมมุติ", None),
    ],
)  # fmt: skip
def test_headings_are_known_by_their_beginnings(header, part):
    assert part_of(header) == part


def test_a_long_sentence_that_begins_like_a_heading_is_none():
    assert heading_of("เอกสารทั้งหมดต้องยื่นพร้อมกันในวันเดียว และเจ้าหน้าที่จะตรวจให้เสร็จต่อหน้าผู้ยื่นเสมอ") is None


def test_a_name_that_comes_twice_is_doubtful():
    twice = "ชื่องาน: ก\nค่าธรรมเนียม\nไม่มี\nชื่องาน: ข\nค่าธรรมเนียม\nไม่มี\nชื่องาน: ก\nค่าธรรมเนียม\nไม่มี\n"
    assert [rules(service) for service in read_services(twice.encode(), "a.txt")] == [["TWICE"], [], []]


@pytest.mark.parametrize(
    ("data", "name", "rule"),
    [
        ("รายงานการประชุม".encode(), "a.txt", "EMPTY"),
        (docx("สวัสดี"), "a.docx", "EMPTY"),
        (b"%PDF-1.7 x", "a.pdf", "KIND"),
    ],
)
def test_a_file_without_manuals_is_refused(data, name, rule):
    with pytest.raises(Refused) as refused:
        read_services_limited(data, name)
    assert refused.value.rule == rule


def test_the_child_process_gives_what_reading_here_gives():
    assert read_services_limited(OFFICIAL, "คู่มือ.docx") == read_services(OFFICIAL, "คู่มือ.docx")
