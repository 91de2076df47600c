"""Figures are exact inside and rounded half up only where they are shown."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.scoring.exact import as_decimal, mean, rounded, shown

FRACTION = st.fractions(-100, 100, max_denominator=10_000)


@pytest.mark.parametrize(
    ("value", "places", "result"),
    [
        ("84.995", 2, "85.00"),
        ("84.9949999", 2, "84.99"),
        ("-0.125", 2, "-0.13"),
        ("0.5", 0, "1"),
        ("88.748", 2, "88.75"),
    ],
)
def test_a_half_goes_away_from_zero(value, places, result):
    assert str(rounded(Decimal(value), places)) == result
    assert str(rounded(Fraction(value), places)) == result


def test_a_fraction_is_rounded_once_from_its_exact_value():
    just_under = Fraction(8499, 100) + Fraction(1, 200) - Fraction(1, 10**50)
    assert rounded(just_under, 2) == Decimal("84.99")
    assert rounded(just_under + Fraction(1, 10**50), 2) == Decimal("85.00")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("86.86", "86.86"),
        ("88.748", "88.748"),
        ("95", "95.00"),
        ("0", "0.00"),
        ("86.93666666", "86.9367"),
        ("7.5", "7.50"),
    ],
)
def test_a_figure_is_shown_with_two_to_four_decimals(value, written):
    assert shown(Decimal(value)) == written
    assert shown(Fraction(value)) == written


@given(value=FRACTION, places=st.integers(0, 4))
def test_rounding_moves_a_figure_by_half_a_unit_at_most(value, places):
    assert abs(Fraction(rounded(value, places)) - value) <= Fraction(1, 2 * 10**places)


@given(value=FRACTION, places=st.integers(0, 4))
def test_fractions_and_decimals_round_alike_where_decimals_end(value, places):
    if Fraction(as_decimal(value)) == value:
        assert rounded(value, places) == rounded(as_decimal(value), places)


@given(values=st.lists(FRACTION, min_size=1, max_size=9))
def test_a_mean_times_its_count_is_the_sum(values):
    assert mean(values) * len(values) == sum(values)
