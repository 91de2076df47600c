"""Decisions in the hands of a person, for when somebody leaves."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_noop

from prongsai.platform.audit.services import record
from prongsai.platform.modules import OpenThing
from prongsai.registers.meetings.models import Decision


class OwnDecisions:
    """What meetings decided and a person has still to do."""

    key = "decisions"
    title = gettext_noop("Decisions of meetings")

    def open_things(self, person: int) -> Iterable[OpenThing]:
        """Give the unfinished decisions of a person."""
        for each in Decision.objects.unfinished().filter(person=person):
            yield OpenThing(str(each.pk), each.what, "decision", {"decision": each.pk})

    def hand_over(self, thing: str, *, to: int, actor: str) -> None:
        """Give a decision to another person."""
        current = Decision.objects.select_for_update(of=("self",)).unfinished().filter(pk=int(thing)).first()
        if current is not None:
            current.person_id = to
            current.save(update_fields=["person"])
            record(actor, "meetings.decision_handed_over", thing=current)
