"""Work of this room that runs by itself."""

from __future__ import annotations

from prongsai.platform.agency.models import Agency
from prongsai.platform.jobs import cron
from prongsai.platform.jobs.current import current_job
from prongsai.platform.jobs.declaring import every, task
from prongsai.platform.jobs.queue import later_for_each_agency
from prongsai.registers.cases.services import follow_late_cases


@every(cron.daily(6, 30))
def look_for_late_cases() -> None:
    """Look in every agency, before the follow-ups of the day are taken."""
    later_for_each_agency(look_for_late_cases_here)


@task()
def look_for_late_cases_here(agency: int) -> None:
    """Follow up the reasons that applicants are to hear."""
    follow_late_cases(agency=Agency.objects.get(pk=agency), by=f"job:{current_job() or 0}")
