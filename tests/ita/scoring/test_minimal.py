"""The ways to a goal are minimal: a search through every possibility finds none that is smaller, cheaper or easier."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import ceil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita.scoring.brute_force import (
    Small,
    fewest_steps_by_trying,
    framework_of_small,
    least_effort_by_trying,
    meets,
    scores_of_small,
    starts,
)
from prongsai.ita.scoring import Scores, goal_of_score, joined, reach

HIGH = st.sampled_from(["96", "97", "97.35", "98", "99", "99.5", "100"]).map(Decimal)
LOW = st.sampled_from(["40", "62", "71.5", "85", "90", "100"]).map(Decimal)
QUESTIONS = st.lists(HIGH, min_size=1, max_size=2)
RESULTS = st.lists(st.sampled_from([0, 0, 100]), min_size=1, max_size=3)
OIT = st.one_of(
    st.fixed_dictionaries({"1.1": RESULTS}),
    st.fixed_dictionaries({"1.1": RESULTS, "1.2": st.lists(st.sampled_from([0, 100]), min_size=1, max_size=2)}),
    st.fixed_dictionaries({"1.1": RESULTS, "2.1": st.lists(st.sampled_from([0, 100]), min_size=1, max_size=2)}),
)
FINE = st.builds(
    Small,
    survey=st.fixed_dictionaries(
        {"IIT": st.lists(QUESTIONS, min_size=1, max_size=2), "EIT": st.lists(QUESTIONS, min_size=1, max_size=1)}
    ),
    items=OIT,
)
COARSE = st.builds(
    Small,
    survey=st.fixed_dictionaries({"IIT": LOW.map(lambda score: [[score]]), "EIT": HIGH.map(lambda score: [[score]])}),
    items=OIT,
    odd=LOW,
)


@st.composite
def tasks(draw, years):
    """A small year with goals for some of its scores, all at once."""
    small = draw(years)
    survey = {str(n) for n, name in small.indicators() if name != "OIT"} | {"IIT", "EIT"}
    all_targets = [str(n) for n, _ in small.indicators()] + ["IIT", "EIT", "OIT", "overall"]
    targets = draw(st.lists(st.sampled_from(all_targets), min_size=1, max_size=4, unique=True))
    high, wide = st.sampled_from([85, 95, 98, 99, 100]), st.sampled_from([50, 67, 75, 85, 95, 100])
    return small, {what: Decimal(draw(high if what in survey else wide)) for what in targets}


def found_ways(small, least, efforts=None):
    framework = framework_of_small(small)
    goal = joined([goal_of_score(framework, score, [what]) for what, score in least.items()])
    return reach(framework, Scores(**scores_of_small(small)), goal, efforts=efforts)


def after(small, route):
    return starts(small) | {move.code: move.after for move in route.result.changes}


@settings(max_examples=150)
@given(task=tasks(FINE | COARSE))
def test_no_set_of_fewer_places_reaches_the_goals(task):
    small, least = task
    route = found_ways(small, least).smallest
    assert route is not None
    assert route.places == len(route.result.changes) == least_effort_by_trying(small, least, {})
    assert meets(small, _exact(after(small, route)), least)


@settings(max_examples=100)
@given(task=tasks(FINE | COARSE), data=st.data())
def test_no_set_of_places_takes_less_effort(task, data):
    small, least = task
    efforts = {code: data.draw(st.integers(1, 10), label=code) for code in starts(small)}
    route = found_ways(small, least, efforts).easiest
    assert route is not None
    assert route.effort == least_effort_by_trying(small, least, efforts)
    assert route.effort == sum(efforts[move.code] for move in route.result.changes)
    assert meets(small, _exact(after(small, route)), least)


@pytest.mark.parametrize(("years", "examples"), [(FINE, 60), (COARSE, 25)], ids=["fine", "coarse"])
def test_no_raise_of_fewer_points_reaches_the_goals(years, examples):
    @settings(max_examples=examples)
    @given(task=tasks(years))
    def law(task):
        small, least = task
        route = found_ways(small, least).cheapest
        assert route is not None
        assert sum(ceil(move.change) for move in route.result.changes) == fewest_steps_by_trying(small, least)
        assert meets(small, _exact(after(small, route)), least)

    law()


@pytest.mark.parametrize(("goal", "items"), [(75, 1), (77, 1), (79, 2), (80, 2), (85, 2)])
def test_an_item_more_is_taken_where_it_saves_more_points_than_it_costs(goal, items):
    small = Small({"IIT": [[Decimal(40)], [Decimal(45)]], "EIT": [[Decimal(100)]]}, {"1.1": [0, 0]})
    least = {"overall": Decimal(goal)}
    route = found_ways(small, least).cheapest
    assert route is not None
    assert sum(move.kind == "item" for move in route.result.changes) == items
    assert route.points == fewest_steps_by_trying(small, least)


@settings(max_examples=60)
@given(task=tasks(FINE | COARSE))
def test_the_smallest_way_raises_no_more_than_its_own_places_need(task):
    small, least = task
    ways = found_ways(small, least)
    assert ways.smallest is not None
    assert ways.cheapest is not None
    assert ways.cheapest.points <= ways.smallest.points + ways.smallest.places
    for move in ways.smallest.result.changes:
        step_less = move.before if move.kind == "item" else move.before + ceil(move.change) - 1
        less = after(small, ways.smallest) | {move.code: step_less}
        assert not meets(small, _exact(less), least)


def _exact(values):
    return {code: Fraction(value) for code, value in values.items()}
