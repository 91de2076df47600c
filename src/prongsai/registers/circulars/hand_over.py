"""Circulars and briefings in the hands of somebody who leaves: another becomes their keeper."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_noop

from prongsai.platform.audit.services import record
from prongsai.platform.modules import OpenThing
from prongsai.registers.circulars.models import Briefing, BriefingState, Circular, CircularState

CIRCULAR, BRIEFING = "circular", "briefing"


class KeptLists:
    """Circulars that people are still to acknowledge, and briefings that are called."""

    key = "circulars"
    title = gettext_noop("Circulars and briefings")

    def open_things(self, person: int) -> Iterable[OpenThing]:
        """Give what a person sent that is not acknowledged by all, and the briefings they called."""
        here = Circular.objects.filter(state=CircularState.SENT, sender=person, register_asked=None)
        waiting = here.filter(receivers__acknowledged=None)
        for circular in waiting.distinct():
            yield OpenThing(f"{CIRCULAR}:{circular.pk}", circular.subject, "circular", {"circular": circular.pk})
        for briefing in Briefing.objects.filter(state=BriefingState.CALLED, convener=person):
            yield OpenThing(f"{BRIEFING}:{briefing.pk}", briefing.subject, "briefing", {"briefing": briefing.pk})

    def hand_over(self, thing: str, *, to: int, actor: str) -> None:
        """Make another person its keeper, who from then on sees who is missing."""
        kind, _colon, number = thing.partition(":")
        if kind == CIRCULAR:
            circular = Circular.objects.select_for_update().get(pk=number)
            circular.sender_id = to
            circular.save(update_fields=["sender"])
            record(actor, "circulars.handed_over", thing=circular, figures={"to": to})
            return
        briefing = Briefing.objects.select_for_update().get(pk=number)
        briefing.convener_id = to
        briefing.save(update_fields=["convener"])
        record(actor, "circulars.briefing_handed_over", thing=briefing, figures={"to": to})
