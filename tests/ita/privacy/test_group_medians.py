"""The middle of a group is told of five or more, and is the middle."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.privacy import SMALLEST_GROUP, group_median

SCORES = st.decimals(min_value=0, max_value=100, places=2)


@given(st.lists(SCORES, max_size=SMALLEST_GROUP - 1))
def test_a_group_of_fewer_than_five_has_no_figure(scores):
    assert group_median(scores) is None


@given(st.lists(SCORES, min_size=SMALLEST_GROUP, max_size=30))
def test_half_of_the_group_lies_on_either_side(scores):
    middle = group_median(scores)
    half = Decimal("0.005")  # what rounding may have moved it by
    assert sum(score <= middle + half for score in scores) * 2 >= len(scores)
    assert sum(score >= middle - half for score in scores) * 2 >= len(scores)


@given(st.lists(SCORES, min_size=SMALLEST_GROUP, max_size=30), st.randoms())
def test_the_order_in_which_agencies_submitted_does_not_matter(scores, chance):
    shuffled = list(scores)
    chance.shuffle(shuffled)
    assert group_median(shuffled) == group_median(scores)


@pytest.mark.parametrize(
    ("scores", "middle"),
    [
        (["80", "81", "82", "83", "84"], "82.00"),
        (["80", "81", "82", "83", "84", "85"], "82.50"),
        (["80.00", "80.00", "80.00", "80.01", "90", "90"], "80.01"),  # 80.005, rounded half up
    ],
)
def test_it_is_rounded_half_up_to_two_decimals(scores, middle):
    assert group_median(map(Decimal, scores)) == Decimal(middle)
