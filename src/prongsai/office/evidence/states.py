"""The states of turns and measures, derived from days and proof. Pure: nothing is stored or fetched."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from prongsai.platform.ui.states import State

SOON = timedelta(days=14)
"""An open turn is told as not begun from two weeks before its day; earlier it is not due yet. Custom, no rule."""

REPORTED = {"none": State.NONE, "dropped": State.NOT_DONE}
CLOSED = frozenset({State.DONE, State.NONE, State.NOT_DONE})


@dataclass(frozen=True, slots=True)
class TurnFacts:
    """What the state of a turn follows from: `stored` is a `TurnState`, `proven` that accepted proof still holds."""

    stored: str
    due: date | None
    proven: bool


@dataclass(frozen=True, slots=True)
class StandingFacts:
    """What people decided about a measure."""

    completed: bool = False
    in_force: bool = False
    stopped: bool = False


def state_of_turn(turn: TurnFacts, today: date) -> State:
    """Give the state of a turn. A day that has passed wins over what was begun; what was done waits for its proof."""
    if turn.stored == "done":
        return State.DONE if turn.proven else State.AWAITING_EVIDENCE
    if turn.stored in REPORTED:
        return REPORTED[turn.stored]
    return _state_of_open(turn, today)


def _state_of_open(turn: TurnFacts, today: date) -> State:
    if turn.due is not None and turn.due < today:
        return State.OVERDUE
    if turn.stored == "begun":
        return State.UNDER_WAY
    if turn.due is not None and turn.due - today > SOON:
        return State.NOT_DUE
    return State.NOT_STARTED


def state_of(standing: StandingFacts, turns: Collection[State], *, proven: bool) -> State:
    """Give the state of a measure from what was decided about it and the states of its turns.

    `proven`: it has accepted proof that still holds, its own or that of a turn. Without such proof nothing is complete
    and nothing in force, whatever was decided. Complete, it is not late any more; in force it still can be.
    """
    if standing.stopped:
        return State.NOT_DONE
    if standing.completed:
        return State.DONE if proven else State.AWAITING_EVIDENCE
    if State.OVERDUE in turns:
        return State.OVERDUE
    if State.AWAITING_EVIDENCE in turns:
        return State.AWAITING_EVIDENCE
    if standing.in_force:
        return State.CONTINUING if proven else State.AWAITING_EVIDENCE
    return _under_way(turns)


def _under_way(turns: Collection[State]) -> State:
    """Give the state of a measure about which nothing was decided and of which nothing is late."""
    if turns and all(state is State.NOT_DONE for state in turns):
        return State.NOT_DONE
    if any(state is State.UNDER_WAY or state in CLOSED for state in turns):
        return State.UNDER_WAY
    if turns and all(state is State.NOT_DUE for state in turns):
        return State.NOT_DUE
    return State.NOT_STARTED
