"""Who hears of a delay: head of the unit, approver, executive, as the agency's line of posts says."""

from __future__ import annotations

from datetime import date

from prongsai.platform.agency.line import InPost, leader_from
from prongsai.platform.agency.models import Standing, Unit
from prongsai.platform.notices.models.follow_ups import Step

RUNGS = (Step.HEAD, Step.APPROVER, Step.EXECUTIVE)
_HEIGHT = {Step.HEAD: Standing.HEAD, Step.APPROVER: Standing.APPROVER, Step.EXECUTIVE: Standing.EXECUTIVE}


def who_is_told(step: Step, unit: Unit, day: date) -> InPost | None:
    """Give who does the work of the post of a step; for a vacant one the next higher. None where all are vacant."""
    return leader_from(_HEIGHT[step], unit, day)
