"""Days of a round that the office knows better than the framework."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from prongsai.office.rounds.milestones import Milestone
from prongsai.office.rounds.models import Round, RoundDay
from prongsai.office.rounds.services.standing import open_one
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.audit.services import record


@transaction.atomic
def set_days(
    *, acting: Acting, found: Round, milestone: Milestone, start: date | None, end: date | None, source: str
) -> RoundDay:
    """Set the days of a milestone. Refuses Conflict on a closed year."""
    current = open_one(found)
    told = {"start": start, "end": end, "source": source}
    day, _new = RoundDay.objects.update_or_create(
        agency_id=current.agency_id, round=current, milestone=milestone, defaults=told
    )
    record(acting, "rounds.day_set", thing=day, figures={"milestone": milestone.value, "start": start, "end": end})
    return day


@transaction.atomic
def go_back_to_framework(*, acting: Acting, found: Round, milestone: Milestone) -> None:
    """Forget typed days: those of the framework, or the estimate, hold again. Refuses Conflict on a closed year."""
    current = open_one(found)
    day = RoundDay.objects.filter(round=current, milestone=milestone).first()
    if day is not None:
        record(acting, "rounds.day_taken_back", thing=day, figures={"milestone": milestone.value})
        day.delete()
