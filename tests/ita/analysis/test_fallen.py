"""Measures that are said to be done while the score that they should raise fell."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from prongsai.ita.analysis.known import Known, scores_by_year
from prongsai.ita.analysis.rules.fallen import check_fallen
from prongsai.ita.catalogue import framework_for
from prongsai.ita.papers.reading import DocumentHead, MeasureRow, QuestionScore
from prongsai.ita.thai.refusal import Refused

BEFORE = "91.90 82.67 84.19 83.05 85.40 84.12 81.36 80.28 87.50 93.75"
AFTER = "93.40 87.92 86.75 78.16 88.07 90.45 87.83 83.62 95.00 87.50"


def done(**more) -> MeasureRow:
    return MeasureRow(**{"status": "completed", "results": ("ตรวจทะเบียน 37 รายการ",), **more})


@pytest.fixture
def report(paper, sheet):
    return lambda *rows: paper(*rows, score_sheets=(sheet(2566, BEFORE), sheet(2567, AFTER)))


def found_in(reading, **more):
    return list(check_fallen(reading, Known(framework_for, scores_by_year([reading]), **more)))


@pytest.mark.parametrize("key", [{"indicator": 4}, {"issue": 4}, {"questions": ("I19", "I20")}])
def test_a_measure_done_while_its_indicator_fell_is_asked_about(report, key):
    found = found_in(report(done(issue=1), done(**key)))
    assert [(f.code, f.severity, f.where, f.found) for f in found] == [
        ("done-but-score-fell", "doubt", "measures[1].status", "-4.89")
    ]
    assert "83.05" in found[0].message
    assert "78.16" in found[0].message


@pytest.mark.parametrize(
    "row",
    [
        done(indicator=4, status="in_progress"),
        done(indicator=4, status="not_started"),
        MeasureRow(indicator=4),
        done(indicator=2),
        done(issue=2),
        done(questions=("I19", "I7")),
        done(),
        done(issue=9),
    ],
)
def test_a_measure_not_done_or_with_a_score_that_rose_is_in_order(report, row):
    assert found_in(report(row)) == []


def test_results_without_a_status_count_as_done_at_their_own_place(report):
    found = found_in(report(done(indicator=4, status=None)))
    assert [f.where for f in found] == ["measures[0].results"]


def test_questions_of_both_years_say_more_than_their_indicator(report):
    reading = report(done(questions=("I19",)))
    earlier, later = reading.score_sheets
    asked = replace(earlier, questions=(QuestionScore("I19", Decimal("80.10")),))
    again = replace(later, questions=(QuestionScore("I19", Decimal("85.10")),))
    rose = replace(reading, score_sheets=(asked, again))
    assert found_in(rose, same_code=lambda code, old, new: code) == []
    assert [f.found for f in found_in(rose)] == ["-4.89"]


def test_without_a_line_between_the_years_nothing_is_compared(report):
    assert found_in(report(done(indicator=4)), same_code=lambda code, old, new: None) == []


def test_a_plan_or_a_lone_result_gives_no_verdict(paper, sheet):
    both = (sheet(2566, BEFORE), sheet(2567, AFTER))
    assert found_in(paper(done(indicator=4), kind="measures", score_sheets=both)) == []
    assert found_in(paper(done(indicator=4), score_sheets=both[1:])) == []
    assert found_in(paper(done(indicator=4), score_sheets=both[:1])) == []


def test_a_year_that_has_no_framework_gives_no_verdict(report):
    def nothing(year):
        raise Refused("YEAR", f"ไม่มีปี {year}")

    reading = report(done(indicator=4))
    assert list(check_fallen(reading, Known(nothing, scores_by_year([reading])))) == []


def test_the_newest_result_before_is_compared_where_the_catalogue_names_none(paper, sheet):
    head = DocumentHead("measures_report", "รายงานผล", assessed_year=2566, plan_year=2566)
    reading = paper(done(indicator=1), document=head, score_sheets=(sheet(2565, AFTER), sheet(2566, BEFORE)))
    assert [f.found for f in found_in(reading)] == ["-1.50"]
