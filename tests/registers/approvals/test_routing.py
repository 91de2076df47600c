"""Whose turn it is: the rules, without a database."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from prongsai.platform.agency.models import Standing
from prongsai.registers.approvals.routing import Route, find_route

HEAD, APPROVER, EXECUTIVE = Standing.HEAD, Standing.APPROVER, Standing.EXECUTIVE
BOTH = (HEAD, APPROVER)
WANPHEN, THIRAWAT, PRASONG = 4, 3, 1
LINE = {HEAD: WANPHEN, APPROVER: THIRAWAT, EXECUTIVE: PRASONG}
OFFICER = {9}


def test_each_is_asked_at_the_own_height():
    assert find_route(BOTH, EXECUTIVE, LINE, OFFICER) == Route((HEAD, APPROVER), EXECUTIVE)


def test_what_the_head_wrote_goes_to_the_next_higher():
    assert find_route((HEAD,), EXECUTIVE, LINE, {WANPHEN}) == Route((APPROVER,), EXECUTIVE)
    assert find_route((), HEAD, LINE, {WANPHEN}) == Route((), APPROVER)


def test_who_holds_both_posts_gives_the_opinion_and_the_next_higher_decides():
    double = {HEAD: THIRAWAT, APPROVER: THIRAWAT, EXECUTIVE: PRASONG}
    assert find_route((HEAD,), APPROVER, double, OFFICER) == Route((HEAD,), EXECUTIVE)


def test_an_opinion_falls_away_where_only_who_decides_could_give_it():
    away = {HEAD: WANPHEN, APPROVER: THIRAWAT, EXECUTIVE: THIRAWAT}  # ปลัด รักษาราชการแทน นายก
    assert find_route(BOTH, EXECUTIVE, away, OFFICER) == Route((HEAD, None), EXECUTIVE)


def test_a_vacant_post_is_passed_over_upwards_and_an_opinion_stays_below_the_decision():
    vacant = {APPROVER: THIRAWAT, EXECUTIVE: PRASONG}
    assert find_route(BOTH, EXECUTIVE, vacant, OFFICER) == Route((APPROVER, None), EXECUTIVE)
    assert find_route((HEAD,), APPROVER, {HEAD: WANPHEN, EXECUTIVE: PRASONG}, OFFICER) == Route((HEAD,), EXECUTIVE)


def test_what_the_executive_wrote_leaves_the_agency():
    assert find_route((APPROVER,), EXECUTIVE, LINE, {PRASONG}).decision is None


@given(
    st.lists(st.sampled_from(BOTH), unique=True).map(lambda found: sorted(found, key=lambda one: one.rank)),
    st.sampled_from((HEAD, APPROVER, EXECUTIVE)),
    st.dictionaries(st.sampled_from((HEAD, APPROVER, EXECUTIVE)), st.integers(1, 3)),
    st.sets(st.integers(1, 3)),
)
def test_nobody_is_asked_twice_nor_about_the_own_work_and_opinions_stay_below(opinions, decides, leaders, barred):
    route = find_route(opinions, decides, leaders, barred)
    asked = [rung for rung in (*route.opinions, route.decision) if rung]
    people = [leaders[rung] for rung in asked]
    assert len(set(people)) == len(people)
    assert barred.isdisjoint(people)
    for wanted, rung in zip(opinions, route.opinions, strict=True):
        assert rung is None or wanted.rank <= rung.rank < decides.rank
    assert route.decision is None or route.decision.rank >= decides.rank


@given(
    st.sampled_from((HEAD, APPROVER, EXECUTIVE)),
    st.dictionaries(st.sampled_from((HEAD, APPROVER, EXECUTIVE)), st.integers(1, 4)),
    st.sets(st.integers(1, 4)),
)
def test_asking_for_opinions_never_takes_the_decision_away(decides, leaders, barred):
    alone = find_route((), decides, leaders, barred).decision
    asked = find_route(BOTH, decides, leaders, barred).decision
    assert (alone is None) == (asked is None)
