"""Periods ticked in columns of quarters or months, and periods whose two ends stand in columns of their own."""

from datetime import date

import pytest

from prongsai.ita.thai import Period

IN_2569 = "แผนการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2569"


def periods(reading):
    return [row.period for row in reading.measures]


def test_quarters_of_a_fiscal_year_named_above_them_are_ticked(table):
    reading = table(
        """มาตรการ | ปีงบประมาณ 2569 | | | | ผู้รับผิดชอบ
         | ไตรมาส 1 | ไตรมาส 2 | ไตรมาส 3 | ไตรมาส 4 |
        จัดระบบคิว | / | / | | | สำนักปลัด
        ตรวจนับพัสดุ | | | | ✓ | กองคลัง
        ประชุมชี้แจง | √ | | √ | | กองคลัง
        ทบทวนคู่มือ | | | | | กองช่าง"""
    )
    assert periods(reading) == [
        Period(date(2025, 10, 1), date(2026, 3, 31)),
        Period(date(2026, 7, 1), date(2026, 9, 30)),
        Period(date(2025, 10, 1), date(2026, 6, 30)),
        None,
    ]


def test_columns_that_name_no_year_are_of_the_year_of_the_plan(table):
    rows = """ลำดับ | มาตรการ | ต.ค. | พ.ย. | ธ.ค. | ม.ค. | ก.พ. | ผู้รับผิดชอบ
        1 | จัดระบบคิว | | <---> | <---> | | | สำนักปลัด
        2 | ตรวจนับพัสดุ | | | | | ● | กองคลัง"""
    assert periods(table(rows, above=IN_2569)) == [
        Period(date(2025, 11, 1), date(2025, 12, 31)),
        Period(date(2026, 2, 1), date(2026, 2, 28)),
    ]
    assert periods(table(rows)) == [None, None]


@pytest.mark.parametrize(
    ("years", "ticked"),
    [
        ("พ.ศ. 2567 | | | พ.ศ. 2568 | ", date(2024, 12, 1)),  # two calendar years
        ("ปีงบประมาณ พ.ศ. 2567 | | | | ", date(2023, 12, 1)),  # one fiscal year
    ],
)
def test_a_header_in_three_rows_says_which_years_the_months_are_of(table, years, ticked):
    reading = table(
        f"""มาตรการ | ระยะเวลาดำเนินการ | | | | | ผู้รับผิดชอบ
         | {years} |
         | ต.ค. | พ.ย. | ธ.ค. | ม.ค. | ก.พ. |
        จัดระบบคิว | | | / | | | สำนักปลัด"""
    )
    assert [period.start for period in periods(reading)] == [ticked]


def test_a_header_may_name_month_and_year_itself(table):
    reading = table(
        """มาตรการ | ผู้รับผิดชอบ | ต.ค. 67 | พ.ย. 67 | ไตรมาส 2 (ม.ค. - มี.ค. 68)
        จัดระบบคิว | สำนักปลัด | | / | /"""
    )
    assert periods(reading) == [Period(date(2024, 11, 1), date(2025, 3, 31))]


@pytest.mark.parametrize("ends", ["เริ่มต้น | สิ้นสุด", "เริ่ม | แล้วเสร็จ", "วันที่เริ่ม | วันที่สิ้นสุด"])
def test_first_and_last_day_may_stand_in_columns_of_their_own(table, ends):
    reading = table(
        f"""มาตรการ | ผู้รับผิดชอบ | {ends}
        จัดระบบคิว | สำนักปลัด | 1 พ.ย. 66 | 31 ม.ค. 67
        ตรวจนับพัสดุ | กองคลัง | ต.ค. 66 | ธ.ค. 66"""
    )
    assert periods(reading) == [
        Period(date(2023, 11, 1), date(2024, 1, 31)),
        Period(date(2023, 10, 1), date(2023, 12, 31)),
    ]
    assert [row.status for row in reading.measures] == [None, None]
