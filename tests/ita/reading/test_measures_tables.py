"""Rows of the table of measures."""

from datetime import date

import pytest

from prongsai.ita.thai import Period, Recurrence


def test_a_band_row_sets_the_issue_for_the_rows_below(table):
    reading = table(
        """มาตรการ | ผู้รับผิดชอบ | ระยะเวลา
        ประเด็นที่ ๒ การให้บริการและระบบ E-Service | |
        เพิ่มแบบคำขอออนไลน์ | สำนักปลัด | ทุกเดือน
        กระบวนการกำกับดูแลการใช้ทรัพย์สินของราชการ | |
        ตรวจนับพัสดุ | กองคลัง | ทุก 6 เดือน"""
    )
    assert [(row.issue, row.measures) for row in reading.measures] == [(2, ("เพิ่มแบบคำขอออนไลน์",)), (4, ("ตรวจนับพัสดุ",))]
    assert [row.period for row in reading.measures] == [Recurrence(1), Recurrence(6)]


def test_a_row_broken_by_a_page_is_one_row(table):
    reading = table(
        """ประเด็น | มาตรการ | ขั้นตอน | ผู้รับผิดชอบ
        ๑. กระบวนการปฏิบัติงานที่โปร่งใสและมีประสิทธิภาพ | จัดทำผัง | ๑. สำรวจ | ทุกกอง
        ประเด็น | มาตรการ | ขั้นตอน | ผู้รับผิดชอบ
        | | และรวบรวมข้อมูล ๒. ติดประกาศ |"""
    )
    assert [row.steps for row in reading.measures] == [("สำรวจ และรวบรวมข้อมูล", "ติดประกาศ")]


def test_the_tail_of_a_cut_row_may_also_hold_words_of_its_measure(table):
    reading = table(
        """ลำดับ | ข้อค้นพบ | มาตรการ | ผู้รับผิดชอบ | ระยะเวลา
        1 | ผู้รับบริการไม่ทราบขั้นตอน | จัดทำคู่มือและ | สำนักปลัด | ม.ค. 67
        ลำดับ | ข้อค้นพบ | มาตรการ | ผู้รับผิดชอบ | ระยะเวลา
        | ของการให้บริการ | เผยแพร่คู่มือ | |
        2 | ไม่มีทะเบียน | จัดทำทะเบียน | กองคลัง | ก.พ. 67"""
    )
    assert [(row.finding, row.measures) for row in reading.measures] == [
        ("ผู้รับบริการไม่ทราบขั้นตอน ของการให้บริการ", ("จัดทำคู่มือและ เผยแพร่คู่มือ",)),
        ("ไม่มีทะเบียน", ("จัดทำทะเบียน",)),
    ]


def test_a_key_left_empty_holds_for_the_rows_below_but_no_text_does(table):
    reading = table(
        """ตัวชี้วัด | ข้อค้นพบ | มาตรการ | ผู้รับผิดชอบ
        ตัวชี้วัดที่ 2 การใช้งบประมาณ | ไม่ทราบแผน | ประชุมชี้แจง | กองคลัง
        | | ติดประกาศแผน | สำนักปลัด"""
    )
    assert [(row.indicator, row.finding) for row in reading.measures] == [(2, "ไม่ทราบแผน"), (2, None)]


def test_an_indicator_may_head_the_cell_of_measures(table):
    reading = table(
        """ประเด็นต้องแก้ไข | มาตรการ/แนวทาง | ผู้รับผิดชอบ
        บุคลากรไม่ทราบแผน | ๒. การใช้งบประมาณ - เผยแพร่แผน | กองคลัง
        ไม่มีทะเบียน | การใช้ทรัพย์สินของราชการ<br>- จัดทำทะเบียน | กองคลัง"""
    )
    assert [(row.indicator, row.measures) for row in reading.measures] == [(2, ("เผยแพร่แผน",)), (4, ("จัดทำทะเบียน",))]


def test_a_heading_above_a_table_heads_its_rows(table):
    rows = "มาตรการ | ผู้รับผิดชอบ | ระยะเวลา\nชี้แจงแผน | กองคลัง | ม.ค. 67"
    assert table(rows, above="มาตรการ\n\nตัวชี้วัดที่ 2 การใช้งบประมาณ").measures[0].indicator == 2


def test_the_header_decides_what_a_column_is(table):
    reading = table("แนวทางปฏิบัติ | โครงการ/กิจกรรม | ผู้รับผิดชอบ\nประชุม | มาตรการประหยัด | กองคลัง")
    assert (reading.measures[0].measures, reading.measures[0].steps) == (("ประชุม",), ("มาตรการประหยัด",))


@pytest.mark.parametrize(
    ("cell", "period"),
    [
        ("๑ ต.ค.๖๕ – ๓๐ ก.ย.๖๖", Period(date(2022, 10, 1), date(2023, 9, 30))),
        ("ภายใน 31 มีนาคม 2567", Period(None, date(2024, 3, 31))),
        ("ปีละ 2 ครั้ง", Recurrence(6)),
        ("ตลอดเวลา", None),
    ],
)
def test_periods_and_recurrences(table, cell, period):
    reading = table(f"มาตรการ | ผู้รับผิดชอบ | ระยะเวลา\nประชุม | กองคลัง | {cell}\nติดตาม | กองช่าง | ม.ค. 67")
    assert reading.measures[0].period == period


def test_two_rounds_of_results_are_joined_and_the_last_status_counts(table):
    reading = table(
        """มาตรการ | ผู้รับผิดชอบ | ผลการดำเนินการ |
        | | รอบ 6 เดือน | รอบ 12 เดือน
        จัดซื้อเครื่อง | กองคลัง | อยู่ระหว่างดำเนินการ สืบราคา | ดำเนินการแล้วเสร็จ ติดตั้ง 2 เครื่อง"""
    )
    assert (reading.measures[0].status, reading.measures[0].results) == ("completed", ("สืบราคา", "ติดตั้ง 2 เครื่อง"))


def test_ticks_in_columns_of_states_are_the_status(table):
    reading = table(
        """มาตรการ | ผู้รับผิดชอบ | ดำเนินการแล้ว | อยู่ระหว่างดำเนินการ | ยังไม่ดำเนินการ
        ก | กองคลัง | / | |
        ข | กองคลัง | | ✓ |
        ค | กองคลัง | | | ✓"""
    )
    assert [row.status for row in reading.measures] == ["completed", "in_progress", "not_started"]


def test_a_column_with_an_unknown_header_is_known_by_its_cells(table):
    reading = table("มาตรการ | ขั้นตอน | ใครทำ | ระยะเวลา\nก | ข | กองคลัง | ม.ค. 67\nค | ง | กองช่าง | ก.พ. 67")
    assert [row.units for row in reading.measures] == [("กองคลัง",), ("กองช่าง",)]
    assert reading.measures[1].period == Period(date(2024, 2, 1), date(2024, 2, 29))


def test_a_table_of_signatures_below_adds_no_row(table):
    reading = table("มาตรการ | ขั้นตอน | ผู้รับผิดชอบ\nก | ข | กองคลัง\n\nลงชื่อ ...... | ลงชื่อ ......")
    assert len(reading.measures) == 1


def test_a_missing_unit_is_warned_of_only_where_there_is_a_column_for_it(table):
    with_column = table("มาตรการ | ขั้นตอน | ผู้รับผิดชอบ\nก | ข |\nค | ง | กองคลัง")
    without = table("มาตรการ | ขั้นตอน | ระยะเวลา\nก | ข | ม.ค. 67")
    assert [w.where for w in with_column.warnings if w.code == "unit-missing"] == ["measures[0].units"]
    assert [w for w in without.warnings if w.code == "unit-missing"] == []


@pytest.mark.parametrize("band", ["มาตรการอื่น", "เรื่องอื่น ๆ", "เรื่องที่ยังไม่ได้จัดเข้ากลุ่ม"])
def test_a_band_of_what_belongs_nowhere_ends_the_band_above(table, band):
    read = table(f"""มาตรการ | ขั้นตอน | ผู้รับผิดชอบ
        ประเด็นที่ ๗ กลไกและมาตรการในการแก้ไขและป้องกันการทุจริตภายในหน่วยงาน | |
        ปรับปรุงแผน | ทบทวน | สำนักปลัด
        {band} | |
        จัดทำสื่อ | เขียน | กองคลัง""")
    assert [(row.issue, row.measures) for row in read.measures] == [(7, ("ปรับปรุงแผน",)), (None, ("จัดทำสื่อ",))]
