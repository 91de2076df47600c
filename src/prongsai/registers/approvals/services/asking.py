"""Whose turn it is, by the line of posts of a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.line import RUNGS, InPost, leaders_of_units
from prongsai.platform.agency.models import Standing, Unit
from prongsai.platform.modules import once
from prongsai.registers.approvals.models import Submission, SubmissionStep
from prongsai.registers.approvals.routing import Route, find_route

Leaders = Mapping[Standing, InPost]


@dataclass(frozen=True, slots=True)
class Turn:
    """An open step and by whom it is done on a day. `by` is None where nobody in the agency may."""

    step: SubmissionStep
    by: InPost | None

    def is_of(self, acting: Acting) -> bool:
        """Say whether it is the turn of who asks."""
        return self.by is not None and acting.user.person_id == self.by.person.pk


def leaders_of(unit: Unit, on: date) -> Leaders:
    """Give who leads at each height above a unit; a vacant post is left out."""
    return leaders_of_units([unit.pk], on)[unit.pk]


def turns_of(submission: Submission, on: date, leaders: Leaders | None = None) -> list[Turn]:
    """Give the open steps in their order with who does each; opinions that nobody gives are left out."""
    steps = list(submission.steps.all())
    leading = leaders_of(submission.unit, on) if leaders is None else leaders
    route = _route(submission, steps, leading)
    opinions = [step for step in steps if step.is_open and not step.is_decision]
    turns = [Turn(step, leading[rung]) for step, rung in zip(opinions, route.opinions, strict=True) if rung]
    decision = [step for step in steps if step.is_open and step.is_decision]
    return turns + [Turn(step, leading.get(route.decision) if route.decision else None) for step in decision]


def turn_of(submission: Submission, on: date) -> Turn | None:
    """Give the next step and who does it, None where nothing is open."""
    return next(iter(turns_of(submission, on)), None) if submission.is_waiting else None


def who_may_decide(submission: Submission, on: date) -> list[InPost]:
    """Give who might have signed the decision on a day: whose turn it is then, and who stands above."""
    leaders = leaders_of(submission.unit, on)
    decision = _route(submission, list(submission.steps.all()), leaders).decision
    if decision is None:
        return []
    barred, found = set(_barred(submission, ())), []
    for rung in RUNGS[decision.rank - 1 :]:
        leader = leaders.get(rung)
        if leader and leader.person.pk not in barred:
            barred.add(leader.person.pk)
            found.append(leader)
    return found


def asked_of(person: int, on: date) -> list[tuple[Submission, Turn]]:
    """Give the waiting submissions of the agency that speaks whose turn it is a person's, the oldest first."""
    return [(submission, turn) for submission, turn in waiting_turns(on) if turn.by and turn.by.person.pk == person]


def waiting_turns(on: date) -> Sequence[tuple[Submission, Turn]]:
    """Give every waiting submission of the agency that speaks with its next step, the oldest first."""
    return once(("waiting_turns", on), lambda: list(_waiting_turns(on)))


def _waiting_turns(on: date) -> Iterator[tuple[Submission, Turn]]:
    asked = Submission.objects.waiting().select_related("unit", "submitter").prefetch_related("steps")
    waiting = list(asked.order_by("submitted", "id"))
    leaders = leaders_of_units({submission.unit_id for submission in waiting}, on) if waiting else {}
    for submission in waiting:
        turns = turns_of(submission, on, leaders[submission.unit_id])
        if turns:
            yield submission, turns[0]


def _route(submission: Submission, steps: list[SubmissionStep], leaders: Leaders) -> Route:
    opinions = [Standing(step.standing) for step in steps if step.is_open and not step.is_decision]
    people = {standing: leader.person.pk for standing, leader in leaders.items()}
    return find_route(opinions, Standing(submission.decides), people, _barred(submission, steps))


def _barred(submission: Submission, steps: Iterable[SubmissionStep]) -> set[int]:
    """Give who may not act any more: who wrote or submitted it, and who gave an opinion."""
    return {*submission.author_people, *(step.person_id for step in steps if step.person_id)}
