"""A new draft never overwrites what people wrote."""

from dataclasses import replace

import pytest

from prongsai.ita.planning import NO_LONGER_WEAK, draft_plan


@pytest.fixture
def drafted(fy2566, fy2567, playbook, weak):
    def draft(*codes, previous=None, price="0.10"):
        points = [weak(fy2566, code, price=price) for code in codes]
        return draft_plan(fy2567, points, playbook, plan_year=2567, results=fy2566, previous=previous)

    return draft


def test_words_units_and_period_of_an_edited_row_stay(drafted):
    mine = replace(drafted("E13").measures[0], title="เปิดแบบคำขอแจ้งซ่อมไฟทางไลน์", lead_unit="กองช่าง", steps=("ก", "ข"))
    row = drafted("E13", previous=[mine]).measures[0]
    assert (row.title, row.lead_unit, row.steps, row.period) == (mine.title, "กองช่าง", ("ก", "ข"), mine.period)


def test_the_reason_of_an_edited_row_is_renewed(drafted):
    mine = replace(drafted("E13").measures[0], title="เปิดแบบคำขอแจ้งซ่อมไฟทางไลน์")
    row = drafted("E13", previous=[mine], price="0.77").measures[0]
    assert "0.77" in row.why
    assert str(row.weak_points[0].price) == "0.77"


def test_a_filled_gap_stays_filled(drafted):
    gap = drafted("I20").measures[0]
    assert gap.has_gap
    mine = replace(gap, title="จัดทำบัญชีผู้ถือกุญแจรถยนต์ส่วนกลาง")
    row = drafted("I20", previous=[mine]).measures[0]
    assert row.title == "จัดทำบัญชีผู้ถือกุญแจรถยนต์ส่วนกลาง"


def test_several_rows_of_one_topic_all_stay(drafted):
    first = drafted("E13").measures[0]
    second = replace(first, title="สอนผู้นำชุมชนใช้แบบออนไลน์", measure_id=None)
    titles = [row.title for row in drafted("E13", previous=[first, second]).measures]
    assert titles == [first.title, "สอนผู้นำชุมชนใช้แบบออนไลน์"]


def test_a_row_whose_subject_is_no_longer_weak_stays_with_a_remark(drafted):
    plan = drafted("E13", previous=drafted("E7"))
    kept = next(row for row in plan.measures if row.topic == "news-reaches-people")
    assert NO_LONGER_WEAK in kept.remarks


def test_the_remark_goes_when_the_subject_is_weak_again(drafted):
    kept = drafted("E13", previous=drafted("E7"))
    again = drafted("E13", "E7", previous=kept)
    assert all(NO_LONGER_WEAK not in row.remarks for row in again.measures)


def test_drafting_twice_changes_nothing(drafted, demo_2566, fy2566, fy2567, playbook):
    once = draft_plan(fy2567, demo_2566, playbook, plan_year=2567, results=fy2566)
    twice = draft_plan(fy2567, demo_2566, playbook, plan_year=2567, results=fy2566, previous=once)
    assert twice == once
