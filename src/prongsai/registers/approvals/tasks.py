"""Work of this room that runs by itself."""

from __future__ import annotations

from prongsai.platform.agency.models import Agency
from prongsai.platform.jobs import cron
from prongsai.platform.jobs.current import current_job
from prongsai.platform.jobs.declaring import every, task
from prongsai.platform.jobs.queue import later_for_each_agency
from prongsai.registers.approvals.services.telling import tell_anew


@every(cron.daily(7, 15))
def look_whose_turn_it_is() -> None:
    """Look in every agency, before the day begins."""
    later_for_each_agency(tell_whose_turn_it_is)


@task()
def tell_whose_turn_it_is(agency: int) -> None:
    """Tell who has come to act in a post since yesterday what waits there."""
    tell_anew(Agency.objects.get(pk=agency), by=f"job:{current_job() or 0}")
