"""Weak places of a result that the measures take up, and those that they leave open."""

from __future__ import annotations

from decimal import Decimal

import pytest

from prongsai.ita.analysis import check
from prongsai.ita.analysis.rules.coverage import check_weak_points
from prongsai.ita.analysis.weak_points import weak_points
from prongsai.ita.catalogue import framework_for
from prongsai.ita.papers.reading import DocumentHead, MeasureRow
from prongsai.ita.scoring import Scores

BUDGET = {"I7": "78.50", "I8": "71.20", "I9": "84.90", "I10": "90.30", "I11": "91.40", "I12": "79.72"}
SERVICE = {"E1": "83.40", "E2": "79.25", "E3": "85.65", "E4": "90.10", "E5": "82.20"}


def scores(*groups: dict[str, str], **more) -> Scores:
    return Scores(questions={code: Decimal(score) for group in groups for code, score in group.items()}, **more)


def left_open(paper, result: Scores, *rows: MeasureRow):
    framework = framework_for(2566)
    return list(check_weak_points(paper(*rows, kind="measures"), weak_points(framework, result), framework))


def test_the_lowest_question_of_an_indicator_stands_alone_and_the_others_together(paper):
    found = left_open(paper, scores(BUDGET, SERVICE), MeasureRow(questions=("E2", "I7")))
    assert [(f.severity, f.found) for f in found] == [("doubt", "I8"), ("hint", "E5, E1, I12, I9")]
    assert "71.20" in found[0].message


def test_where_the_lowest_is_taken_up_the_others_are_only_a_hint(paper):
    found = left_open(paper, scores(BUDGET), MeasureRow(questions=("I8",)))
    assert [(f.severity, f.found) for f in found] == [("hint", "I7, I12, I9")]


def test_a_lowest_question_above_the_mark_needs_no_measure(paper):
    high = {f"I{n}": score for n, score in enumerate(("90.00", "91.00", "88.00", "92.00", "93.00", "94.00"), 1)}
    assert left_open(paper, scores(high), MeasureRow(questions=("I1",))) == []


def test_nothing_is_said_where_the_rows_name_no_codes(paper):
    assert left_open(paper, scores(BUDGET), MeasureRow(issue=5, measures=("จัดทำสรุปงบประมาณ",))) == []


def test_lost_items_are_compared_where_the_rows_name_items(paper):
    lost = Scores(items={"O17": Decimal(0), "O21": Decimal(0), "O22": Decimal(100)})
    assert [f.found for f in left_open(paper, lost, MeasureRow(questions=("E2",), oit=("O21",)))] == ["O17"]
    assert left_open(paper, lost, MeasureRow(questions=("E2",))) == []


def test_the_lowest_indicator_without_a_measure_is_a_doubt(paper):
    result = Scores(indicators={1: Decimal(92), 2: Decimal(70), 4: Decimal(66), 6: Decimal(80)})
    found = left_open(paper, result, MeasureRow(indicator=2), MeasureRow(indicator=1))
    assert [(f.severity, f.found) for f in found] == [("doubt", "4"), ("doubt", "6")]


@pytest.mark.parametrize(("plan_year", "asked"), [(2567, True), (None, True), (2566, False)])
def test_measures_can_answer_only_a_result_of_an_earlier_year(paper, plan_year, asked):
    reading = paper(
        MeasureRow(questions=("E2",), measures=("จัดระบบบัตรคิว",), finding="บางรายไม่ทราบลำดับ"),
        document=DocumentHead("measures", "มาตรการ", assessed_year=2566, plan_year=plan_year),
    )
    codes = {f.code for f in check(reading, framework_for, scores(BUDGET))}
    assert ("weak-point-without-measure" in codes) is asked


def test_a_paper_that_names_no_result_is_held_against_the_one_that_the_catalogue_names(paper):
    reading = paper(
        MeasureRow(questions=("E2",), measures=("จัดระบบบัตรคิว",), finding="บางรายไม่ทราบลำดับ"),
        document=DocumentHead("measures", "มาตรการ", plan_year=2567),
    )
    found = check(reading, framework_for, scores(BUDGET))
    assert "I8" in {f.found for f in found if f.code == "weak-point-without-measure"}
