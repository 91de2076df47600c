"""Making the turns of the steps of a decided plan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db import transaction

from prongsai.office.evidence.models import StepTurn, TurnState
from prongsai.office.measures.models import MeasurePlan, Step
from prongsai.office.measures.services import due_turns, measures_of
from prongsai.platform.audit.services import record
from prongsai.platform.tenancy.speaker import current_speaker

Key = tuple[int, date | None, int | None]


@transaction.atomic
def ensure_turns(plan: MeasurePlan) -> int:
    """Make the turns that a plan asks for and that are not there; give how many are new. Any number of times the same.

    What was amended away goes, unless somebody has reported, begun or proved it: that stays as it is.
    """
    MeasurePlan.objects.select_for_update(of=("self",)).get(pk=plan.pk)
    asked = dict(_asked(plan))
    turns = StepTurn.objects.filter(step__measure__plan=plan)
    there = {(turn.step_id, turn.due, turn.unit_id): turn for turn in turns}
    stale = [turn.pk for key, turn in there.items() if key not in asked and turn.state == TurnState.OPEN]
    StepTurn.objects.filter(pk__in=stale, uses__isnull=True).delete()
    new = [
        StepTurn(agency_id=plan.agency_id, step=step, due=key[1], unit_id=key[2], person_id=step.person_id)
        for key, step in asked.items()
        if key not in there
    ]
    StepTurn.objects.bulk_create(new)
    if new or stale:
        speaker = current_speaker()
        record(
            speaker.actor if speaker else "command:ensure_turns",
            "evidence.turns_made",
            thing=plan,
            figures={"turns": len(new)},
        )
    return len(new)


def _asked(plan: MeasurePlan) -> Iterator[tuple[Key, Step]]:
    for measure in measures_of(plan):
        for step in measure.steps.all():
            for turn in due_turns(step, measure):
                yield (step.pk, turn.day, turn.unit_id), step
