"""How far the measures of a year have come: measure, steps, turns, proof, each with its state."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from prongsai.office.evidence.models import Proof, Standing, StepTurn, TurnState
from prongsai.office.evidence.states import CLOSED, StandingFacts, TurnFacts, state_of, state_of_turn
from prongsai.office.measures.models import Measure, Step
from prongsai.platform.ui.states import State


@dataclass(frozen=True, slots=True)
class TurnProgress:
    """A turn with its state and all proof given for it, accepted or not."""

    turn: StepTurn
    state: State
    proofs: tuple[Proof, ...] = ()

    @property
    def is_closed(self) -> bool:
        """Whether nothing is to be done any more, proof included."""
        return self.state in CLOSED


@dataclass(frozen=True, slots=True)
class StepProgress:
    """A step with its turns, the earliest first. `elsewhere`: how many turns of other units are not shown."""

    step: Step
    turns: tuple[TurnProgress, ...] = ()
    elsewhere: int = 0

    @property
    def closed(self) -> int:
        """How many turns are closed."""
        return sum(each.is_closed for each in self.turns)


@dataclass(frozen=True, slots=True)
class MeasureProgress:
    """A measure with its state; `proofs` are those given for the measure itself. `is_part`: of one unit alone."""

    measure: Measure
    state: State
    standing: Standing | None
    steps: tuple[StepProgress, ...] = ()
    proofs: tuple[Proof, ...] = ()
    is_part: bool = False

    @property
    def outcome(self) -> str:
        """What came of it, as a person wrote it."""
        return self.standing.outcome if self.standing else ""

    @property
    def turns(self) -> tuple[TurnProgress, ...]:
        """All turns of all steps."""
        return tuple(turn for step in self.steps for turn in step.turns)

    @property
    def closed(self) -> int:
        """How many turns are closed."""
        return sum(step.closed for step in self.steps)

    @property
    def late(self) -> int:
        """How many turns are late."""
        return sum(turn.state is State.OVERDUE for turn in self.turns)

    @property
    def lacking(self) -> tuple[TurnProgress, ...]:
        """The turns that were done and lack accepted proof."""
        return tuple(turn for turn in self.turns if turn.state is State.AWAITING_EVIDENCE)

    @property
    def steps_done(self) -> int:
        """How many steps have all their turns closed."""
        return sum(bool(step.turns) and step.closed == len(step.turns) for step in self.steps)

    @property
    def may_be_completed(self) -> bool:
        """Whether every turn is closed and there is accepted proof, so that a person may say it is complete."""
        return self.has_proof and all(turn.is_closed for turn in self.turns)

    @property
    def has_proof(self) -> bool:
        """Whether some proof was accepted."""
        given = (*self.proofs, *(proof for turn in self.turns for proof in turn.proofs))
        return any(proof.is_accepted for proof in given)


def turn_progress(turn: StepTurn, proofs: Iterable[Proof], today: date) -> TurnProgress:
    """Give a turn with its state."""
    given = tuple(proofs)
    proven = any(proof.holds(today) for proof in given)
    return TurnProgress(turn, state_of_turn(TurnFacts(turn.state, turn.due, proven), today), given)


def measure_progress(
    measure: Measure,
    standing: Standing | None,
    steps: Iterable[StepProgress],
    proofs: Iterable[Proof],
    today: date,
) -> MeasureProgress:
    """Give a measure with its state. Where it was stopped, what is open of it is not carried out, and not late."""
    stopped = bool(standing and standing.stopped)
    made = tuple(_given_up(step) if stopped else step for step in steps)
    given = tuple(proofs)
    turns = [turn for step in made for turn in step.turns]
    all_given = [*given, *(proof for turn in turns for proof in turn.proofs)]
    proven = any(proof.holds(today) for proof in all_given)
    facts = StandingFacts(
        completed=bool(standing and standing.completed),
        in_force=bool(standing and standing.in_force),
        stopped=stopped,
    )
    state = state_of(facts, [turn.state for turn in turns], proven=proven)
    return MeasureProgress(measure, state, standing, made, given)


def part_of(whole: MeasureProgress, units: frozenset[int], person: int | None, today: date) -> MeasureProgress | None:
    """Give what of a measure is for certain units and a person to see, None where nothing is.

    A unit sees its own turns and of others only how many; who leads a measure sees its state, whoever is late.
    """
    steps = []
    for step in whole.steps:
        own = tuple(each for each in step.turns if each.turn.unit_id in units or _is_of(each.turn, person))
        steps.append(replace(step, turns=own, elsewhere=len(step.turns) - len(own)))
    leads = whole.measure.lead_unit_id in units
    if not leads and not any(step.turns for step in steps):
        return None
    if leads:
        return replace(whole, steps=tuple(steps))
    shown = [step for step in steps if step.turns]
    part = measure_progress(whole.measure, whole.standing, shown, (), today)
    return replace(part, is_part=True)


def counted(found: Iterable[MeasureProgress]) -> dict[State, int]:
    """Count measures by state."""
    counts: dict[State, int] = {}
    for each in found:
        counts[each.state] = counts.get(each.state, 0) + 1
    return counts


def is_open(turn: StepTurn) -> bool:
    """Say whether something is still to be reported about a turn."""
    return turn.state in {TurnState.OPEN, TurnState.BEGUN}


def _given_up(step: StepProgress) -> StepProgress:
    turns = (replace(turn, state=State.NOT_DONE) if is_open(turn.turn) else turn for turn in step.turns)
    return replace(step, turns=tuple(turns))


def _is_of(turn: StepTurn, person: int | None) -> bool:
    return person is not None and turn.person_id == person
