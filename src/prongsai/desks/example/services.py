"""What is done with talks."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from prongsai.desks.example.models import Talk
from prongsai.platform.accounts.acting import Acting


@transaction.atomic
def record_talk(*, acting: Acting, village: str, happened: date, listeners: int) -> Talk:
    """Write down a talk of one's agency."""
    talk: Talk = Talk.objects.create(
        agency_id=acting.user.agency_id, village=village, happened=happened, listeners=listeners
    )
    return talk
