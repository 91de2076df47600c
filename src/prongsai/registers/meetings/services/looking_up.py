"""What other rooms may know of meetings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from prongsai.registers.meetings.models import Decision


@dataclass(frozen=True, slots=True)
class OpenDecision:
    """A decision that is not closed: what, who owns it in words, by when, of which meeting, and its page."""

    decision: int
    what: str
    owner: str
    due: date
    meeting: str
    url: str


def open_decisions() -> Sequence[OpenDecision]:
    """Give the unfinished decisions of the agency that speaks, those of closed circles left out, by their day."""
    found = Decision.objects.unfinished().filter(meeting__group__is_closed_circle=False)
    return [
        OpenDecision(each.pk, each.what, each.owner, each.due, str(each.meeting), each.get_absolute_url())
        for each in found.select_related("person", "unit", "meeting__group")
    ]
