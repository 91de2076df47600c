"""Columns whose header says little: what their cells and their place tell."""

import pytest

from prongsai.ita.reading.columns import Role, role_of
from prongsai.ita.reading.headers import read_header
from prongsai.ita.reading.layout import Cell, Row
from prongsai.ita.reading.vocabulary import standard_vocabulary


def header_of(*texts):
    rows = [Row(tuple(Cell((cell.strip(),) if cell.strip() else ()) for cell in text.split("|"))) for text in texts]
    return read_header(rows, 0, standard_vocabulary())


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("ไตรมาสที่ ๒", Role.TIME),
        ("ไตรมาส 1/2569", Role.TIME),
        ("Q3", Role.TIME),
        ("ต.ค.", Role.TIME),
        ("พ.ย. 2567", Role.TIME),
        ("ไตรมาส 1 (ต.ค.-ธ.ค. 66)", Role.TIME),
        ("สิ่งที่ต้องแก้ไข", Role.FINDING),
        ("สภาพที่พบ", Role.FINDING),
        ("หัวข้อที่ต้องปรับปรุง", Role.FINDING),
        ("โอกาสในการพัฒนา", Role.FINDING),
        ("การกำหนดแนวทางการกำกับติดตามให้นำไปสู่การปฏิบัติและการรายงานผล", Role.FOLLOW_UP),
        ("การกำหนดแนวทางการพัฒนา", Role.MEASURES),
        ("การปฏิบัติ", Role.STEPS),
        ("แนวปฏิบัติ", Role.STEPS),
        ("ร้อยละความสำเร็จ", Role.OTHER),
        ("เริ่ม", Role.PERIOD),
    ],
)
def test_headers_of_times_and_of_weak_points_are_known(header, role):
    assert role_of(header) is role


def test_a_period_in_a_row_is_no_header():
    assert header_of("จัดทำคู่มือ|กองคลัง|ต.ค. 66", "จัดระบบคิว|กองช่าง|พ.ย. 66") is None


def test_instruments_side_by_side_are_a_header():
    columns, taken = header_of("เครื่องมือ|IIT|EIT|OIT", "คะแนน|88.00|84.00|90.00")
    assert taken == 1
    assert columns[0].role is Role.INSTRUMENT


def test_instruments_named_inside_long_texts_are_no_header():
    assert header_of("แบบวัด IIT|จัดประชุมเพื่อชี้แจงผลของแบบวัด EIT ให้ทุกส่วนราชการ|กองคลัง") is None


def test_a_header_cut_inside_its_words_is_joined():
    columns, taken = header_of("มาตรการ|ผู้รับ|ระยะเวลา", "|ผิดชอบ|ดำเนินการ", "๑. จัดระบบคิว|สำนักปลัด|ม.ค. ๖๗")
    assert taken == 2
    assert [column.role for column in columns] == [Role.MEASURES, Role.UNITS, Role.PERIOD]


def test_a_row_cut_by_a_page_below_a_header_is_no_part_of_it():
    columns, taken = header_of("มาตรการ|หน่วยงานที่รับผิดชอบ|ระยะเวลา", "|กองคลัง|", "จัดระบบคิว|สำนักปลัด|ม.ค. ๖๗")
    assert taken == 1
    assert columns[1].role is Role.UNITS


def test_texts_under_an_unknown_header_before_the_steps_are_measures(table):
    reading = table(
        """ลำดับ | งานที่จะทำ | วิธีดำเนินการ | กลุ่มงานรับผิดชอบ
        1 | สรุปหลักเกณฑ์ค่าล่วงเวลา | แจ้งเวียนทุกกลุ่มงาน | กลุ่มงานบริหารทั่วไป
        2 | ระบบจองรถออนไลน์ | ทดลองใช้หนึ่งเดือน | กลุ่มงานพัสดุ"""
    )
    assert [row.measures for row in reading.measures] == [("สรุปหลักเกณฑ์ค่าล่วงเวลา",), ("ระบบจองรถออนไลน์",)]


def test_problems_before_the_measures_are_findings_and_behind_them_are_not(table):
    before = table("ปัญหา | มาตรการ | ผู้รับผิดชอบ\nไม่มีสมุดยืมวัสดุ | จัดทำสมุดยืม | กองคลัง")
    behind = table("มาตรการ | ผู้รับผิดชอบ | ปัญหา\nจัดทำสมุดยืม | กองคลัง | งบประมาณจำกัด")
    assert [row.finding for row in (*before.measures, *behind.measures)] == ["ไม่มีสมุดยืมวัสดุ", None]


def test_a_column_of_ticks_headed_done_stays_a_status(table):
    reading = table("มาตรการ | ผู้รับผิดชอบ | แล้วเสร็จ | อยู่ระหว่าง\nจัดทำสมุดยืม | กองคลัง | ✓ |\nจัดระบบคิว | กองช่าง | | ✓")
    assert [row.status for row in reading.measures] == ["completed", "in_progress"]


def test_numbered_columns_are_a_header_and_numbered_items_are_not():
    columns, _ = header_of("(1) ประเด็น|(2) ข้อคำถาม|(3) ผลการวิเคราะห์|(4) แนวทาง", "1. ก|i1|ช้า|นัดหมาย")
    assert [column.role for column in columns] == [Role.ISSUE, Role.QUESTION, Role.FINDING, Role.MEASURES]
    assert header_of("๑. มาตรการกำกับ|๑. กิจกรรมพัฒนา|กองคลัง") is None


def test_the_first_row_is_a_header_where_three_columns_are_named_though_others_are_not():
    columns, _ = header_of("มาตรการลำดับแรก|ขั้นตอนย่อยทั้งหลาย|ผลลัพธ์ปลายทาง|ดาวเด่น|เมฆหมอก|ท้องฟ้า", "ก|ข|ค|ง|จ|ฉ")
    assert [column.role for column in columns[:3]] == [Role.MEASURES, Role.STEPS, Role.OUTCOMES]
    assert header_of("มาตรการลำดับแรก|กิจกรรมย่อยทั้งหลาย|ดาวเด่น|เมฆหมอก|ท้องฟ้า", "ก|ข|ค|ง|จ") is None


def test_proposals_beside_who_and_when_are_measures(table):
    reading = table(
        """ปัญหาจากการประเมิน | ข้อเสนอแนะ | ผู้รับผิดชอบ | เวลา
        ไม่มีสมุดยืม | จัดทำสมุดยืม | กองคลัง | ม.ค. 67"""
    )
    assert [(row.finding, row.measures) for row in reading.measures] == [("ไม่มีสมุดยืม", ("จัดทำสมุดยืม",))]
