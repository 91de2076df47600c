"""A total that does not match is explained by single digits, offered and never applied."""

from __future__ import annotations

from decimal import Decimal

from prongsai.ita.scoring import Scores, repairs

PRINTED = ["85.85", "64.40", "77.49", "72.79", "57.43", "83.06", "89.09", "86.06", "23.60", "0"]


def _scores(figures, overall):
    return Scores(
        indicators={number: Decimal(figure) for number, figure in enumerate(figures, 1)}, overall=Decimal(overall)
    )


def test_three_look_alikes_would_close_a_gap_of_a_quarter_point(framework_of):
    found = repairs(framework_of(2563), _scores(PRINTED, "52.26"))
    assert [(repair.kind, repair.indicator, str(repair.proposed)) for repair in found] == [
        ("look-alike", 1, "89.85"),
        ("look-alike", 2, "68.40"),
        ("look-alike", 4, "76.79"),
    ]
    assert {repair.overall for repair in found} == {Decimal("52.2586")}


def test_a_misread_total_is_found_as_well(framework_of, demo_2567):
    found = repairs(framework_of(2567), Scores(indicators=demo_2567, overall=Decimal("84.75")))
    assert ("look-alike", None, Decimal("88.75")) in [(r.kind, r.indicator, r.proposed) for r in found]


def test_a_lost_digit_is_found(framework_of, demo_2567):
    damaged = demo_2567 | {9: Decimal("5.00")}
    found = repairs(framework_of(2567), Scores(indicators=damaged, overall=Decimal("88.75")))
    assert [(r.kind, r.indicator, str(r.proposed)) for r in found] == [("lost-digit", 9, "95.00")]


def test_a_matching_total_needs_no_repair(framework_of, demo_2567):
    assert repairs(framework_of(2567), Scores(indicators=demo_2567, overall=Decimal("88.75"))) == ()
    assert repairs(framework_of(2567), Scores(indicators=demo_2567)) == ()


def test_a_gap_that_no_single_digit_closes_is_left_alone(framework_of, demo_2567):
    assert repairs(framework_of(2567), Scores(indicators=demo_2567, overall=Decimal("12.34"))) == ()


def test_a_figure_under_zero_has_no_other_reading(framework_of, demo_2567):
    spoilt = demo_2567 | {1: Decimal("-0.01")}
    found = repairs(framework_of(2567), Scores(indicators=spoilt, overall=Decimal("88.75")))
    assert 1 not in {repair.indicator for repair in found}
