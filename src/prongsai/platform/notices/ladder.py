"""Who hears of a delay: head of the unit, approver, executive, as the agency's line of posts says."""

from __future__ import annotations

from datetime import date

from prongsai.platform.agency.line import InPost, approver, executive, head_of
from prongsai.platform.agency.models import Unit
from prongsai.platform.notices.models.follow_ups import Step

RUNGS = (Step.HEAD, Step.APPROVER, Step.EXECUTIVE)


def who_is_told(step: Step, unit: Unit, day: date) -> InPost | None:
    """Give who does the work of the post of a step; for a vacant one the next higher. None where all are vacant."""
    for rung in RUNGS[RUNGS.index(step) :]:
        if found := _holder(rung, unit, day):
            return found
    return None


def _holder(rung: Step, unit: Unit, day: date) -> InPost | None:
    if rung is Step.HEAD:
        return head_of(unit, day)
    return approver(day) if rung is Step.APPROVER else executive(day)
