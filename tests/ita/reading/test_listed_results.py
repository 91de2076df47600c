"""Tables that list results by question or by OIT item, with the assessor's remarks."""

from decimal import Decimal

import pytest

RESULTS = "ผลการประเมินคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2566"
PASSED, LOST = Decimal(100), Decimal(0)


def items(reading):
    return [(item.code, item.score, item.remark) for sheet in reading.score_sheets for item in sheet.items]


def questions(reading):
    return [(entry.code, entry.score) for sheet in reading.score_sheets for entry in sheet.questions]


def test_scores_by_question_are_no_scores_of_the_indicator_beside_them(table):
    reading = table(
        """ข้อคำถาม | ตัวชี้วัดที่ | คะแนน
        i๑ | ๑ | ๙๐.๑๒
        i๒ | ๑ | ๙๑.๐๕
        e๑ | ๖ | ๘๓.๔๐""",
        above=RESULTS,
    )
    assert questions(reading) == [("I1", Decimal("90.12")), ("I2", Decimal("91.05")), ("E1", Decimal("83.40"))]
    assert [sheet.year for sheet in reading.score_sheets] == [2566]
    assert reading.score_sheets[0].indicators == ()
    assert reading.warnings == () or {w.code for w in reading.warnings} == {"agency-missing"}


def test_the_wording_of_a_question_may_stand_behind_its_code(table):
    reading = table(
        """ข้อคำถาม | คะแนน ปี 2565 | คะแนน ปี 2566
        i7 รับทราบข้อมูลงบประมาณเพียงใด | 70.10 | 78.50
        i8 มีส่วนร่วมเพียงใด | 69.00 | 71.20""",
        above=RESULTS,
    )
    assert [(sheet.year, [entry.score for entry in sheet.questions]) for sheet in reading.score_sheets] == [
        (2565, [Decimal("70.10"), Decimal("69.00")]),
        (2566, [Decimal("78.50"), Decimal("71.20")]),
    ]


def test_rows_of_indicators_between_the_questions_keep_their_scores(table):
    reading = table(
        """ข้อ | รายการ | คะแนน
        ตัวชี้วัดที่ 2 | การใช้งบประมาณ | 74.85
        i7 | รับทราบข้อมูลงบประมาณ | 78.50
        i8 | มีส่วนร่วมในงบประมาณ | 71.20""",
        above=RESULTS,
    )
    (sheet,) = reading.score_sheets
    assert sheet.indicator(2) == Decimal("74.85")
    assert questions(reading) == [("I7", Decimal("78.50")), ("I8", Decimal("71.20"))]


def test_items_with_the_assessors_remarks_are_results_and_no_findings(table):
    reading = table(
        """ข้อ | รายการ | ผลการประเมิน | ข้อสังเกตของผู้ตรวจประเมิน
        o๑๗ | รายงานความพึงพอใจ | ไม่ผ่าน | ไม่พบรายงานของปีที่ประเมิน
        o๑๘ | บริการออนไลน์ | ผ่าน | -
        o๑๙ | แผนจัดซื้อ | ผ่าน |""",
        above=RESULTS,
    )
    assert items(reading) == [("O17", LOST, "ไม่พบรายงานของปีที่ประเมิน"), ("O18", PASSED, None), ("O19", PASSED, None)]
    assert reading.analysis == ()
    assert reading.document.kind == "results"


@pytest.mark.parametrize(
    ("lost", "passed"), [("0.00", "100.00"), ("๐", "๑๐๐"), ("ไม่ได้คะแนน", "ได้คะแนน"), ("ไม่ผ่านเกณฑ์", "ผ่านเกณฑ์")]
)
def test_a_result_is_told_by_a_figure_or_a_word(table, lost, passed):
    reading = table(
        f"ข้อ OIT | คะแนน | หมายเหตุ\nO1 | {passed} | \nO2 | {lost} | ไม่พบหัวข้อ\nO3 | {passed} |", above=RESULTS
    )
    assert items(reading) == [("O1", PASSED, None), ("O2", LOST, "ไม่พบหัวข้อ"), ("O3", PASSED, None)]


def test_a_tick_under_passed_or_not_passed_tells_the_result(table):
    reading = table(
        """ข้อ | ผ่าน | ไม่ผ่าน | ข้อสังเกต
        o1 | ✓ | |
        o2 | | ✓ | ลิงก์เปิดไม่ได้""",
        above=RESULTS,
    )
    assert items(reading) == [("O1", PASSED, None), ("O2", LOST, "ลิงก์เปิดไม่ได้")]


def test_findings_on_items_without_a_result_stay_an_analysis(table):
    reading = table(
        "ข้อ OIT | ข้อค้นพบ | ข้อเสนอแนะ\nO17 | ไม่พบรายงาน | ควรจัดทำรายงาน\nO18 | ลิงก์เสีย | ควรแก้ลิงก์", above=RESULTS
    )
    assert [entry.finding for entry in reading.analysis] == ["ไม่พบรายงาน", "ลิงก์เสีย"]
    assert items(reading) == []


def test_findings_beside_scores_of_questions_stay_an_analysis_and_the_scores_are_read(table):
    reading = table(
        """ข้อคำถาม | คะแนน | ข้อค้นพบ
        i7 | 78.50 | บุคลากรบางรายไม่ทราบงบประมาณ
        i8 | 71.20 | บุคลากรบางรายไม่มีส่วนร่วม""",
        above=RESULTS,
    )
    assert [entry.questions for entry in reading.analysis] == [("I7",), ("I8",)]
    assert questions(reading) == [("I7", Decimal("78.50")), ("I8", Decimal("71.20"))]


def test_a_list_of_links_gives_no_results(table):
    reading = table(
        "ข้อ | รายการ | ลิงก์\no1 | โครงสร้าง | https://nongkrachang.example/1\no2 | ผู้บริหาร | https://nongkrachang.example/2"
    )
    assert items(reading) == []


def test_items_named_beside_the_questions_of_a_measure_are_kept(table):
    reading = table(
        """ประเด็น | ข้อคำถาม | ข้อค้นพบ | มาตรการ | ผู้รับผิดชอบ
        (๕) | i๗ | ยังไม่ทราบ | จัดทำสรุปหนึ่งหน้า | กองคลัง
        (๕) | o๒๑ สรุปผลรายเดือน | ยังไม่ครบ | เผยแพร่ทุกเดือน | กองคลัง"""
    )
    assert [(row.questions, row.oit) for row in reading.measures] == [(("I7",), ()), ((), ("O21",))]
