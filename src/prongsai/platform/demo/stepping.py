"""The day on which a demo agency lives: stepped to any month of the year of the story."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.ita.thai import Period, fiscal_year_of, fiscal_year_span
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Agency
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.working import calendar_of_speaker
from prongsai.platform.demo.office import told_offices
from prongsai.platform.ui.refusals import Conflict

DAY_OF_MONTH = 17
"""The story begins on a 17th; the other months begin on theirs, or on the next working day."""


def first_day() -> date:
    """Give the day on which the story begins."""
    return told_offices()[0].today


def year_of_story() -> Period:
    """Give the fiscal year in which the day may lie."""
    return fiscal_year_span(fiscal_year_of(first_day()))


def days_of_months() -> Iterator[date]:
    """Give a working day of each month of the year of the story, October first."""
    year = year_of_story()
    assert year.start is not None
    calendar = calendar_of_speaker()
    for n in range(12):
        years, month = divmod(year.start.month - 1 + n, 12)
        yield calendar.on_or_after(date(year.start.year + years, month + 1, DAY_OF_MONTH))


def demo_of(acting: Acting) -> Agency:
    """Give the demo agency of who asks. Raises Conflict in a real one."""
    if acting.agency is None or not acting.agency.is_demo:
        raise Conflict(_("Only a demonstration has a day that can be changed. Here the days are the real ones."))
    return acting.agency


@transaction.atomic
def step_to(*, acting: Acting, day: date) -> None:
    """Let the demo agency live on another day. Raises Conflict in a real agency, ValueError outside the year."""
    agency = demo_of(acting)
    year = year_of_story()
    assert year.start is not None
    assert year.end is not None
    if not year.start <= day <= year.end:
        raise ValueError(f"{day} lies outside the year of the story")
    agency.demo_today = day
    agency.save(update_fields=["demo_today"])
    record(acting, "demo.stepped", thing=agency, figures={"to": day})
