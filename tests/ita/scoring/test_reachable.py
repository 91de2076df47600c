"""An OIT indicator can have only the values that its items and sub-indicators allow."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.scoring import Scores, explain, reachable_values


@pytest.mark.parametrize(("year", "indicator", "count"), [(2566, 9, 189), (2566, 10, 53), (2565, 9, 5469)])
def test_the_count_of_reachable_values_is_known(framework_of, year, indicator, count):
    reachable = reachable_values(framework_of(year), indicator)
    assert reachable is not None
    assert len(reachable.values) == count
    assert (reachable.values[0], reachable.values[-1]) == (0, 100)


def test_a_value_of_an_older_structure_is_out_of_reach_in_2566(framework_of):
    older = reachable_values(framework_of(2565), 9)
    newer = reachable_values(framework_of(2566), 9)
    assert older is not None
    assert newer is not None
    assert Decimal("90.20") in older
    assert Decimal("90.20") not in newer
    assert newer.nearest(Decimal("90.20")) == (Decimal("90.00"), Decimal("90.50"))


def test_a_reachable_value_is_its_own_nearest(framework_of):
    reachable = reachable_values(framework_of(2567), 10)
    assert reachable is not None
    assert reachable.nearest(Decimal("87.5")) == (Decimal("87.50"),)
    assert Decimal("93.75") not in reachable


def test_a_year_of_unknown_structure_reaches_no_verdict(framework_of):
    assert reachable_values(framework_of(2569), 9) is None
    assert reachable_values(framework_of(2567), 1) is None


def test_an_uncertain_split_of_items_makes_the_set_uncertain(framework_of):
    framework = framework_of(2567)
    items = tuple(item.model_copy(update={"confidence": "low"}) for item in framework.items)
    reachable = reachable_values(framework.model_copy(update={"items": items}), 9)
    assert reachable is not None
    assert not reachable.confirmed


@given(passed=st.lists(st.booleans(), min_size=43, max_size=43))
def test_whatever_items_pass_the_indicator_is_in_the_set(framework_of, passed):
    framework = framework_of(2566)
    items = {item.code: Decimal(100 * got) for item, got in zip(framework.items, passed, strict=True)}
    outcome = explain(framework, Scores(items=items))
    for number in (9, 10):
        reachable = reachable_values(framework, number)
        assert reachable is not None
        assert round(outcome.indicators[number], 2) in reachable or any(
            abs(outcome.indicators[number] - value) <= Decimal("0.005") for value in reachable.values
        )
