"""Who drew a plan up."""

from __future__ import annotations

from prongsai.office.measures.models import MeasurePlan
from prongsai.platform.accounts.models import User
from prongsai.platform.agency.models import Person


def writer_of(plan: MeasurePlan) -> Person | None:
    """Give who began a plan; None where that account is of nobody. Called while the agency speaks."""
    _kind, _colon, number = plan.made_by.partition(":")
    user = User.objects.filter(pk=number).first() if number.isdigit() else None
    return user.person if user else None
