"""Work of the files that runs by itself."""

from __future__ import annotations

from prongsai.platform.files.consistency import remove_orphans
from prongsai.platform.jobs import cron
from prongsai.platform.jobs.declaring import every, task
from prongsai.platform.jobs.queue import later_for_each_agency


@every(cron.daily(3))
def tidy_contents() -> None:
    """Have the contents of each agency tidied."""
    later_for_each_agency(tidy_contents_of)


@task()
def tidy_contents_of(agency: int) -> None:
    """Remove the contents of one agency that no row names, a day after they were written."""
    remove_orphans(agency)
