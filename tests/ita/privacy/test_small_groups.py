"""Small counts are hidden so that a published total does not give them back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.privacy import suppress_small

COUNTS = st.dictionaries(st.sampled_from("กขคงจฉชซ"), st.integers(0, 60), min_size=1)


def test_large_counts_and_zeros_stay():
    assert suppress_small({"ก": 12, "ข": 5, "ค": 0}) == {"ก": 12, "ข": 5, "ค": 0}


def test_a_small_count_takes_the_next_larger_with_it():
    assert suppress_small({"ก": 2, "ข": 9, "ค": 30}) == {"ก": None, "ข": None, "ค": 30}


def test_two_small_counts_that_reach_the_floor_together_need_no_third():
    assert suppress_small({"ก": 2, "ข": 3, "ค": 30}) == {"ก": None, "ข": None, "ค": 30}


def test_two_that_do_not_reach_it_take_one_more():
    assert suppress_small({"ก": 1, "ข": 2, "ค": 30}) == {"ก": None, "ข": None, "ค": None}


def test_a_zero_is_hidden_only_where_nothing_else_is_left():
    assert suppress_small({"ก": 3, "ข": 0}) == {"ก": None, "ข": None}


def test_the_floor_can_be_higher():
    assert suppress_small({"ก": 7, "ข": 40, "ค": 50}, below=10) == {"ก": None, "ข": None, "ค": 50}


def test_a_negative_count_is_refused():
    with pytest.raises(ValueError, match="negative"):
        suppress_small({"ก": -1})


@given(counts=COUNTS, below=st.integers(2, 15))
def test_nothing_small_is_shown_and_nothing_hidden_can_be_worked_out(counts, below):
    shown = suppress_small(counts, below)
    hidden = [key for key, value in shown.items() if value is None]
    assert all(value is None or value == 0 or value >= below for value in shown.values())
    assert all(value is None or value == counts[key] for key, value in shown.items())
    if hidden and len(hidden) < len(counts):
        assert len(hidden) >= 2
        assert sum(counts[key] for key in hidden) >= below
