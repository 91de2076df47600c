from hypothesis import given
from hypothesis import strategies as st

from prongsai.platform.supervisor.restarts import LONGEST_PAUSE, MINUTE, MOST_STARTS_IN_A_MINUTE, Restarts

MOMENTS = st.lists(st.integers(0, 1_000), max_size=30).map(sorted)


def restarts_at(*moments: float) -> Restarts:
    restarts = Restarts()
    for moment in moments:
        restarts.started(moment)
    return restarts


def test_what_ran_long_starts_again_at_once():
    assert restarts_at(0.0).not_before(500.0) == 500.0


def test_the_pauses_grow():
    pauses = [restarts_at(*range(starts)).not_before(10.0) - 10.0 for starts in (1, 2, 3, 4)]
    assert pauses == [0.0, 1.0, 2.0, 4.0]


def test_five_starts_in_a_minute_are_enough():
    assert not restarts_at(0, 1, 2, 3).too_many(4)
    assert restarts_at(0, 1, 2, 3, 4).too_many(5)
    assert not restarts_at(0, 1, 2, 3, 4).too_many(61)


@given(MOMENTS)
def test_no_pause_is_negative_or_longer_than_the_longest(moments):
    restarts = restarts_at(*moments)
    now = moments[-1] if moments else 0.0
    assert 0 <= restarts.not_before(now) - now <= LONGEST_PAUSE


@given(MOMENTS)
def test_starts_that_are_a_minute_old_are_forgotten(moments):
    restarts = restarts_at(*moments)
    later = (moments[-1] if moments else 0.0) + MINUTE
    assert not restarts.too_many(later)
    assert restarts.not_before(later) == later


@given(MOMENTS)
def test_it_is_too_much_exactly_after_that_many_starts_in_a_minute(moments):
    now = moments[-1] if moments else 0.0
    lately = sum(now - moment < MINUTE for moment in moments)
    assert restarts_at(*moments).too_many(now) == (lately >= MOST_STARTS_IN_A_MINUTE)
