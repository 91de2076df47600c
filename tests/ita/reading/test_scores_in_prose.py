"""Scores, levels and changes told in sentences."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

D = Decimal


def told(reading):
    return {sheet.year: (sheet.overall, sheet.level) for sheet in reading.score_sheets}


@pytest.mark.parametrize(
    ("sentence", "sheets"),
    [
        (
            "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567 ได้คะแนนเฉลี่ย 84.21 คะแนน อยู่ในระดับ B เป็นอันดับที่ 3 จาก 45 หน่วยงาน",
            {2567: (D("84.21"), "B")},
        ),
        ("ปี ๒๕๖๖ มีผลการประเมิน ITA ๙๑.๙๐ คะแนน ระดับ “ผ่านดี”", {2566: (D("91.90"), "ผ่านดี")}),
        ("ได้ ๘๓.๔๐ คะแนน ในปี ๒๕๖๖ และ ๘๗.๙๕ คะแนน ในปี ๒๕๖๗", {2566: (D("83.40"), None), 2567: (D("87.95"), None)}),
        (
            "ปีงบประมาณ พ.ศ. 2566 ได้คะแนน 81.20 ระดับ B และปีงบประมาณ พ.ศ. 2567 ได้คะแนน 88.10 ระดับ A",
            {2566: (D("81.20"), "B"), 2567: (D("88.10"), "A")},
        ),
        (
            "เปรียบเทียบปี 2565 กับปี 2566 ได้คะแนน 81.20 และ 88.10 ตามลำดับ",
            {2565: (D("81.20"), None), 2566: (D("88.10"), None)},
        ),
        ("ผลการประเมินในปี 2565 อยู่ที่ 90.15 คะแนน (A)", {2565: (D("90.15"), "A")}),
        ("คะแนนภาพรวม ,,,,๖๑.๑๐,,,,, คะแนน ปี ๒๕๖๓", {2563: (D("61.10"), None)}),
        ("ค่าเป้าหมายปี 2568 คือ 90 คะแนน โดยปี 2567 ได้ 88.00 คะแนน", {2567: (D("88.00"), None)}),
        ("ปี 2567 ผ่านเกณฑ์ในระดับ ผ่าน ด้วยคะแนนรวม 86.00 คะแนน จากคะแนนเต็ม 100 คะแนน", {2567: (D("86.00"), "ผ่าน")}),
        ("ต้องได้ 85 คะแนนขึ้นไป ในปี 2567", {}),
        ("ระดับ A คือ 85.00 - 94.99 คะแนน ปี 2564", {}),
        ("ปี 2567 จัดประชุมเวลา 09.30 น. มีผู้เข้าร่วม 35 คน ใช้งบ 12,500.00 บาท", {}),
        ("ยกระดับ A ในปี 2568", {}),
    ],
)
def test_the_overall_and_its_level_are_told_in_a_sentence(prose, sentence, sheets):
    assert told(prose(sentence)) == sheets


@pytest.mark.parametrize(
    ("sentence", "change"),
    [
        ("ปี 2566 ได้ 84.20 คะแนน ปี 2567 ได้ 86.30 คะแนน เพิ่มขึ้น 2.10 คะแนน", "2.10"),
        ("ปี 2567 ได้ 84.20 คะแนน ลดลงจากปี 2566 ซึ่งได้ 86.30 คะแนน อยู่ 2.10 คะแนน", "-2.10"),
        ("จาก 84.20 คะแนน ในปี 2566 เป็น 86.30 คะแนน ในปี 2567 สูงขึ้น 2.10 คะแนน", "2.10"),
        ("ปี 2567 เท่ากับ 92.50 สูงกว่าปี 2566 ซึ่งเท่ากับ 90.40 อยู่ 2.10 คะแนน ในคะแนนรวม", "2.10"),
    ],
)
def test_a_rise_is_positive_and_a_fall_negative(prose, sentence, change):
    changes = prose(sentence).changes
    assert [(c.indicator, c.from_year, c.to_year, c.stated) for c in changes] == [(None, 2566, 2567, D(change))]


def test_a_rise_in_per_cent_is_no_difference_of_points(prose):
    assert prose("ปี 2566 ได้ 84.20 คะแนน ปี 2567 ได้ 86.30 คะแนน เพิ่มขึ้นร้อยละ 2.49").changes == ()


def test_instruments_are_brought_to_a_hundred_where_they_are_weighted_parts(prose):
    reading = prose(
        "ปี 2564 แบบวัด IIT ได้ 27.84 คะแนน จากคะแนนเต็ม 30 คะแนน EIT ได้ 25.50/30 และ OIT ได้ 38.80 คะแนน เต็ม 40"
    )
    assert reading.score_sheets[0].instruments == {"IIT": D("92.80"), "EIT": D("85.00"), "OIT": D("97.00")}


def test_parts_of_the_eit_stand_beside_it(prose):
    reading = prose("ปี 2567 แบบวัด EIT ได้ 87.30 คะแนน โดยส่วนที่ 1 ได้ 90.02 คะแนน และส่วนที่ 2 ได้ 84.58 คะแนน")
    assert reading.score_sheets[0].instruments == {"EIT": D("87.30"), "EIT1": D("90.02"), "EIT2": D("84.58")}


def test_indicators_are_named_by_number_or_by_name(prose):
    reading = prose(
        "ผลการประเมิน ปี 2567 ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของทางราชการ(74.10คะแนน) รองลงมาคือ การปรับปรุงการทำงาน 78.20 คะแนน"
    )
    assert [(entry.number, entry.score) for entry in reading.score_sheets[0].indicators] == [
        (4, D("74.10")),
        (8, D("78.20")),
    ]


def test_a_number_settles_a_name_that_is_printed_twice(prose):
    reading = prose(
        "ผลการประเมิน ปี ๒๕๖๓",
        "๗) ประสิทธิภาพการสื่อสาร ๘๐.๑๐ คะแนน",
        "๘) การปรับปรุงการทำงาน ๗๐.๑๐ คะแนน",
        "๙) การป้องกันการทุจริต ๒๐.๑๐ คะแนน",
        "๑๐) การป้องกันการทุจริต ๐.....คะแนน",
    )
    assert [(entry.number, entry.score) for entry in reading.score_sheets[0].indicators] == [
        (7, D("80.10")),
        (8, D("70.10")),
        (9, D("20.10")),
        (10, D(0)),
    ]


def test_a_heading_lends_its_indicator_to_the_line_below(prose):
    reading = prose("ผลการประเมิน ปี 2566", "ตัวชี้วัดที่ 3 การใช้อำนาจ", "ได้คะแนน 84.19 คะแนน")
    assert [(entry.number, entry.score) for entry in reading.score_sheets[0].indicators] == [(3, D("84.19"))]


def test_what_is_told_first_stands(prose):
    reading = prose("ปี 2567 ได้คะแนนรวม 88.75 คะแนน", "ปี 2567 ได้คะแนนรวม 88.00 คะแนน")
    assert reading.score_sheets[0].overall == D("88.75")


@given(st.integers(0, 10_000), st.integers(2563, 2569))
def test_any_overall_of_any_year_is_read(prose, hundredths, year):
    score = D(hundredths).scaleb(-2)
    reading = prose(f"ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. {year} ได้คะแนน {score} คะแนน")
    assert told(reading) == {year: (score, None)}
