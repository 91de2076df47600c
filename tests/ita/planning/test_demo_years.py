"""From scores to a plan in one go, with the results of the invented demo agency."""

from decimal import Decimal

import pytest

from prongsai.ita.analysis.weak_points import weak_points
from prongsai.ita.catalogue.drafts import open_draft
from prongsai.ita.catalogue.files import available_years, load_framework
from prongsai.ita.planning import draft_plan
from prongsai.ita.scoring import Scores, presume_from

QUESTIONS_2566 = {
    "I": "90.12 91.05 88.47 94.60 93.90 93.26 78.50 71.20 84.90 90.30 91.40 79.72 82.30 76.85 79.40 91.02 90.15 85.42 "
    "80.10 78.95 84.60 85.75 86.30 82.60 89.10 84.20 86.75 77.95 85.60 88.80",
    "E": "83.40 79.25 85.65 90.10 82.20 83.90 80.75 77.40 84.35 80.40 86.20 80.15 72.90 77.35 84.80",
}
INDICATORS_2567 = ["93.40", "87.92", "86.75", "78.16", "88.07", "90.45", "87.83", "83.62", "95.00", "87.50"]
LOST_2566 = ("O17", "O21", "O30", "O38")


def _scores_2566() -> Scores:
    questions = {
        f"{letter}{n}": Decimal(score)
        for letter, row in QUESTIONS_2566.items()
        for n, score in enumerate(row.split(), start=1)
    }
    items = {entry.code: Decimal(0 if entry.code in LOST_2566 else 100) for entry in load_framework(2566).items}
    return Scores(questions=questions, items=items)


def _scores_by_indicator() -> Scores:
    return Scores(indicators={n: Decimal(score) for n, score in enumerate(INDICATORS_2567, start=1)})


@pytest.fixture(scope="module")
def plan_2567(playbook):
    results = load_framework(2566)
    points = weak_points(results, _scores_2566())
    return points, draft_plan(load_framework(2567), points, playbook, plan_year=2567, results=results)


def test_the_demo_plan_of_2567_answers_or_marks_every_weak_point(plan_2567):
    points, plan = plan_2567
    assert {point.code for row in plan.measures for point in row.weak_points} == {point.code for point in points}
    assert set(LOST_2566) <= {point.code for point in points}


def test_the_weak_questions_that_the_demo_is_told_about_have_measures(plan_2567):
    _, plan = plan_2567
    ready = {code for row in plan.measures if not row.has_gap for code in row.codes}
    assert {"I3", "I7", "I8", "I14", "I15", "I24", "I28", "E2", "E7", "E8", "E10", "E12", "E13", "E14"} <= ready


def test_what_the_lowest_question_costs_is_said(plan_2567):
    _, plan = plan_2567
    row = next(row for row in plan.measures if "I8" in row.codes)
    assert "ได้ 71.20 คะแนน คิดเป็นคะแนนที่เสียในภาพรวม 0.29 คะแนน" in row.why


def test_results_of_2567_without_questions_are_planned_for_2568(playbook):
    results = load_framework(2567)
    points = weak_points(results, _scores_by_indicator())
    plan = draft_plan(load_framework(2568), points, playbook, plan_year=2568, results=results)
    assert plan.group_by == "issue"
    answered = {point.code for row in plan.measures for point in row.weak_points}
    assert {"4", "8", "10"} <= answered == {point.code for point in points}
    assert any("ยังไม่ทราบข้อคำถามของปี 2567" in sentence for sentence in plan.unconfirmed)
    assert any("การแบ่งประเด็นของปี 2568 ยังไม่ยืนยัน" in sentence for sentence in plan.unconfirmed)


def test_results_of_2569_are_planned_for_a_year_without_a_framework(playbook):
    results = load_framework(2569)
    presumed = presume_from(load_framework(year) for year in available_years())
    points = weak_points(results, _scores_by_indicator(), presumed=presumed)
    plan = draft_plan(open_draft(2570), points, playbook, plan_year=2570, results=results)
    assert plan.group_by == "indicator"
    assert {row.indicator for row in plan.measures} >= {4, 8, 10}
    assert {"4", "8", "9", "10"} <= {point.code for row in plan.measures for point in row.weak_points}
    dearest = next(row for row in plan.measures if any(point.code == "10" for point in row.weak_points))
    assert "2.50 คะแนน" in dearest.why
    assert "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล" in dearest.why
    assert not any(row.confirmed for row in plan.measures)
