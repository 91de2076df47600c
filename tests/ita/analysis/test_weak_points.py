"""Weak points are found by one rule, priced, and put under headings."""

from __future__ import annotations

from decimal import Decimal

import pytest

from prongsai.ita.analysis import indicator_changes, overall_change, weak_points
from prongsai.ita.catalogue import available_years, load_framework
from prongsai.ita.catalogue.crosswalk_files import load_crosswalk
from prongsai.ita.scoring import Scores, explain, presume_from

INTERNAL = (
    "90.12 91.05 88.47 94.60 93.90 93.26 78.50 71.20 84.90 90.30 91.40 79.72 82.30 76.85 79.40 91.02 90.15 85.42 "
    "80.10 78.95 84.60 85.75 86.30 82.60 89.10 84.20 86.75 77.95 85.60 88.80"
)
EXTERNAL = "83.40 79.25 85.65 90.10 82.20 83.90 80.75 77.40 84.35 80.40 86.20 80.15 72.90 77.35 84.80"
WEAK_2566 = "I3 I8 I7 I14 I15 I20 I19 I24 I28 E2 E8 E10 E7 E13 E14 E12"
FIGURES_2566 = "91.90 82.67 84.19 83.05 85.40 84.12 81.36 80.28 87.50 93.75"
FIGURES_2567 = "93.40 87.92 86.75 78.16 88.07 90.45 87.83 83.62 95.00 87.50"


def _indicators(figures):
    return {number: Decimal(score) for number, score in enumerate(figures.split(), 1)}


def _demo_2566():
    internal = {f"I{n}": Decimal(score) for n, score in enumerate(INTERNAL.split(), 1)}
    external = {f"E{n}": Decimal(score) for n, score in enumerate(EXTERNAL.split(), 1)}
    return Scores(
        questions=internal | external,
        items={code: Decimal(0) for code in ("O17", "O21", "O30", "O38")},
        indicators=_indicators(FIGURES_2566),
        eit_parts={"EIT1": Decimal("83.66"), "EIT2": Decimal("80.18")},
        overall=Decimal("86.46"),
        level="ผ่าน",
    )


def _demo_2567():
    return Scores(
        items={"O33": Decimal(0)},
        indicators=_indicators(FIGURES_2567),
        eit_parts={"EIT1": Decimal("90.02"), "EIT2": Decimal("84.58")},
    )


def _of(points, kind):
    return [point.code for point in points if point.kind == kind]


def test_every_weak_question_of_the_demo_year_is_found():
    points = weak_points(load_framework(2566), _demo_2566())
    assert set(WEAK_2566.split()) <= set(_of(points, "question"))


def test_the_rule_is_the_pass_mark_and_the_lowest_of_each_indicator():
    found = set(_of(weak_points(load_framework(2566), _demo_2566()), "question"))
    scores = _demo_2566().questions
    assert found == {code for code, score in scores.items() if score < 85} | {"I3"}


def test_the_dearest_come_first_and_what_has_no_price_last():
    points = weak_points(load_framework(2566), _demo_2566())
    assert [(point.code, point.price) for point in points[:3]] == [
        ("O38", Decimal("1.25")),
        ("O21", Decimal(1)),
        ("O30", Decimal(1)),
    ]
    assert _of(points, "question")[:2] == ["E13", "E14"]
    assert [(point.kind, point.code, point.price) for point in points[-2:]] == [
        ("component", "EIT2", None),
        ("component", "EIT1", None),
    ]
    prices = [point.price for point in points if point.price is not None]
    assert prices == sorted(prices, reverse=True)


def test_what_the_items_explain_is_not_said_again_by_their_indicator():
    points = weak_points(load_framework(2566), _demo_2566())
    assert _of(points, "item") == ["O38", "O21", "O30", "O17"]
    assert _of(points, "indicator") == []


def test_a_year_without_questions_is_weak_by_indicator_and_item():
    points = weak_points(load_framework(2567), _demo_2567())
    assert [(point.kind, point.code) for point in points] == [
        ("item", "O33"),
        ("indicator", "8"),
        ("indicator", "4"),
        ("indicator", "9"),
        ("component", "EIT2"),
    ]
    assert [round(point.price, 2) for point in points if point.price] == [
        Decimal("2.50"), Decimal("1.64"), Decimal("1.31"), Decimal("1.00"),
    ]  # fmt: skip


def test_a_subject_that_is_not_established_is_marked():
    points = {point.code: point for point in weak_points(load_framework(2566), _demo_2566())}
    assert points["I12"].name is None
    assert not points["I12"].confirmed
    assert points["I8"].name is not None


def test_a_full_score_is_never_weak():
    full = Scores(indicators=dict.fromkeys(range(1, 11), Decimal(100)))
    assert weak_points(load_framework(2567), full) == []


def test_a_year_without_weights_is_priced_only_by_a_presumption():
    framework = load_framework(2569)
    scores = Scores(indicators=_indicators(FIGURES_2567))
    assert {point.price for point in weak_points(framework, scores)} == {None}
    presumed = presume_from(load_framework(year) for year in available_years())
    points = weak_points(framework, scores, presumed=presumed)
    assert points[0].code == "10"
    assert points[0].price == Decimal("2.5")
    assert not any(point.confirmed for point in points)


def test_the_mark_can_be_another():
    scores = Scores(indicators=_indicators(FIGURES_2567))
    high = weak_points(load_framework(2567), scores, mark=Decimal(95))
    assert len(_of(high, "indicator")) == 10


def test_a_crosswalk_of_other_years_is_refused():
    outcome = explain(load_framework(2567), Scores(indicators=_indicators(FIGURES_2567)))
    with pytest.raises(ValueError, match="2566"):
        indicator_changes(outcome, outcome, load_crosswalk(2566, 2567))


def test_changes_follow_the_crosswalk_and_keep_their_sign():
    earlier = explain(load_framework(2566), Scores(indicators=_indicators(FIGURES_2566)))
    later = explain(load_framework(2567), Scores(indicators=_indicators(FIGURES_2567)))
    changes = {entry.later: entry.change for entry in indicator_changes(earlier, later, load_crosswalk(2566, 2567))}
    expected = "1.50 5.25 2.56 -4.89 2.67 6.33 6.47 3.34 7.50 -6.25"
    assert changes == _indicators(expected)
    assert overall_change(earlier, later) == Decimal("2.29")


def test_the_overall_changes_by_what_both_years_published():
    def of(year, figures, published):
        scores = Scores(indicators=_indicators(figures), overall=published and Decimal(published))
        return explain(load_framework(year), scores)

    assert overall_change(of(2566, FIGURES_2566, "80.00"), of(2567, FIGURES_2567, "81.50")) == Decimal("1.50")
    assert overall_change(of(2566, FIGURES_2566, "80.00"), of(2567, FIGURES_2567, None)) == Decimal("2.29")


def test_an_indicator_that_is_not_the_same_has_no_change():
    earlier = explain(load_framework(2566), Scores(indicators=_indicators(FIGURES_2566)))
    later = explain(load_framework(2567), Scores(indicators=_indicators(FIGURES_2567)))
    crosswalk = load_crosswalk(2566, 2567)
    only_first = crosswalk.indicators.model_copy(update={"relations": crosswalk.indicators.relations[:1]})
    changes = indicator_changes(earlier, later, crosswalk.model_copy(update={"indicators": only_first}))
    assert [entry.change is None for entry in changes] == [False] + [True] * 9
