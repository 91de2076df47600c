"""Prices say where points of the overall were lost, and add up to all that was lost."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.scoring import Scores, explain, item_price, presume_from, price_list

SCORE = st.integers(0, 10_000).map(lambda hundredths: Decimal(hundredths).scaleb(-2))


def _rounded(prices, kind):
    return {price.code: str(round(price.points, 2)) for price in prices if price.kind == kind}


def test_the_demo_year_2567_is_priced_to_the_hundredth(framework_of, demo_2567):
    prices = price_list(framework_of(2567), Scores(indicators=demo_2567))
    assert _rounded(prices, "indicator") == {
        "1": "0.40", "2": "0.72", "3": "0.80", "4": "1.31", "5": "0.72",
        "6": "0.96", "7": "1.22", "8": "1.64", "9": "1.00", "10": "2.50",
    }  # fmt: skip
    assert sum(price.points for price in prices) == Decimal("11.252")


def test_one_missing_item_is_dearer_than_the_lowest_indicator(framework_of, demo_2567):
    scores = Scores(indicators=demo_2567, items={"O33": Decimal(0)})
    first, second, third, *_ = price_list(framework_of(2567), scores)
    assert (first.kind, first.code, first.points) == ("item", "O33", Decimal("2.5"))
    assert (second.kind, second.code) == ("indicator", "10")
    assert (third.kind, third.code) == ("indicator", "8")


@pytest.mark.parametrize(
    ("year", "code", "price"),
    [
        (2567, "O33", "2.50"), (2567, "O14", "1.00"),
        (2568, "O12", "2.00"), (2568, "O13", "2.00"), (2568, "O21", "2.50"), (2568, "O28", "2.50"),
        (2568, "O1", "1.00"), (2568, "O20", "1.00"), (2568, "O14", "1.33"), (2568, "O5", "0.57"),
        (2566, "O17", "0.50"), (2566, "O38", "1.25"),
    ],
)  # fmt: skip
def test_an_item_is_priced_by_where_it_stands(framework_of, year, code, price):
    found = item_price(framework_of(year), code)
    assert found is not None
    assert str(round(found, 2)) == price


def test_the_price_of_an_item_is_what_the_total_falls_by(framework_of):
    framework = framework_of(2566)
    rest = {"IIT": Decimal(90), "EIT": Decimal(90)}
    full = {item.code: Decimal(100) for item in framework.items}
    whole = explain(framework, Scores(items=full, instruments=rest)).overall
    for code in full:
        less = explain(framework, Scores(items=full | {code: Decimal(0)}, instruments=rest)).overall
        price = item_price(framework, code)
        assert whole is not None
        assert less is not None
        assert price is not None
        assert abs(whole - less - price) < Decimal("1e-30")


def test_questions_share_the_price_of_their_indicator(framework_of, demo_2566, demo_2566_questions):
    framework = framework_of(2566, questions=True)
    prices = price_list(framework, Scores(questions=demo_2566_questions, indicators=demo_2566))
    by_question = sum(price.points for price in prices if price.kind == "question" and price.indicator == 8)
    by_indicator = next(price.points for price in prices if price.kind == "indicator" and price.indicator == 8)
    assert by_question == by_indicator
    dearest = next(price for price in prices if price.kind == "question")
    assert (dearest.code, dearest.points) == ("E13", Decimal("0.542"))


def test_an_unknown_item_or_structure_has_no_price(framework_of):
    assert item_price(framework_of(2567), "O99") is None
    assert item_price(framework_of(2569), "O1") is None


def test_without_weights_nothing_is_priced_until_they_are_presumed(framework_of, demo_2567):
    framework = framework_of(2567, weights={"values": None})
    scores = Scores(indicators=demo_2567)
    assert price_list(framework, scores) == []
    prices = price_list(framework, scores, presume_from([framework_of(2566)]))
    assert sum(price.points for price in prices) == Decimal("11.252")
    assert not any(price.confirmed for price in prices)


@given(scores=st.lists(SCORE, min_size=10, max_size=10))
def test_the_prices_of_the_indicators_add_up_to_what_was_lost(framework_of, scores):
    framework = framework_of(2567)
    given_scores = Scores(indicators=dict(enumerate(scores, 1)))
    overall = explain(framework, given_scores).overall
    assert overall is not None
    assert sum(price.points for price in price_list(framework, given_scores)) == 100 - overall
