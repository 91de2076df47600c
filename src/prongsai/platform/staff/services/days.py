"""The agency's own days off and working days."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.models import DayOff
from prongsai.platform.staff.services.whose import agency_of
from prongsai.platform.ui.refusals import Conflict


@transaction.atomic
def add_day(*, acting: Acting, day: date, name: str, closed: bool, source: str) -> DayOff:
    """Say of a day that the office is closed, or works although others do not. Raises Conflict for a second word."""
    if DayOff.objects.filter(day=day).exists():
        raise Conflict(_("This day has an entry already. Remove that first."))
    off: DayOff = DayOff.objects.create(agency=agency_of(acting), day=day, name=name, closed=closed, source=source)
    record(acting, "staff.day_added", thing=off, figures={"day": day, "closed": closed})
    return off


@transaction.atomic
def remove_day(*, acting: Acting, off: DayOff) -> None:
    """Remove the agency's own word on a day."""
    record(acting, "staff.day_removed", thing=off, figures={"day": off.day, "closed": off.closed})
    off.delete()
