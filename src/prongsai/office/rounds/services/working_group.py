"""The working group, as its order appoints it."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from prongsai.office.rounds.models import Round
from prongsai.office.rounds.services.standing import open_one
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.audit.services import record


@transaction.atomic
def set_working_group(*, acting: Acting, found: Round, number: str, day: date | None, members: str) -> None:
    """Write down the order and who is in the group, one to a line. Refuses Conflict on a closed year."""
    current = open_one(found)
    current.order_number, current.order_day, current.members = number, day, members
    current.save(update_fields=["order_number", "order_day", "members"])
    record(acting, "rounds.group_set", thing=current, figures={"members": len(current.member_lines), "day": day})
