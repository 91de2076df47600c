"""The state of a measure follows from days, proof and what people decided; never better than its proof."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.office.evidence.states import SOON, StandingFacts, TurnFacts, state_of, state_of_turn
from prongsai.platform.ui.states import State

TODAY = date(2025, 3, 17)
STORED = ("open", "begun", "done", "none", "dropped")
RUNNING = StandingFacts()
PROVEN = {State.DONE, State.CONTINUING}

days = st.none() | st.dates(min_value=date(2024, 10, 1), max_value=date(2025, 9, 30))
turns = st.builds(TurnFacts, stored=st.sampled_from(STORED), due=days, proven=st.booleans())
standings = st.sampled_from(
    [StandingFacts(), StandingFacts(completed=True), StandingFacts(in_force=True), StandingFacts(stopped=True)]
)


def of(*found: TurnFacts, standing: StandingFacts = RUNNING, today: date = TODAY) -> State:
    proven = any(turn.proven for turn in found)
    return state_of(standing, [state_of_turn(turn, today) for turn in found], proven=proven)


def turn(stored: str = "open", due: date | None = date(2025, 3, 31), *, proven: bool = False) -> TurnFacts:
    return TurnFacts(stored, due, proven)


@pytest.mark.parametrize(
    ("found", "state"),
    [
        (turn("open", date(2025, 3, 16)), State.OVERDUE),
        (turn("begun", date(2025, 3, 16)), State.OVERDUE),
        (turn("open", TODAY), State.NOT_STARTED),
        (turn("open", TODAY + SOON), State.NOT_STARTED),
        (turn("open", TODAY + SOON + timedelta(days=1)), State.NOT_DUE),
        (turn("open", None), State.NOT_STARTED),
        (turn("begun"), State.UNDER_WAY),
        (turn("done", date(2025, 1, 1)), State.AWAITING_EVIDENCE),
        (turn("done", date(2025, 1, 1), proven=True), State.DONE),
        (turn("none", date(2025, 1, 1)), State.NONE),
        (turn("dropped", date(2025, 1, 1)), State.NOT_DONE),
    ],
)
def test_the_state_of_a_turn(found, state):
    assert state_of_turn(found, TODAY) is state


DONE, LATER = turn("done", date(2025, 1, 31), proven=True), turn("open", date(2025, 9, 30))


@pytest.mark.parametrize(
    ("found", "standing", "state"),
    [
        pytest.param([DONE, DONE], StandingFacts(completed=True), State.DONE, id="M01 complete with proof"),
        pytest.param([DONE, LATER], StandingFacts(in_force=True), State.CONTINUING, id="M02 in force with proof"),
        pytest.param([DONE, LATER], StandingFacts(), State.UNDER_WAY, id="M04 two of nine"),
        pytest.param(
            [DONE, turn("done", date(2025, 2, 28)), LATER], StandingFacts(in_force=True), State.AWAITING_EVIDENCE,
            id="M05 without the photographs of February",
        ),
        pytest.param([DONE, turn("open", date(2025, 3, 10))], StandingFacts(), State.OVERDUE, id="M06 pages late"),
        pytest.param([LATER, turn("open", date(2025, 4, 15))], StandingFacts(), State.NOT_DUE, id="M14 in April"),
        pytest.param([DONE, LATER], StandingFacts(stopped=True), State.NOT_DONE, id="M16 stopped"),
        pytest.param([], StandingFacts(), State.NOT_STARTED, id="no step"),
        pytest.param([DONE, DONE], StandingFacts(), State.UNDER_WAY, id="all done, nobody has said so"),
        pytest.param([turn("dropped")], StandingFacts(), State.NOT_DONE, id="every turn given up"),
        pytest.param([turn("done")], StandingFacts(completed=True), State.AWAITING_EVIDENCE, id="said, not proved"),
    ],
)  # fmt: skip
def test_the_states_of_the_plan_on_17_march_2568(found, standing, state):
    assert of(*found, standing=standing) is state


@given(st.lists(turns, max_size=6), standings)
def test_nothing_is_complete_or_in_force_without_accepted_proof(found, standing):
    if not any(each.proven for each in found):
        assert of(*found, standing=standing) not in PROVEN


@given(st.lists(turns, max_size=6))
def test_nothing_is_complete_that_nobody_called_so(found):
    assert of(*found) not in PROVEN


@given(st.lists(turns, max_size=6))
def test_what_was_stopped_is_never_late(found):
    assert of(*found, standing=StandingFacts(stopped=True)) is State.NOT_DONE


@given(st.lists(turns, min_size=1, max_size=6), st.sampled_from([StandingFacts(), StandingFacts(in_force=True)]))
def test_one_late_turn_makes_a_running_measure_late_and_only_that(found, standing):
    late = any(state_of_turn(each, TODAY) is State.OVERDUE for each in found)
    assert (of(*found, standing=standing) is State.OVERDUE) == late


@given(turns, st.integers(min_value=0, max_value=400))
def test_a_turn_that_is_late_stays_late_until_it_is_reported(found, later):
    if state_of_turn(found, TODAY) is State.OVERDUE:
        assert state_of_turn(found, TODAY + timedelta(days=later)) is State.OVERDUE


@given(st.lists(turns, max_size=6), standings)
def test_the_order_of_turns_changes_nothing(found, standing):
    assert of(*found, standing=standing) is of(*reversed(found), standing=standing)


@given(st.lists(turns, min_size=1, max_size=6), standings)
def test_proof_that_is_taken_back_never_makes_it_better(found, standing):
    without = [TurnFacts(each.stored, each.due, proven=False) for each in found]
    if of(*found, standing=standing) not in PROVEN:
        assert of(*without, standing=standing) not in PROVEN
