"""Figures of groups are reckoned soon after something was submitted, in a job of the adviser's agency."""

from __future__ import annotations

from prongsai.office.advice.models import GroupYear, RollUp
from prongsai.office.advice.reckoning import reckon_year
from prongsai.platform.jobs.declaring import task
from prongsai.platform.jobs.queue import later

ALL_YEARS = 0


@task()
def refresh_groups(agency: int, year: int) -> None:
    """Reckon the groups of a year, or of all years in which anything was submitted."""
    if year != ALL_YEARS:
        reckon_year(agency, year)
        return
    told = RollUp.objects.values_list("fiscal_year", flat=True).union(
        GroupYear.objects.values_list("fiscal_year", flat=True)
    )
    for each in sorted(set(told)):
        reckon_year(agency, each)


def refresh_soon(agency: int, *, year: int = ALL_YEARS, all_years: bool = False) -> None:
    """Have the groups reckoned anew; what waits already is not asked for twice."""
    later(refresh_groups, agency=agency, year=ALL_YEARS if all_years else year, once=True)
