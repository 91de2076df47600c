"""Scores printed in a paper are taken over as they stand, and shares follow the structure of the year."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from prongsai.ita.papers.reading import IndicatorScore, ItemResult, QuestionScore, ScoreSheet
from prongsai.ita.scoring import Scores, price_list, scores_from_sheet
from prongsai.ita.scoring.shares import indicator_share, item_share, question_share
from prongsai.ita.scoring.structure import items_per_sub_indicator, split_confirmed


def test_a_printed_sheet_becomes_scores_with_nothing_added():
    sheet = ScoreSheet(
        2567,
        Decimal("88.75"),
        "ผ่าน",
        {"IIT": Decimal("86.86"), "EIT2": Decimal("84.58")},
        (IndicatorScore(4, Decimal("78.16")), IndicatorScore(4, Decimal("87.16"))),
    )
    assert scores_from_sheet(sheet) == Scores(
        indicators={4: Decimal("78.16")},
        instruments={"IIT": Decimal("86.86")},
        eit_parts={"EIT2": Decimal("84.58")},
        overall=Decimal("88.75"),
        level="ผ่าน",
    )


def test_questions_and_items_of_a_sheet_are_taken_over_and_of_two_the_first_holds():
    questions = (
        QuestionScore("I1", Decimal("90.12")),
        QuestionScore("E1", Decimal(80)),
        QuestionScore("I1", Decimal(1)),
    )
    items = (
        ItemResult("O17", Decimal(0), "ไม่พบรายงาน"),
        ItemResult("O18", Decimal(100)),
        ItemResult("O17", Decimal(100)),
        ItemResult("O19", None, "ไม่พบ"),
        ItemResult("O20", Decimal(50)),
    )
    scores = scores_from_sheet(ScoreSheet(2566, questions=questions, items=items))
    assert list(scores.questions.items()) == [("I1", Decimal("90.12")), ("E1", Decimal(80))]
    assert list(scores.items.items()) == [("O17", Decimal(0)), ("O18", Decimal(100))]


def test_an_empty_sheet_gives_empty_scores():
    assert scores_from_sheet(ScoreSheet(None)) == Scores()


def test_the_shares_of_all_indicators_are_the_whole(framework_of):
    framework = framework_of(2567)
    shares = [indicator_share(framework, number) for number in range(1, 11)]
    assert sum(share.points for share in shares if share) == 100
    assert [share.points for share in shares if share][:1] == [Fraction(6)]


@pytest.mark.parametrize("year", [2565, 2566, 2567, 2568])
def test_the_shares_of_all_items_are_the_weight_of_the_oit(framework_of, year):
    framework = framework_of(year)
    shares = [item_share(framework, item.code) for item in framework.items]
    assert sum(share.points for share in shares if share) == 40


def test_the_shares_of_all_questions_are_the_weights_of_the_surveys(framework_of):
    framework = framework_of(2566, questions=True)
    shares = [question_share(framework, question.code) for question in framework.questions]
    assert sum(share.points for share in shares if share) == 60


def test_a_question_or_item_of_no_known_place_has_no_share(framework_of):
    framework = framework_of(2566)
    assert question_share(framework, "I1") is None
    stray = framework.items[0].model_copy(update={"sub_indicator": "9.9"})
    assert item_share(framework.model_copy(update={"items": (stray,)}), "O1") is None


def test_an_item_outside_every_sub_indicator_leaves_the_split_unknown(framework_of):
    framework = framework_of(2566)
    assert items_per_sub_indicator(framework, 9) == [10, 8, 4, 4, 4]
    loose = (framework.items[0].model_copy(update={"sub_indicator": None}), *framework.items[1:])
    assert items_per_sub_indicator(framework.model_copy(update={"items": loose}), 9) == []


@pytest.mark.parametrize(("confidence", "sure"), [("low", False), ("medium", True), ("high", True)])
def test_the_word_of_a_sub_indicator_on_its_split_holds_over_that_on_its_items(framework_of, confidence, sure):
    framework = framework_of(2567)
    subs = tuple(sub.model_copy(update={"items_confidence": confidence}) for sub in framework.sub_indicators)
    items = tuple(item.model_copy(update={"confidence": None}) for item in framework.items)
    changed = framework.model_copy(update={"sub_indicators": subs, "items": items})
    assert split_confirmed(changed, 9) is sure
    prices = price_list(changed, Scores(items={"O33": Decimal(0)}))
    assert [price.confirmed for price in prices] == [sure]
