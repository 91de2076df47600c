"""Results that nobody can look up, that lie outside their time, or that seem to be written for another row."""

from __future__ import annotations

from datetime import date

import pytest

from prongsai.ita.analysis.rules.carried_over import check_carried_over
from prongsai.ita.analysis.rules.result_days import check_result_days
from prongsai.ita.analysis.rules.result_proof import check_result_proof
from prongsai.ita.papers.reading import DocumentHead, MeasureRow
from prongsai.ita.thai import Period

QUEUE = ("จัดหาเครื่องออกบัตรคิวและป้ายบอกลำดับที่จุดบริการ", "ซักซ้อมพนักงานด้านหน้าก่อนเปิดใช้งานจริง")
LOANS = ("กำหนดแบบคำขอยืมพัสดุและผู้อนุญาตของแต่ละประเภท", "บันทึกการยืมและการคืนลงทะเบียนทุกครั้งที่มีผู้ยืม")


def told(*results: str, **more) -> MeasureRow:
    return MeasureRow(**{"issue": 1, "status": "completed", "results": results, **more})


@pytest.mark.parametrize("results", [("มีการดำเนินการอย่างต่อเนื่อง",), ("ประชุม ณ ห้องประชุม", "บุคลากรเข้าใจดีขึ้น")])
def test_results_without_day_quantity_or_document_are_a_hint(paper, results):
    found = list(check_result_proof(paper(told(*results))))
    assert [(f.code, f.severity, f.where) for f in found] == [("result-without-proof", "hint", "measures[0].results")]
    assert "ควรเพิ่มวันที่" in found[0].settle


@pytest.mark.parametrize(
    "row",
    [
        told("มีการดำเนินการอย่างต่อเนื่อง", "อบรม 12 คน"),
        told("ไม่มี"),
        told(),
        told("ยังไม่ได้ดำเนินการเพราะรองบประมาณ", status="not_started"),
    ],
)
def test_one_proof_is_enough_and_nothing_needs_none(paper, row):
    assert list(check_result_proof(paper(row))) == []


@pytest.mark.parametrize(
    ("result", "day", "edge"),
    [
        ("ติดยอดเบิกจ่ายเมื่อวันที่ ๓๑ ตุลาคม ๒๕๖๗", "2024-10-31", "2024-09-30"),
        ("เปิดใช้ระบบเมื่อวันที่ 1 สิงหาคม 2566", "2023-08-01", "2023-10-01"),
        ("ประกาศลงวันที่ 5 พฤศจิกายน 2567", "2024-11-05", "2024-09-30"),
    ],
)
def test_a_result_of_a_day_outside_the_fiscal_year_is_asked_about(paper, result, day, edge):
    found = list(check_result_days(paper(told("อบรม 12 คน", result))))
    assert [(f.code, f.severity, f.where, f.found, f.expected) for f in found] == [
        ("result-outside-year", "doubt", "measures[0].results[1]", day, edge)
    ]
    assert day not in found[0].message
    assert "25" in found[0].message


@pytest.mark.parametrize(
    "result",
    [
        "อบรมเมื่อวันที่ 1 ตุลาคม 2566 และ 30 กันยายน 2567",
        "ดำเนินการตามระเบียบ ลงวันที่ 20 มกราคม 2560",
        "ปรับคู่มือของวันที่ 3 มีนาคม 2565 และใช้ฉบับใหม่เมื่อวันที่ 3 มีนาคม 2567",
        "อบรม 12 คน",
    ],
)
def test_a_day_inside_the_year_or_of_a_paper_cited_is_in_order(paper, result):
    assert list(check_result_days(paper(told(result)))) == []


def test_without_a_year_of_the_measures_no_day_is_outside_it(paper):
    reading = paper(told("อบรมวันที่ 1 มกราคม 2550"), document=DocumentHead("measures_report", "รายงาน"))
    assert list(check_result_days(reading)) == []


MARCH_TO_JUNE = Period(date(2024, 3, 1), date(2024, 6, 30))


@pytest.mark.parametrize(
    ("period", "result", "edge"),
    [
        (MARCH_TO_JUNE, "อบรมวันที่ 5 สิงหาคม 2567", ["2024-06-30"]),
        (MARCH_TO_JUNE, "อบรมวันที่ 5 มกราคม 2567", ["2024-03-01"]),
        (MARCH_TO_JUNE, "เตรียมวันที่ 5 มกราคม 2567 อบรมวันที่ 6 มีนาคม 2567", []),
        (MARCH_TO_JUNE, "อบรมวันที่ 30 มิถุนายน 2567", []),
        (Period(None, date(2024, 6, 30)), "อบรมวันที่ 5 มกราคม 2567", []),
    ],
)
def test_a_result_outside_the_period_of_its_row_is_a_hint(paper, period, result, edge):
    found = list(check_result_days(paper(told(result, period=period))))
    assert [f.expected for f in found] == edge
    assert {f.code for f in found} <= {"result-outside-period"}


def test_steps_that_repeat_an_earlier_row_are_asked_about(paper):
    rows = (MeasureRow(steps=QUEUE), MeasureRow(steps=LOANS), MeasureRow(steps=QUEUE))
    found = list(check_carried_over(paper(*rows, kind="measures")))
    assert [(f.code, f.where, f.expected) for f in found] == [("carried-over", "measures[2].steps", "1")]


def test_results_that_restate_the_steps_of_another_row_are_asked_about(paper):
    rows = (
        MeasureRow(steps=QUEUE, results=("ออกบัตรคิวให้ผู้มาติดต่อ 1,986 ราย",)),
        MeasureRow(steps=LOANS, results=tuple(f"ได้{step}แล้ว" for step in QUEUE)),
    )
    found = list(check_carried_over(paper(*rows)))
    assert [(f.where, f.expected) for f in found] == [("measures[1].results", "1")]
    assert "ขั้นตอนของแถวที่ 1" in found[0].message


def test_a_single_result_that_stands_in_an_earlier_row_too_is_a_hint(paper):
    shared = "ประชุมชี้แจงบุคลากรทุกคนในการประชุมประจำเดือนมกราคม"
    rows = (told(shared, "ออกบัตรคิว 1,986 ใบ"), told("ตรวจทะเบียนการยืม 37 รายการเรียบร้อย", shared))
    found = list(check_carried_over(paper(*rows)))
    assert [(f.severity, f.where) for f in found] == [("hint", "measures[1].results[1]")]


def test_rows_of_their_own_and_short_texts_that_all_rows_share_are_in_order(paper):
    rows = (
        MeasureRow(steps=(*QUEUE, "รายงานผู้บริหาร"), results=("ออกบัตรคิว 1,986 ใบ", "รายงานแล้ว")),
        MeasureRow(steps=(*LOANS, "รายงานผู้บริหาร"), results=("ให้ยืม 37 รายการ", "รายงานแล้ว")),
    )
    assert list(check_carried_over(paper(*rows))) == []


def test_a_long_table_is_compared_in_good_time(paper):
    rows = [
        MeasureRow(
            steps=tuple(f"ขั้นตอนที่ {n} เรื่องที่ {k} ของงานบริการ" * 3 for k in range(4)), results=(f"ให้บริการ {n} ราย" * 9,)
        )
        for n in range(200)
    ]
    assert len(list(check_carried_over(paper(*rows)))) < 200
