"""Turns of a person who leaves go to a successor."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext_noop

from prongsai.office.evidence.models import StepTurn, TurnState
from prongsai.office.evidence.services.reporting import locked_turn
from prongsai.platform.audit.services import record
from prongsai.platform.modules import OpenThing


class TurnsOfPerson:
    """Open turns that a person owes in person."""

    key = "evidence"
    title = gettext_noop("Steps of measures")

    def open_things(self, person: int) -> Iterable[OpenThing]:
        """Give the open turns of a person."""
        turns = StepTurn.objects.filter(person=person, state__in=[TurnState.OPEN, TurnState.BEGUN])
        for turn in turns.filter(step__measure__plan__round__closed__isnull=True).select_related("step"):
            yield OpenThing(str(turn.pk), turn.step.text, "turn", {"turn": turn.pk})

    @transaction.atomic
    def hand_over(self, thing: str, *, to: int, actor: str) -> None:
        """Give a turn to a successor."""
        turn = locked_turn(StepTurn.objects.get(pk=int(thing)))
        before, turn.person_id = turn.person_id, to
        turn.save()
        record(actor, "evidence.handed_over", thing=turn, figures={"from": before, "person": to})
