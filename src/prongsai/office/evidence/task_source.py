"""What is to be done in the run of a plan: turns that are late or come next, proof that is lacking or returned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from prongsai.office.evidence.models import Proof, ProofState, ProofUse, Standing, StepTurn, TurnState
from prongsai.office.measures.models import PlanState
from prongsai.platform.accounts.coordinating import coordinating_person
from prongsai.platform.modules import Task

AHEAD = timedelta(days=31)
"""How far ahead a turn is told. What comes later stands on the page of progress."""


class TurnTasks:
    """Turns of decided plans of open years; to who coordinates, proof that waits to be looked at."""

    key = "evidence"

    def open_tasks(
        self, today: date, *, person: int | None = None, units: frozenset[int] = frozenset()
    ) -> Iterable[Task]:
        """Give what is open for a person and units, or all."""
        turns = open_turns(today).select_related("step__measure")
        if person is not None or units:
            own = Q(unit__in=units) if units else Q(pk__in=())
            turns = turns.filter(own | Q(person=person) if person is not None else own)
        for turn in turns:
            yield _task(turn)
        yield from _waiting(person, units)


def open_turns(today: date) -> QuerySet[StepTurn]:
    """Give the turns of running plans that are to be reported now or soon, or were done and lack proof."""
    given = ProofUse.objects.filter(turn=OuterRef("pk")).exclude(proof__state=ProofState.RETURNED)
    holds = given.filter(Q(proof__expires__isnull=True) | Q(proof__expires__gte=today))
    near = Q(state__in=[TurnState.OPEN, TurnState.BEGUN]) & (Q(due__isnull=True) | Q(due__lte=today + AHEAD))
    return StepTurn.objects.filter(
        near | Q(state=TurnState.DONE) & ~Exists(holds),
        step__measure__plan__state=PlanState.DECIDED,
        step__measure__plan__round__closed__isnull=True,
    ).exclude(Exists(_stopped()))


def _stopped() -> QuerySet[Standing]:
    return Standing.objects.filter(measure=OuterRef("step__measure"), stopped__isnull=False)


def _task(turn: StepTurn) -> Task:
    measure = turn.step.measure
    lacks_proof = turn.state == TurnState.DONE
    title = _("Proof of: %(step)s") % {"step": turn.step.text} if lacks_proof else turn.step.text
    return Task(
        key=f"evidence:turn:{turn.pk}",
        title=title,
        url_name="turn",
        arguments={"turn": turn.pk},
        due=turn.due,
        person=turn.person_id,
        unit=None if turn.person_id else turn.unit_id,
        about=f"{measure.label} {measure.title}",
        by_link=True,
    )


def _waiting(person: int | None, units: frozenset[int]) -> Iterator[Task]:
    """Give the coordinator one task for each running year whose proof waits."""
    if person is None and units:
        return
    waits = Proof.objects.filter(state=ProofState.OFFERED, round__closed__isnull=True)
    found = waits.values("round", "round__fiscal_year").annotate(count=Count("pk")).order_by("round__fiscal_year")
    for each in found:
        first = coordinating_person(person)
        if first is None:
            return
        told = {"year": each["round__fiscal_year"], "count": each["count"]}
        yield Task(
            key=f"evidence:waiting:{each['round']}",
            title=_("Look at the proof of %(year)s that waits: %(count)s") % told,
            url_name="evidence",
            arguments={"round_id": each["round"]},
            person=first,
        )
