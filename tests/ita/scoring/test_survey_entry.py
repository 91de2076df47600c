"""Counts of answers, turnout and weights are checked before anything is computed from them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from prongsai.ita.scoring import (
    AnswerRow,
    Scores,
    check_weights,
    enter_answers,
    enter_change,
    enter_turnout,
    explain,
)
from prongsai.ita.thai.refusal import Refused


def test_answers_are_counted_by_place_or_wording(framework_of):
    framework = framework_of(2564, questions=True)
    rows = [AnswerRow(1, "i1", "4", "๗"), AnswerRow(2, "I๑", "มาก", "2"), AnswerRow(3, "I1", "๑")]
    result = enter_answers(framework, rows)
    assert result.answers == {"I1": {3: 7, 2: 2, 0: 1}}
    assert explain(framework, Scores(answers=result.answers)).questions["I1"] == Decimal("83.4")


@pytest.mark.parametrize(
    ("question", "answer", "count", "rule"),
    [
        ("I1", "5", "1", "ANSWER"), ("I1", "0", "1", "ANSWER"), ("I1", "เฉย ๆ", "1", "ANSWER"),
        ("I31", "1", "1", "QUESTION"), ("E16", "1", "1", "QUESTION"), ("E1", "1", "1", "ANSWER"),
        ("I1", "1", "-1", "NUMBER"), ("I1", "1", "1.5", "NUMBER"),
    ],
)  # fmt: skip
def test_an_answer_off_the_scale_or_of_another_year_is_refused_with_its_row(
    framework_of, question, answer, count, rule
):
    result = enter_answers(framework_of(2564, questions=True), [AnswerRow(5, question, answer, count)])
    assert [(refusal.rule, refusal.place.row) for refusal in result.refusals] == [(rule, 5)]
    assert not any(sum(counts.values()) for counts in result.answers.values())


def test_turnout_is_a_share_of_those_entitled():
    assert enter_turnout("๒๒", "30").share is not None
    assert round(enter_turnout("22", "30").share or 0, 2) == Decimal("73.33")


def test_nobody_entitled_means_no_division():
    assert enter_turnout("0", "0").share is None


def test_more_answers_than_people_are_refused():
    with pytest.raises(Refused) as refusal:
        enter_turnout("31", "30")
    assert refusal.value.rule == "TURNOUT"


@pytest.mark.parametrize("weights", [("0.3", "0.3", "0.4"), ("30", "30", "40")])
def test_weights_are_shares_of_one_or_of_a_hundred(weights):
    iit, eit, oit = map(Decimal, weights)
    assert check_weights({"IIT": iit, "EIT": eit, "OIT": oit}) == {"IIT": 30, "EIT": 30, "OIT": 40}


@pytest.mark.parametrize("weights", [("0.3", "0.3", "0.3"), ("0.3", "0.4", "0.4"), ("130", "-60", "30")])
def test_weights_that_sum_to_anything_else_are_refused(weights):
    iit, eit, oit = map(Decimal, weights)
    with pytest.raises(Refused) as refusal:
        check_weights({"IIT": iit, "EIT": eit, "OIT": oit})
    assert refusal.value.rule == "WEIGHTS"


@pytest.mark.parametrize("typed", ["−๐.๗๖", "- ๐.๗๖", "(๐.๗๖)", "-0.76"])
def test_a_change_is_read_with_its_sign(typed):
    assert enter_change(typed) == Decimal("-0.76")


def test_a_sign_alone_is_no_change():
    with pytest.raises(Refused):
        enter_change("+")
