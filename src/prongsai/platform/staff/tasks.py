"""Work of this room that runs by itself."""

from __future__ import annotations

from prongsai.platform.agency.models import Agency
from prongsai.platform.calendar.today import today
from prongsai.platform.jobs import cron
from prongsai.platform.jobs.declaring import every, task
from prongsai.platform.jobs.queue import later_for_each_agency
from prongsai.platform.staff.services.leaving import switch_off_who_left
from prongsai.platform.tenancy.speaker import current_speaker


@every(cron.daily(0))
def look_for_who_left() -> None:
    """Each night: whose day of leaving has come does not get in any more."""
    later_for_each_agency(switch_off_leavers)


@task()
def switch_off_leavers(agency: int) -> None:
    """Switch the accounts of one agency off whose people have left."""
    speaker = current_speaker()
    switch_off_who_left(actor=speaker.actor if speaker else "job", today=today(Agency.objects.get(pk=agency)))
